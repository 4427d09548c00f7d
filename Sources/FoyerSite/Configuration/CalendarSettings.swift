/// What the owner decides about the calendars.
public struct CalendarSettings: Hashable, Sendable {
    /// Which files there are.
    public var files = Set(CalendarFile.allCases)
    /// Whether each running show has a calendar of its own.
    public var hasShows = true
    public var daysBack = 14
    /// Nil for as far as anything is known.
    public var daysAhead: Int?
    /// Minutes before an airing; nil for no alarms.
    public var alarmMinutes: Int?
    /// Whether events carry categories.
    public var hasCategories = true
    /// Whether a season drop is one event in the form with times; in the form in days it is.
    public var seasonDrops = SeasonDrops.one

    public init() {}
}

/// How calendars show several episodes that come out at once.
public enum SeasonDrops: String, CaseIterable, Sendable {
    /// As one event.
    case one
    /// As an event for each.
    case each
}
