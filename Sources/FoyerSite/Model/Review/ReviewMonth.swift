/// One month of a year's review.
public struct ReviewMonth: Sendable {
    public let month: CalendarMonth
    public let totals: Statistics.Totals
    /// Plays by day; a day without is absent.
    public let days: [CalendarDay: Statistics.Totals]
    /// The titles with a play in it, with what was watched of them in this month; the most time first.
    public let titles: [(title: ReviewedTitle, totals: Statistics.Totals)]
    /// First watched in it.
    public let begun: [ReviewedTitle]
    /// Finished in it.
    public let finished: [ReviewedTitle]
    /// Rated in it, the best first.
    public let rated: [ReviewedTitle]
}

extension Review {
    /// The months of the period, the empty ones too.
    public var months: [ReviewMonth] {
        guard let span = period.days else { return [] }
        var watched: [CalendarMonth: [Int: Statistics.Totals]] = [:]
        var (begun, finished, ratings):
            (
                [CalendarMonth: [ReviewedTitle]], [CalendarMonth: [ReviewedTitle]], [CalendarMonth: [ReviewedTitle]]
            ) = ([:], [:], [:])
        for (index, title) in titles.enumerated() {
            let dated = title.plays.map { ($0, $0.time.day(days)) }
            for case (let play, let day?) in dated {
                watched[day.month, default: [:]][index, default: .init()].add(Statistics.Totals(play))
            }
            if title.isNew, let first = dated.compactMap(\.1).min() { begun[first.month, default: []].append(title) }
            let last = dated.filter { $0.0.rewatch == nil }.compactMap(\.1).max()
            if title.isFinished, let end = title.record.finishedOn ?? last {
                finished[end.month, default: []].append(title)
            }
            if title.isRatedInPeriod, let day = title.record.ratedOn { ratings[day.month, default: []].append(title) }
        }
        let first = span.lowerBound.month
        return (0..<12).map(first.adding).filter { $0 <= span.upperBound.month }.map { month in
            let own = (watched[month] ?? [:]).map { (title: titles[$0], totals: $1) }
            return ReviewMonth(
                month: month, totals: numbers.activity.months[month] ?? .init(),
                days: numbers.activity.days.filter { $0.key.month == month },
                titles: own.sorted { left, right in
                    (right.totals.minutes, right.totals.plays, left.title.position)
                        < (left.totals.minutes, left.totals.plays, right.title.position)
                }, begun: begun[month] ?? [], finished: finished[month] ?? [], rated: (ratings[month] ?? []).byRating)
        }
    }
}
