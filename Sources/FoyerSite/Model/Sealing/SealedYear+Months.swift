extension SealedYear {
    private var days: DayRule { DayRule(zone: plays.zone, rolloverHour: plays.rolloverHour) ?? .utc }

    /// The months with a play or a rating.
    var months: Set<CalendarMonth> {
        let days = days
        return Set(plays.plays.compactMap { $0.play.time.day(days)?.month } + plays.titles.compactMap { $0.ratedOn?.month })
    }

    /// What the review of one of its months is made from: the same that the library had when the year was sealed.
    func plays(in month: CalendarMonth) -> ReviewPlays {
        let (rule, days) = (days, month.firstDay...month.lastDay)
        let dated = plays.plays.map { (day: $0.play.time.day(rule) ?? days.lowerBound, play: $0) }
        let watchings = Dictionary(grouping: dated, by: \.play.title).mapValues { $0.map { Watching($0.day, $0.play.play) } }
        let begun = Set(plays.titles.filter { $0.past == .returning }.map(\.id))
        func waiting(before day: CalendarDay) -> [TitleID] {
            titles.filter { title in
                guard let since = title.waitsSince, since < day, !begun.contains(title.id) else { return false }
                return watchings[title.id]?.map(\.day).min().map { $0 >= day } ?? true
            }.map(\.id)
        }
        return plays.with(
            dated.filter { days.contains($0.day) }.map(\.play),
            plays.titles.compactMap { Self.title($0, in: days, watched: watchings[$0.id] ?? []) },
            waiting: (waiting(before: days.lowerBound), waiting(before: days.upperBound.adding(days: 1))),
            stamps: titles.map { ($0.bulk[month.month] ?? 0, $0.airStamped[month.month] ?? 0) })
    }

    private struct Watching {
        let day: CalendarDay
        let isFirst: Bool

        init(_ day: CalendarDay, _ play: Play) {
            self.day = day
            isFirst = play.rewatch == nil
        }
    }

    /// Nil for a title that the month has nothing of.
    private static func title(
        _ title: ReviewTitle, in days: ClosedRange<CalendarDay>, watched: [Watching]
    ) -> ReviewTitle? {
        let first = watched.map(\.day).min()
        let isWatched = watched.contains { days.contains($0.day) }
        let ratedOn = title.ratedOn.flatMap { days.contains($0) ? $0 : nil }
        guard isWatched || ratedOn != nil else { return nil }
        let firstWatching = watched.filter(\.isFirst).map(\.day)
        let end = title.id.kind == .movie ? firstWatching.min() : firstWatching.max()
        let isBegun = first.map { $0 < days.lowerBound } ?? false
        return ReviewTitle(
            id: title.id, past: isBegun ? .returning : title.past,
            isFinished: isWatched && title.isFinished && (end.map(days.contains) ?? false), rating: title.rating, ratedOn: ratedOn)
    }
}
