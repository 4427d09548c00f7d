/// How far a goal is, beside where it would be if every day of its period did the same.
///
/// Units: minutes of goals in hours, else what is counted.
struct GoalProgress: Hashable, Sendable {
    let goal: Goal
    let days: ClosedRange<CalendarDay>
    /// How many of these are over, as far as the data tells.
    let daysOver: Int
    /// What was reached by the end of each month of a year, of each day of a month; as far as the data tells.
    let reached: [Int]

    /// - Parameters:
    ///   - review: of the goal's period.
    ///   - end: the last day that the data tells of, which is not over.
    init?(_ goal: Goal, _ review: Review, end: CalendarDay) {
        guard let days = goal.period.days else { return nil }
        self.goal = goal
        self.days = days
        daysOver = min(max(0, end.daysSince1970 - days.lowerBound.daysSince1970), days.length)
        let amounts = review.amounts(of: goal.measure, until: min(end, days.upperBound))
        let last = max(min(end, days.upperBound), amounts.keys.max() ?? days.lowerBound)
        var (reached, total): ([Int], Int) = ([], 0)
        for offset in 0..<days.length {
            let day = days.lowerBound.adding(days: offset)
            if day > last { break }
            total += amounts[day] ?? 0
            if day == last || goal.period.isStep(day) { reached.append(total) }
        }
        self.reached = end < days.lowerBound && amounts.isEmpty ? [] : reached
    }

    var done: Int { reached.last ?? 0 }

    /// The goal in the unit of ``done``.
    var target: Int { goal.measure == .hours ? goal.amount * 60 : goal.amount }

    var isReached: Bool { done >= target }
    /// Whether nothing can be added any more.
    var isOver: Bool { daysOver == days.length }

    var daysLeft: Int { days.length - daysOver }

    /// What is done beyond the pace, in whole hours, films, …; below nothing where it is behind, and 0 where less than one is between.
    var lead: Int { (done * days.length - target * daysOver) / (days.length * unit) }

    /// What is left, in whole hours, films, …, the last of which may be begun.
    var left: Int { max(0, (target - done + unit - 1) / unit) }

    private var unit: Int { goal.measure == .hours ? 60 : 1 }

    /// 0 to 100; that of all only where it is reached.
    var percent: Int { isReached ? 100 : done * 100 / target }
    /// Where an even pace would be, 0 to 100.
    var pacePercent: Int { daysOver * 100 / days.length }

    /// In how many months or days the period falls.
    var steps: Int { if case .year = goal.period { 12 } else { days.length } }
}

extension Period {
    /// Whether a day ends a part of the period: a month of a year, a day of a month.
    fileprivate func isStep(_ day: CalendarDay) -> Bool { if case .year = self { day == day.month.lastDay } else { true } }
}

extension ClosedRange<CalendarDay> {
    fileprivate var length: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 + 1 }
}

extension Review {
    /// What each day added.
    fileprivate func amounts(of measure: Goal.Measure, until end: CalendarDay) -> [CalendarDay: Int] {
        let amount: (Statistics.Totals) -> Int
        switch measure {
        case .hours: amount = { $0.minutes }
        case .episodes: amount = { $0.episodes }
        case .films: amount = { $0.films }
        case .shows:
            // In what was sealed long ago, the last play tells when it was finished.
            let ends = titles.filter { $0.isFinished && !$0.title.isFilm }.map { reviewed in
                reviewed.record.finishedOn ?? reviewed.plays.last?.time.day(days) ?? end
            }
            return ends.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        return numbers.activity.days.mapValues(amount).filter { $0.value > 0 }
    }
}
