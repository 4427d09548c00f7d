extension Play {
    /// The day, with the time in an edition that tells it, or why there is none: `1 Mar 2026, 20:00`, `Marked on 5 May 2026`.
    func when(_ days: DayRule) -> String {
        let when = dayAndClock(days)
        return rewatch == nil ? when : phrase("title.again", ["what": when])
    }

    private func dayAndClock(_ days: DayRule) -> String {
        guard let day = time.day(days) else { return reason }
        return [day.shortWords, time.moment.map { days.clock(of: $0) }].compactMap { $0 }.joined(separator: ", ")
    }

    /// Why there is no day.
    private var reason: String {
        switch time {
        case .marked(let day): phrase("title.markedOn", ["day": day.shortWords])
        case .year(let year): phrase("title.inYear", ["year": String(year)])
        case .stamped: IndexedPlay.Evidence.stamped.words
        case .real, .realDay, .day, .undated: phrase("title.dayUnknown")
        }
    }
}
