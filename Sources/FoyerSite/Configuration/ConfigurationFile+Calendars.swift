import Yams

extension ConfigurationFile {
    /// Every key that `calendars` may have.
    enum CalendarKey: String, CaseIterable {
        case files, shows
        case daysBack = "days_back"
        case daysAhead = "days_ahead"
        case alarmMinutes = "alarm_minutes"
        case categories
        case seasonDrops = "season_drops"
    }

    /// Takes a value over; returns what was expected where it is wrong.
    static func apply(_ value: Node, as key: CalendarKey, to settings: inout CalendarSettings) -> Expectation? {
        switch key {
        case .files:
            let files = value.sequence?.map { $0.scalar.flatMap { CalendarFile(rawValue: $0.string) } }
            settings.files = Set(files?.compactMap { $0 } ?? [])
            let names = CalendarFile.allCases.map(\.rawValue).joined(separator: ", ")
            return files == nil || files?.contains(nil) == true ? "a list of \(names)" : nil
        case .shows:
            settings.hasShows = value.bool ?? true
            return value.bool == nil ? "true or false" : nil
        case .daysBack:
            settings.daysBack = value.int ?? 0
            return days(value)
        case .daysAhead:
            settings.daysAhead = value.int
            return days(value)
        case .alarmMinutes:
            settings.alarmMinutes = value.int
            return (0...10_080).contains(value.int ?? -1) ? nil : "a number of minutes from 0 to 10080"
        case .categories:
            settings.hasCategories = value.bool ?? true
            return value.bool == nil ? "true or false" : nil
        case .seasonDrops:
            let drops = value.scalar.flatMap { SeasonDrops(rawValue: $0.string) }
            settings.seasonDrops = drops ?? .one
            return drops == nil ? Expectation(oneOf: SeasonDrops.self) : nil
        }
    }

    private static func days(_ value: Node) -> Expectation? {
        (0...3650).contains(value.int ?? -1) ? nil : "a number of days from 0 to 3650"
    }
}
