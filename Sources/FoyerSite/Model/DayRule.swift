import Foundation

/// The one rule that says to which day an instant belongs. Every page, chart and year uses it.
///
/// Shape: a day is a day in the owner's time zone, and it ends at the roll-over hour, not at midnight.
public struct DayRule: Hashable, Sendable {
    /// The zone's IANA name.
    public let zone: String
    /// Hours after midnight that still belong to the evening before, 0 to 23.
    public let rolloverHour: Int
    /// When the zone's offset changed, ascending, and the seconds east of UTC from then on.
    private let changes: [Change]

    private struct Change: Hashable {
        let from: Int64
        let offset: Int
    }

    /// Nil for a name that is no IANA time zone.
    public init?(zone: String, rolloverHour: Int = 4) {
        guard zone.isNameOfIANA, let found = TimeZone(identifier: zone) else { return nil }
        self.zone = zone
        self.rolloverHour = rolloverHour
        // Asked once for all years that a play or an airing can have: a zone's offset costs a look-up in ICU each time.
        var date = Date(timeIntervalSince1970: 915_148_800)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var changes = [Change(from: .min, offset: found.secondsFromGMT(for: date))]
        while let next = found.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            date = next
            changes.append(
                Change(from: Int64(next.timeIntervalSince1970.rounded()), offset: found.secondsFromGMT(for: next)))
        }
        self.changes = changes
    }

    /// UTC, with days that end at midnight.
    public static let utc = DayRule(zone: "UTC", offset: 0)

    private init(zone: String, offset: Int) {
        self.zone = zone
        rolloverHour = 0
        changes = [Change(from: .min, offset: offset)]
    }

    /// The day to which belongs what the owner did at this instant.
    public func day(of moment: Moment) -> CalendarDay { localDay(of: moment, rolloverHour: rolloverHour) }

    /// The day on the calendar on the wall at this instant, which has no roll-over: for what airs, not for what was watched.
    public func calendarDay(of moment: Moment) -> CalendarDay { localDay(of: moment, rolloverHour: 0) }

    /// Seconds east of UTC.
    public func offset(at moment: Moment) -> Int { changes[change(at: moment)].offset }

    /// The last one that was before it; the first stands for all time.
    private func change(at moment: Moment) -> Int { changes.sortedIndex { $0.from <= moment.secondsSince1970 } - 1 }

    private func localDay(of moment: Moment, rolloverHour: Int) -> CalendarDay {
        let change = change(at: moment)
        var local = moment.secondsSince1970 + Int64(changes[change].offset) - Int64(rolloverHour) * 3600
        if change > 0, local < changes[change].from + Int64(changes[change].offset) {
            // A zone that moved across the date line left a day out: the evening before lies on the day before that.
            let leap = Int64(changes[change].offset - changes[change - 1].offset)
            if leap >= 86_400 { local -= leap }
        }
        return CalendarDay(daysSince1970: Int(local.flooredDivision(by: 86_400)))
    }
}
