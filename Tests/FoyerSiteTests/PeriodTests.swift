import Simkl
import Testing

@testable import FoyerSite

@Suite("Periods and their boundaries", .inEnglish)
struct PeriodTests {
    private func film(_ id: Int, _ date: String, runtime: Int = 60) -> String {
        #"{"status":"completed","last_watched_at":"\#(date)","movie":{"title":"F\#(id)","runtime":\#(runtime),"ids":{"simkl":\#(id)}}}"#
    }

    private func library(_ dates: [String], zone: String) throws -> Library {
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let films = dates.enumerated().map { film($0 + 1, $1) }
        return try AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#]).merged(options).library
    }

    private func plays(_ period: Period, _ library: Library) -> Int { PeriodStatistics(period, of: library).total.plays }

    @Test("the last play of the year ends at the roll-over hour, in the owner's zone")
    func turnOfTheYear() throws {
        let dates = ["2027-01-01T08:59:59Z", "2027-01-01T09:00:00Z", "2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z"]
        let library = try library(dates, zone: "America/New_York")
        #expect(plays(.year(2026), library) == 2 && plays(.year(2027), library) == 2 && plays(.allTime, library) == 4)
        #expect(plays(.month(CalendarMonth(year: 2026, month: 12)), library) == 2)
        #expect(library.plays.months == [CalendarMonth(year: 2026, month: 12), CalendarMonth(year: 2027, month: 1)])
        let hours = PeriodStatistics(.allTime, of: library).activity.hours
        // A day that was entered has no hour.
        let told = hours.enumerated().flatMap { weekday, hours in
            hours.enumerated().flatMap { hour, totals in Array(repeating: [weekday, hour], count: totals.plays) }
        }
        #expect(told == [[3, 3], [3, 18], [4, 4]])
    }

    @Test("days with 23 and 25 hours are one day, and their hours are those on the clock")
    func daylightSaving() throws {
        // In Berlin, 2026-03-29 has no hour 2, and 2026-10-25 has it twice.
        let dates = [
            "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-03-29T01:59:59Z", "2026-03-29T02:00:00Z",
            "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:59:59Z", "2026-10-25T03:00:00Z",
        ]
        let activity = PeriodStatistics(.year(2026), of: try library(dates, zone: "Europe/Berlin")).activity
        let days = activity.days.mapValues(\.plays)
        #expect(
            days == [
                try day("2026-03-28"): 3, try day("2026-03-29"): 1, try day("2026-10-24"): 3, try day("2026-10-25"): 1,
            ])
        let hours = (0..<24).map { hour in [hour, activity.hours.reduce(0) { $0 + $1[hour].plays }] }.filter { $0[1] > 0 }
        #expect(hours == [[1, 1], [2, 2], [3, 3], [4, 2]])
    }

    @Test("29 February is the last day of a leap year's February")
    func leapDay() throws {
        let library = try library(
            ["2028-02-28T12:00:00Z", "2028-02-29T12:00:00Z", "2028-03-01T02:00:00Z", "2028-03-01T12:00:00Z"], zone: "UTC")
        let february = PeriodStatistics(.month(CalendarMonth(year: 2028, month: 2)), of: library)
        #expect(try february.total.plays == 3 && february.activity.days[day("2028-02-29")]?.plays == 2)
        #expect(february.activity.longestRun == DaySpan(first: try day("2028-02-28"), last: try day("2028-02-29")))
        #expect(PeriodStatistics(.allTime, of: library).activity.longestRun?.length == 3)
        #expect(Period.year(2028).days.map { DaySpan(first: $0.lowerBound, last: $0.upperBound).length } == 366)
    }

    @Test(
        "weeks are those of ISO 8601",
        arguments: [
            ("2026-12-31", 2026, 53), ("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1),
            ("2021-01-01", 2020, 53), ("2023-01-01", 2022, 52), ("2026-01-01", 2026, 1), ("2025-12-29", 2026, 1),
        ])
    func isoWeeks(text: String, year: Int, week: Int) throws {
        let date = try day(text)
        let own = CalendarWeek(date)
        #expect(own.year == year && own.week == week)
        #expect(own.firstDay.weekdayIndex == 0 && CalendarWeek(own.firstDay) == own && own.firstDay <= date)
    }

    @Test("a week across the turn of the year is in both years, each with its own days")
    func splitWeek() throws {
        let days = ["2026-12-31T12:00:00Z", "2027-01-02T12:00:00Z", "2027-01-05T12:00:00Z"]
        let library = try library(days.flatMap { Array(repeating: $0, count: 10) }, zone: "UTC")
        let pages = try StatisticsPagesText(library, now: "2028-01-01T12:00:00Z")
        #expect(
            try pages.sections("2027")["Week by week"]?.prefix(2) == [
                ["W53 of 2026, from 1 Jan", "10.0", "10"], ["W01", "10.0", "10"],
            ])
        #expect(try pages.sections("2027")["Week by week"]?.count == 53)
        #expect(PeriodStatistics(.year(2026), of: library).activity.weeks.values.map(\.plays) == [10])
        #expect(PeriodStatistics(.allTime, of: library).activity.weeks.values.map(\.plays).sorted() == [10, 20])
    }

    @Test("years link to their months and neighbours, over empty ones, and months still to come are no zeros")
    func links() throws {
        let days = ["2024-05-05T12:00:00Z", "2026-01-05T12:00:00Z", "2026-11-05T12:00:00Z"]
        let library = try library(days.flatMap { Array(repeating: $0, count: 10) }, zone: "UTC")
        let pages = try StatisticsPagesText(library)
        let year = try pages.markdown("2026")
        #expect(year.contains("[← 2024](../../statistics/2024/index.html) · [All time](../../statistics/index.html)\n"))
        #expect(year.contains("| [Jan 2026](../../statistics/2026/01/index.html) | 10.0 | 10 |\n| Feb 2026 | 0.0 | 0 |"))
        #expect(year.contains("| Dec 2026 | – | – |"))
        #expect(
            try pages.markdown("2024").contains(
                "[All time](../../statistics/index.html) · [2026 →](../../statistics/2026/index.html)"))
        let month = try pages.markdown("2026-01")
        #expect(month.contains("[← May 2024](../../../statistics/2024/05/index.html)"))
        #expect(
            month.contains(
                "[2026](../../../statistics/2026/index.html) · [November 2026 →](../../../statistics/2026/11/index.html)"))
        #expect(
            year.contains("\n[January](../../statistics/2026/01/index.html) · [November](../../statistics/2026/11/index.html)\n"))
        let all = try pages.markdown("")
        #expect(all.contains("\n[2024](../statistics/2024/index.html) · [2026](../statistics/2026/index.html)\n"))
        #expect(all.contains("| [2024](../statistics/2024/index.html) | 10.0 | 10 |\n| 2025 | 0.0 | 0 |\n| [2026]"))
    }

    @Test("a streak goes on until a whole day has passed without a play")
    func currentRun() throws {
        let dates = (1...4).map { "2026-11-0\($0)T12:00:00Z" }
        let activity = PeriodStatistics(.allTime, of: try library(dates, zone: "UTC")).activity
        let expected = [("2026-11-03", nil), ("2026-11-04", 4), ("2026-11-05", 4), ("2026-11-06", nil)] as [(String, Int?)]
        for (today, length) in expected {
            #expect(activity.currentRun(today: try day(today))?.length == length, "\(today)")
        }
    }

    @Test(
        "a sitting ends where the pause is longer than the episode and 45 minutes",
        arguments: [(0, [3]), (60, [3]), (75 * 60, [3]), (76 * 60, [])] as [(Int, [Int])])
    func binges(gap: Int, expected: [Int]) throws {
        let start = 1_790_000_000
        let times = [start, start + gap, start + gap + 1800].map { Moment(secondsSince1970: Int64($0)) }
        var title = TitleRecord(id: TitleID(kind: .tv, simkl: 1), name: "S")
        title.plays = times.enumerated().map { number, moment in
            Play(episode: EpisodeNumber(season: 1, number: number + 1), time: .real(moment), length: .exact(minutes: 30))
        }
        #expect(Binge.all(of: Title(title), at: 0, days: .utc).map(\.totals.plays) == expected)
        // A day without a time is in no sitting, and a film is no episode.
        title.plays[1] = Play(episode: EpisodeNumber(season: 1, number: 2), time: .day(times[1].utcDay), length: .unknown)
        #expect(Binge.all(of: Title(title), at: 0, days: .utc).isEmpty)
    }

    @Test("fewer than five numbers are no sample, and a histogram says the same as its numbers")
    func samples() {
        #expect(Sample([1, 2, 3, 4]) == nil && Sample([]) == nil && Sample(histogram: [7: 4]) == nil)
        #expect(Sample([5, 1, 100, 2, 2]).map { [$0.mean, $0.median] } == [22, 2])
        #expect(Sample(histogram: [5: 1, 1: 1, 100: 1, 2: 2]) == Sample([5, 1, 100, 2, 2]))
        #expect(Sample(histogram: [1: 3, 2: 3])?.median == 1.5)
    }
}
