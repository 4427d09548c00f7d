import Foundation
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Goals", .inEnglish)
struct GoalTests {
    /// A moment and a zone in which it is awkward to say which day it is, and how many are over.
    struct Case: Sendable, CustomTestStringConvertible {
        let now: String
        let zone: String

        var testDescription: String { "\(now) in \(zone)" }
    }

    private static let cases = [
        Case(now: "2028-02-29T12:00:00Z", zone: "UTC"),
        Case(now: "2028-03-01T03:59:59Z", zone: "UTC"),
        Case(now: "2027-12-31T15:30:00Z", zone: "Pacific/Auckland"),
        Case(now: "2028-01-01T11:30:00Z", zone: "America/Los_Angeles"),
        Case(now: "2028-01-01T12:30:00Z", zone: "America/Los_Angeles"),
        Case(now: "2028-12-31T23:00:00Z", zone: "UTC"),
        Case(now: "2027-03-28T01:30:00Z", zone: "Europe/Stockholm"),
        Case(now: "2027-10-31T02:30:00Z", zone: "Europe/Stockholm"),
        Case(now: "2026-11-01T09:30:00Z", zone: "America/Los_Angeles"),
    ]

    /// One viewing a day at most, at any time of it: films of 100 minutes, and shows of three episodes of 50.
    private struct Viewings {
        var films: [Date] = []
        var shows: [[Date]] = []

        init(until now: Date, seed: UInt64) {
            var chance = SplitMix(seed: seed)
            var (show, date): ([Date], Date) = ([], now.addingTimeInterval(7 - 800 * 86_400))
            while true {
                date +=
                    Double(Int.random(in: 20...90, using: &chance)) * 3600 + 60 * Double(Int.random(in: 1...59, using: &chance))
                guard date < now else { break }
                if Bool.random(using: &chance) {
                    films.append(date)
                } else {
                    show.append(date)
                    if show.count == 3 {
                        shows.append(show)
                        show = []
                    }
                }
            }
        }

        var account: AccountFiles {
            let format = ISO8601DateFormatter()
            let films = films.enumerated().map { index, date in
                #"{"status":"completed","last_watched_at":"\#(format.string(from: date))","movie":{"title":"F\#(index)","runtime":100,"ids":{"simkl":\#(index + 5000)}}}"#
            }
            let shows = shows.enumerated().map { index, dates in
                let episodes = dates.enumerated().map { #"{"number":\#($0 + 1),"watched_at":"\#(format.string(from: $1))"}"# }
                return #"""
                    {"status":"completed","watched_episodes_count":3,"total_episodes_count":3,"not_aired_episodes_count":0,
                    "show":{"title":"S\#(index)","runtime":50,"ids":{"simkl":\#(index + 1)}},
                    "seasons":[{"number":1,"episodes":[\#(episodes.joined(separator: ","))]}]}
                    """#
            }
            return AccountFiles([
                "all-items.json": #"{"movies":[\#(films.joined(separator: ","))],"shows":[\#(shows.joined(separator: ","))]}"#
            ])
        }
    }

    /// The day of a moment by Foundation's calendar: until four in the morning still the one before.
    private static func day(_ date: Date, _ calendar: Calendar) throws -> DateComponents {
        let parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
        let noon = try #require(
            calendar.date(from: DateComponents(year: parts.year, month: parts.month, day: parts.day, hour: 12)))
        let own = try #require(calendar.date(byAdding: .day, value: (parts.hour ?? 0) < 4 ? -1 : 0, to: noon))
        return calendar.dateComponents([.year, .month, .day], from: own)
    }

    @Test("every number is that of an independent count", arguments: cases)
    func counted(example: Case) async throws {
        let now = try #require(ISO8601DateFormatter().date(from: example.now))
        let viewings = Viewings(until: now, seed: UInt64(example.now.utf8.reduce(0) { $0 * 31 % 100_003 + Int($1) }))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: example.zone))
        let today = try Self.day(now, calendar)
        let (year, month, number) = try (#require(today.year), #require(today.month), #require(today.day))

        var goals = Goals()
        goals.thisYear = [.hours: 200, .episodes: 90, .films: 52, .shows: 30]
        goals.thisMonth = [.films: 4]
        let site = try await BuiltSite(viewings.account, now: example.now, zone: example.zone, goals: goals)

        func days(_ dates: [Date], inMonth: Bool = false) throws -> Int {
            try dates.count { date in
                let day = try Self.day(date, calendar)
                return day.year == year && (!inMonth || day.month == month)
            }
        }
        let films = try days(viewings.films)
        let episodes = try days(viewings.shows.flatMap { $0 })
        let shows = try days(viewings.shows.map { $0[2] })
        let filmsInMonth = try days(viewings.films, inMonth: true)
        let minutes = films * 100 + episodes * 50
        let noon = try #require(calendar.date(from: DateComponents(year: year, month: month, day: number, hour: 12)))
        let length = try #require(calendar.range(of: .day, in: .year, for: noon)?.count)
        let over = try #require(calendar.ordinality(of: .day, in: .year, for: noon)) - 1
        let monthLength = try #require(calendar.range(of: .day, in: .month, for: noon)?.count)
        let monthName = "\(Self.months[month - 1]) \(year)"

        func line(_ name: String, _ done: Int, of amount: Int, _ over: Int, _ length: Int, unit: Int = 1) -> String {
            let target = amount * unit
            let exact = (Double(done) - Double(target) * Double(over) / Double(length)) / Double(unit)
            let whole = Int(exact.magnitude + 1e-9)
            let pace = whole == 0 ? "on pace" : exact > 0 ? "\(whole) ahead" : "\(whole) behind"
            let left = Int((Double(target - done) / Double(unit)).rounded(.up))
            let days = length - over
            let state = done >= target ? "reached" : "\(pace) · \(left) to go, \(days) \(days == 1 ? "day" : "days") left"
            let percent = done >= target ? 100 : Int(Double(done) / Double(target) * 100 + 1e-9)
            return "**\(name):** \(done / unit) of \(amount) · `\(percent) % · \(over * 100 / length) %` *\(state)*"
        }
        #expect(
            items(site.markdown(""), under: "Goals") == [
                line("Hours in \(year)", minutes, of: 200, over, length, unit: 60),
                line("Episodes in \(year)", episodes, of: 90, over, length),
                line("Films in \(year)", films, of: 52, over, length),
                line("Shows finished in \(year)", shows, of: 30, over, length),
                line("Films in \(monthName)", filmsInMonth, of: 4, number - 1, monthLength),
            ])
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    @Test("a year that is over tells what was reached or missed, by goals of its own, and runs along its leap day")
    func over() async throws {
        let rows = [("2028-01-15", 1), ("2028-02-29", 2), ("2028-03-01", 3), ("2028-12-31", 4), ("2029-01-02", 5)].map {
            #"{"status":"completed","last_watched_at":"\#($0.0)T20:00:00Z","movie":{"title":"F\#($0.1)","runtime":90,"ids":{"simkl":\#($0.1)}}}"#
        }
        var goals = Goals()
        goals.thisYear = [.films: 10]
        goals.periods = [
            .year(2028): [.films: 6, .hours: 6], .month(CalendarMonth(year: 2028, month: 2)): [.films: 1],
            .year(2029): [.films: 12],
        ]
        let site = try await BuiltSite(
            AccountFiles(["all-items.json": #"{"movies":[\#(rows.joined(separator: ","))]}"#]), now: "2029-01-02T22:00:00Z",
            goals: goals)
        #expect(
            items(site.markdown(""), under: "Goals") == [
                "**Films in 2029:** 1 of 12 · `8 % · 0 %` *on pace · 11 to go, 364 days left*"
            ])
        let review = site.markdown("year/2028/")
        #expect(review.contains("**Hours in 2028: 6 of 6, reached**") && review.contains("**Films in 2028: 4 of 6, 2 short**"))
        #expect(
            tables(review, header: "Month | Films in 2028 | Even pace") == [
                [
                    ["Jan", "1", "0"], ["Feb", "2", "0"], ["Mar", "3", "1"], ["Apr", "3", "1"], ["May", "3", "2"],
                    ["Jun", "3", "2"], ["Jul", "3", "3"], ["Aug", "3", "4"], ["Sep", "3", "4"], ["Oct", "3", "5"],
                    ["Nov", "3", "5"], ["Dec", "4", "6"],
                ]
            ])
        let month = tables(site.markdown("year/2028/02/"), header: "Day | Films in February 2028 | Even pace")
        #expect(month.first?.count == 29 && month.first?.last == ["29", "1", "1"])
        #expect(!site.markdown("year/2028/03/").contains("Even pace"))
    }

    @Test("without goals nothing is said of any")
    func none() async throws {
        let site = try await BuiltSite(Viewings(until: Date(timeIntervalSince1970: 1_795_000_000), seed: 1).account)
        #expect(site.files.values.allSatisfy { !$0.contains("Even pace") && !$0.contains("## Goals") })
    }
}
