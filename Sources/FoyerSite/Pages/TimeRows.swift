// Rows of time that more than one kind of page has.

extension Activity {
    /// Monday to Sunday; none where there is but one day.
    var weekdayRows: [TimeRowContext] {
        guard days.count > 1 else { return [] }
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return zip(names, weekdays).map { TimeRowContext(name: $0, totals: $1) }
    }

    /// From the hour at which a day begins; none in an edition that tells no times of day.
    func hourRows(_ days: DayRule) -> [TimeRowContext] {
        guard hours.reduce(0, { $0 + $1.plays }) > 1 else { return [] }
        return (0..<24).map { number in
            let hour = (number + days.rolloverHour) % 24
            return TimeRowContext(name: padded(hour), totals: hours[hour])
        }
    }
}

extension [TimeRowContext] {
    /// How much there is, and in words the row with the most time, where there is enough to rank.
    ///
    /// - Parameter limit: what else is said of the plays.
    func sentence(_ limit: String = "", most words: (String) -> String) -> String {
        let all = reduce(into: Statistics.Totals()) { $0.add($1.totals) }
        let total = "\(duration(minutes: all.minutes)), \(counted(all.plays, "play", "plays"))" + limit
        let active = filter { $0.totals.plays > 0 }
        let most = active.enumerated().max { left, right in
            (left.element.totals.minutes, left.element.totals.plays, right.offset)
                < (right.element.totals.minutes, right.element.totals.plays, left.offset)
        }
        guard let most = most?.element, all.plays >= Sample.smallest, active.count > 1, most.totals.minutes > 0 else {
            return total + "."
        }
        return "\(total); the most \(words(most.name)): \(FoyerSite.span(minutes: most.totals.minutes))."
    }
}
