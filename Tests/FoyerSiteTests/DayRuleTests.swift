import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("The day rule", .inEnglish)
struct DayRuleTests {
    @Test(
        "a day ends at the roll-over hour on the clock on the wall",
        arguments: [
            ("UTC", 0, "2026-12-31T23:59:59Z", "2026-12-31"), ("UTC", 0, "2027-01-01T00:00:01Z", "2027-01-01"),
            ("UTC", 4, "2026-12-31T23:59:59Z", "2026-12-31"), ("UTC", 4, "2027-01-01T03:59:59Z", "2026-12-31"),
            ("UTC", 4, "2027-01-01T04:00:00Z", "2027-01-01"), ("UTC", 23, "2026-06-15T22:59:59Z", "2026-06-14"),
            ("UTC", 23, "2026-06-15T23:00:00Z", "2026-06-15"), ("UTC", 4, "2024-03-01T03:59:59Z", "2024-02-29"),
            ("UTC", 4, "2026-03-01T03:59:59Z", "2026-02-28"), ("UTC", 4, "2000-03-01T03:59:59Z", "2000-02-29"),
            ("UTC", 4, "2100-03-01T03:59:59Z", "2100-02-28"),
            // UTC+14: the new year begins there first.
            ("Pacific/Kiritimati", 0, "2026-12-31T09:59:59Z", "2026-12-31"),
            ("Pacific/Kiritimati", 0, "2026-12-31T10:00:00Z", "2027-01-01"),
            ("Pacific/Kiritimati", 4, "2026-12-31T13:59:59Z", "2026-12-31"),
            ("Pacific/Kiritimati", 4, "2026-12-31T14:00:00Z", "2027-01-01"),
            // UTC-12: and here last.
            ("Etc/GMT+12", 0, "2027-01-01T11:59:59Z", "2026-12-31"), ("Etc/GMT+12", 0, "2027-01-01T12:00:00Z", "2027-01-01"),
            // 2 o'clock becomes 3 o'clock: the hour before 4 is the second after 1:59:59.
            ("America/New_York", 4, "2026-03-08T06:59:59Z", "2026-03-07"),
            ("America/New_York", 4, "2026-03-08T07:59:59Z", "2026-03-07"),
            ("America/New_York", 4, "2026-03-08T08:00:00Z", "2026-03-08"),
            ("America/New_York", 2, "2026-03-08T06:59:59Z", "2026-03-07"),
            ("America/New_York", 2, "2026-03-08T07:00:00Z", "2026-03-08"),
            // 2 o'clock becomes 1 o'clock: the same wall time twice.
            ("America/New_York", 4, "2026-11-01T05:30:00Z", "2026-10-31"),
            ("America/New_York", 4, "2026-11-01T06:30:00Z", "2026-10-31"),
            ("America/New_York", 4, "2026-11-01T08:59:59Z", "2026-10-31"),
            ("America/New_York", 4, "2026-11-01T09:00:00Z", "2026-11-01"),
            ("America/New_York", 1, "2026-11-01T04:59:59Z", "2026-10-31"),
            ("America/New_York", 1, "2026-11-01T05:30:00Z", "2026-11-01"),
            ("America/New_York", 1, "2026-11-01T06:30:00Z", "2026-11-01"),
            // Half an hour of summer time: 2 o'clock becomes 1:30.
            ("Australia/Lord_Howe", 4, "2026-04-04T17:29:59Z", "2026-04-04"),
            ("Australia/Lord_Howe", 4, "2026-04-04T17:30:00Z", "2026-04-05"),
            ("Australia/Lord_Howe", 4, "2026-04-03T16:59:59Z", "2026-04-03"),
            ("Australia/Lord_Howe", 4, "2026-04-03T17:00:00Z", "2026-04-04"),
            // UTC+5:45.
            ("Asia/Kathmandu", 0, "2026-01-01T18:14:59Z", "2026-01-01"),
            ("Asia/Kathmandu", 0, "2026-01-01T18:15:00Z", "2026-01-02"),
            ("Asia/Kathmandu", 4, "2026-01-01T22:14:59Z", "2026-01-01"),
            ("Asia/Kathmandu", 4, "2026-01-01T22:15:00Z", "2026-01-02"),
            // Samoa had no 30 December 2011.
            ("Pacific/Apia", 0, "2011-12-30T09:59:59Z", "2011-12-29"), ("Pacific/Apia", 0, "2011-12-30T10:00:00Z", "2011-12-31"),
            ("Pacific/Apia", 4, "2011-12-30T10:00:00Z", "2011-12-29"), ("Pacific/Apia", 4, "2011-12-30T13:59:59Z", "2011-12-29"),
            ("Pacific/Apia", 4, "2011-12-30T14:00:00Z", "2011-12-31"), ("Pacific/Apia", 4, "2011-12-31T13:59:59Z", "2011-12-31"),
        ])
    func literal(zone: String, hour: Int, instant: String, expected: String) throws {
        let rule = try #require(DayRule(zone: zone, rolloverHour: hour))
        #expect(rule.day(of: try moment(instant)).iso == expected)
    }

    @Test(
        "exact midnight UTC is the day that was entered, in every zone and under every roll-over",
        arguments: ["Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "America/New_York", "UTC"], [0, 4, 23])
    func midnight(zone: String, hour: Int) throws {
        let rule = try #require(DayRule(zone: zone, rolloverHour: hour))
        for date in ["2027-01-01", "2024-02-29", "2011-12-30", "2026-03-08"] {
            let entered = HistoryTime(try #require(WireDate(date + "T00:00:00Z")), rule)
            #expect(entered == .day(try day(date)) && entered.day(rule).iso == date)
        }
        // What airs at that instant airs on the day of the wall, which knows no roll-over.
        #expect(
            rule.calendarDay(of: try moment("2027-01-01T00:00:00Z")).iso
                == (zone.hasPrefix("Etc") || zone.hasPrefix("America") ? "2026-12-31" : "2027-01-01"))
    }

    static let zones = [
        "UTC", "Pacific/Kiritimati", "Pacific/Apia", "Pacific/Fakaofo", "America/New_York", "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Europe/Lisbon", "America/Sao_Paulo", "America/St_Johns", "Africa/Casablanca", "Asia/Pyongyang", "America/Caracas",
        "Europe/Istanbul", "Asia/Gaza", "Antarctica/Troll", "Pacific/Chatham", "Asia/Tehran",
    ]

    @Test("every day and every clock time is the one that Foundation's calendar gives", arguments: zones, [0, 4, 23])
    func reference(zone: String, hour: Int) throws {
        let rule = try #require(DayRule(zone: zone, rolloverHour: hour))
        let reference = try #require(Reference(zone: zone, rolloverHour: hour))
        var chance = SeededChance(seed: hour + zone.count)
        let (start, end) = (
            try moment("2000-01-01T00:00:00Z").secondsSince1970, try moment("2037-12-31T00:00:00Z").secondsSince1970
        )
        var instants = (0..<100).map { _ in Int64.random(in: start...end, using: &chance) }
        for change in reference.changes(from: start, to: end) {
            let hours = Int64(hour) * 3600
            instants += [
                change - 1, change, change + 1, change + hours - 1, change + hours, change + hours + 3600, change - 3600,
            ]
        }
        for seconds in instants {
            let moment = Moment(secondsSince1970: seconds)
            try #require(rule.day(of: moment).iso == reference.day(of: seconds), "\(seconds)")
            try #require(rule.calendarDay(of: moment).iso == reference.wallDay(of: seconds), "\(seconds)")
            try #require(rule.clock(of: moment) == reference.clock(of: seconds), "\(seconds)")
        }
    }

    @Test("days only go forward while time does", arguments: zones)
    func monotony(zone: String) throws {
        let rule = try #require(DayRule(zone: zone))
        let start = try moment("2011-12-20T00:00:01Z").secondsSince1970
        var last = rule.day(of: Moment(secondsSince1970: start))
        for step in 1..<2000 {
            let next = rule.day(of: Moment(secondsSince1970: start + Int64(step) * 1801))
            try #require(next >= last)
            last = next
        }
    }

    @Test(
        "a name that is no zone gives no rule",
        arguments: [
            "Mars/Olympus", "", "Europe/Lisbon/..", "../etc/passwd", "+25:00", "UTC+2", "UTC-05:30", "GMT+3", "GMT+0200", "BST",
            "PST", "IST",
        ])
    func noZone(name: String) { #expect(DayRule(zone: name) == nil) }

    @Test("names of IANA's are zones, those of a single word too, and some of Etc, which count the other way round")
    func ianaNames() throws {
        let noon = try moment("2026-11-20T12:00:00Z")
        for name in ["UTC", "GMT", "Zulu", "CET", "EST5EDT", "Japan", "NZ-CHAT", "Europe/Kyiv", "Asia/Calcutta", "US/Pacific"] {
            #expect(DayRule(zone: name)?.zone == name)
        }
        #expect(DayRule(zone: "Etc/GMT-2")?.offset(at: noon) == 7_200)
    }

    @Test("instants far outside every table keep the nearest offset")
    func extremes() throws {
        let rule = try #require(DayRule(zone: "Asia/Kathmandu", rolloverHour: 0))
        #expect(rule.day(of: try moment("9999-12-31T18:15:01Z")).iso == "10000-01-01")
        #expect(rule.day(of: try moment("0001-01-01T00:00:01Z")).iso == "0001-01-01")
        #expect(rule.offset(at: .distantPast) == 20_700)
    }
}

@Suite("Days of the calendar", .inEnglish)
struct DayCalendarTests {
    @Test("days, months and weekdays are those of Foundation's calendar, leap days too")
    func civil() throws {
        let reference = try #require(Reference(zone: "UTC", rolloverHour: 0))
        for number in stride(from: -141_000, through: 2_932_896, by: 9_973) {
            try #require(CalendarDay(daysSince1970: number).iso == reference.wallDay(of: Int64(number) * 86_400))
        }
        for (written, weekday) in [
            ("1970-01-01", "Thursday"), ("2000-02-29", "Tuesday"), ("2024-02-29", "Thursday"), ("2026-12-31", "Thursday"),
            ("1969-12-31", "Wednesday"), ("1600-02-29", "Tuesday"), ("2100-02-28", "Sunday"),
        ] {
            #expect(try day(written).iso == written)
            #expect(try day(written).weekday == weekday)
        }
        #expect(try day("2024-02-28").adding(days: 1).iso == "2024-02-29")
        #expect(try day("2100-02-28").adding(days: 1).iso == "2100-03-01")
        #expect(try day("2026-11-20").words == "20 November 2026")
        #expect(try day("2026-11-20").shortWords == "20\u{A0}Nov\u{A0}2026")
    }

    @Test("months add up across years in both directions")
    func months() {
        let november = CalendarMonth(year: 2026, month: 11)
        #expect(november.adding(months: 2) == CalendarMonth(year: 2027, month: 1))
        #expect(november.adding(months: -11) == CalendarMonth(year: 2025, month: 12))
        #expect(november.adding(months: -2026 * 12 - 11) == CalendarMonth(year: -1, month: 12))
        for months in -40...40 { #expect(november.adding(months: months).adding(months: -months) == november) }
        #expect(november.shortWords == "Nov 2026")
    }
}

/// The same rule by Foundation's calendar, step by step.
private struct Reference {
    private let calendar: Calendar
    private let utc: Calendar
    private let rolloverHour: Int

    init?(zone: String, rolloverHour: Int) {
        guard let found = TimeZone(identifier: zone), let utcZone = TimeZone(identifier: "UTC") else { return nil }
        var calendar = Calendar(identifier: .iso8601)
        var utc = calendar
        calendar.timeZone = found
        utc.timeZone = utcZone
        (self.calendar, self.utc, self.rolloverHour) = (calendar, utc, rolloverHour)
    }

    func day(of seconds: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(seconds))
        if calendar.component(.hour, from: date) >= rolloverHour { return Self.written(date, calendar) }
        // The evening before is on whatever day the last second before this day was.
        return Self.written(calendar.startOfDay(for: date).addingTimeInterval(-1), calendar)
    }

    func wallDay(of seconds: Int64) -> String { Self.written(Date(timeIntervalSince1970: Double(seconds)), calendar) }

    func clock(of seconds: Int64) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: Date(timeIntervalSince1970: Double(seconds)))
        return Self.digits(parts.hour, 2) + ":" + Self.digits(parts.minute, 2)
    }

    func changes(from start: Int64, to end: Int64) -> [Int64] {
        var changes: [Int64] = []
        var date = Date(timeIntervalSince1970: Double(start))
        while let next = calendar.timeZone.nextDaylightSavingTimeTransition(after: date), next.timeIntervalSince1970 < Double(end)
        {
            changes.append(Int64(next.timeIntervalSince1970))
            date = next
        }
        return changes
    }

    private static func written(_ date: Date, _ calendar: Calendar) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return digits(parts.year, 4) + "-" + digits(parts.month, 2) + "-" + digits(parts.day, 2)
    }

    private static func digits(_ number: Int?, _ length: Int) -> String {
        let digits = number.map(String.init) ?? "?"
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}

@Suite("The first instant of a day", .inEnglish)
struct FirstMomentTests {
    @Test(
        "it is midnight, or where a zone has none the first instant after it",
        arguments: [
            ("Europe/Stockholm", "2026-07-01", "2026-06-30T22:00:00Z"), ("UTC", "2026-07-01", "2026-07-01T00:00:00Z"),
            ("Pacific/Kiritimati", "2026-07-01", "2026-06-30T10:00:00Z"),
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"), ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
        ])
    func first(zone: String, date: String, expected: String) throws {
        let rule = try #require(DayRule(zone: zone))
        #expect(rule.firstMoment(of: try day(date)).rfc3339 == expected)
    }

    @Test(
        "it lies in its day, and the instant before it does not",
        arguments: ["Europe/Lisbon", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "America/Asuncion"])
    func each(zone: String) throws {
        let rule = try #require(DayRule(zone: zone))
        for days in 18_000..<21_000 {
            let day = CalendarDay(daysSince1970: days)
            let first = rule.firstMoment(of: day)
            #expect(rule.calendarDay(of: first) == day)
            #expect(rule.calendarDay(of: Moment(secondsSince1970: first.secondsSince1970 - 1)) < day)
        }
    }
}
