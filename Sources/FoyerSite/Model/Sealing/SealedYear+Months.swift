extension SealedYear {
    /// What the reviews of its months are made from: the same that the library had when the year was sealed.
    ///
    /// Shape: one for each of the twelve; all at once, since each looks at the plays of the whole year.
    var months: [CalendarMonth: ReviewPlays] {
        let rule = DayRule(zone: plays.zone, rolloverHour: plays.rolloverHour) ?? .utc
        let dated = plays.plays.map { (day: $0.play.time.day(rule) ?? CalendarMonth(year: year, month: 1).firstDay, play: $0) }
        let watchings = Dictionary(grouping: dated, by: \.play.title).mapValues { plays in
            plays.map { Watching(day: $0.day, isFirst: $0.play.play.rewatch == nil) }
        }
        let byMonth = Dictionary(grouping: dated, by: \.day.month).mapValues { $0.map(\.play) }
        let begun = Set(plays.titles.lazy.filter { $0.past == .returning }.map(\.id))
        func waiting(before day: CalendarDay) -> [TitleID] {
            waits.filter { wait in
                guard wait.since < day, !begun.contains(wait.title) else { return false }
                return watchings[wait.title]?.allSatisfy { $0.day >= day } ?? true
            }.map(\.title)
        }
        return (1...12).reduce(into: [:]) { months, number in
            let month = CalendarMonth(year: year, month: number)
            let span = month.firstDay...month.lastDay
            months[month] = ReviewPlays(
                zone: plays.zone, rolloverHour: plays.rolloverHour, plays: byMonth[month] ?? [],
                titles: plays.titles.compactMap { Self.title($0, in: span, watched: watchings[$0.id] ?? []) },
                waitedAtStart: waiting(before: span.lowerBound), waitsAtEnd: waiting(before: span.upperBound.adding(days: 1)),
                marked: titles.reduce(0) { $0 + ($1.marked[month.month] ?? 0) },
                stamped: titles.reduce(0) { $0 + ($1.stamped[month.month] ?? 0) },
                sittings: plays.sittings?.filter { $0.day.month == month })
        }
    }

    private struct Watching {
        let day: CalendarDay
        let isFirst: Bool
    }

    /// Nil for a title that was neither watched nor rated in the month.
    private static func title(
        _ title: ReviewTitle, in span: ClosedRange<CalendarDay>, watched: [Watching]
    ) -> ReviewTitle? {
        let isWatched = watched.contains { span.contains($0.day) }
        let ratedOn = title.ratedOn.flatMap { span.contains($0) ? $0 : nil }
        let end = title.isFinished ? title.finishedOn ?? watched.lazy.filter(\.isFirst).map(\.day).max() : nil
        let finishedOn = end.flatMap { span.contains($0) ? $0 : nil }
        guard isWatched || ratedOn != nil || finishedOn != nil else { return nil }
        return ReviewTitle(
            id: title.id, past: watched.contains { $0.day < span.lowerBound } ? .returning : title.past,
            isFinished: finishedOn != nil, finishedOn: finishedOn, rating: title.rating,
            ratedOn: ratedOn)
    }
}
