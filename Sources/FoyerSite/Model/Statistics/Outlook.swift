/// When a show that is going on can be over: what its own page says of that.
struct Outlook: Hashable, Sendable {
    /// Whether all that has aired is less than the owner watches in an ordinary week.
    let isWithinAWeek: Bool
    /// The day on which it is watched at its own pace; nil where there is none, or it should have been by now.
    let end: CalendarDay?

    /// What it is told apart by.
    var fingerprint: String { "\(isWithinAWeek) \(end?.iso ?? "")" }

    /// Further on, a pace says nothing.
    private static let farthest = 730

    /// Nil where there is nothing to say.
    init?(_ title: Title, pace: Pace, today: CalendarDay, days: DayRule) {
        guard title.status == .watching, !title.isFilm, let left = title.timeLeft, !left.isNothing else { return nil }
        isWithinAWeek = left.unmeasured == 0 && left.minutes <= pace.weekMinutes
        let end = TitlePace(of: title, days: days)?.end(after: left.episodes)
        self.end = end.flatMap { today <= $0 && $0 <= today.adding(days: Self.farthest) ? $0 : nil }
        if !isWithinAWeek, self.end == nil { return nil }
    }
}
