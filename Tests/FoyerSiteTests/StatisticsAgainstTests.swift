import Foundation
import Testing

@testable import FoyerSite

@Suite("Statistics of one period against another", .inEnglish)
struct StatisticsAgainstTests {
    /// One play on each of many days, near their ends too.
    private struct Plays {
        var all: [(moment: Date, isFilm: Bool, minutes: Int)] = []

        init(seed: Int) throws {
            var chance = SeededChance(seed: seed + 77)
            let first = try Date("2022-12-20T00:00:00Z", strategy: .iso8601)
            for day in 0..<2_300 where chance.chance(1, in: 2) {
                let seconds = chance.pick([3, 4, 7, 11, 12, 15, 20, 23]) * 3600 + Int.random(in: 60..<3_500, using: &chance)
                all.append((first + Double(day * 86_400 + seconds), chance.chance(1, in: 2), chance.pick([24, 47, 95, 131])))
            }
        }

        func files(until now: Date) throws -> AccountFiles {
            var buckets: [String: [Any]] = ["movies": [], "shows": []]
            for (id, play) in all.enumerated() where play.moment <= now {
                let time = play.moment.formatted(.iso8601)
                let media: [String: Any] = ["title": "T\(id)", "runtime": play.minutes, "ids": ["simkl": id + 1]]
                if play.isFilm {
                    buckets["movies"]?.append(["status": "completed", "last_watched_at": time, "movie": media] as [String: Any])
                } else {
                    let seasons = [["number": 1, "episodes": [["number": 1, "watched_at": time]]]]
                    buckets["shows"]?.append(["status": "watching", "show": media, "seasons": seasons] as [String: Any])
                }
            }
            return AccountFiles(["all-items.json": try json(buckets)])
        }

        func numbers(_ first: String, _ last: String, until now: Date, zone: String) throws -> Numbers {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
            var wall = calendar
            wall.timeZone = .gmt
            func day(_ moment: Date) throws -> String {
                let parts = calendar.dateComponents([.year, .month, .day, .hour], from: moment)
                let date = try #require(wall.date(from: DateComponents(year: parts.year, month: parts.month, day: parts.day)))
                return String((date - ((parts.hour ?? 0) < 4 ? 86_400 : 0)).formatted(.iso8601).prefix(10))
            }
            let days = try all.filter { $0.moment <= now }.map { (day: try day($0.moment), play: $0) }
            let own = days.filter { first <= $0.day && $0.day <= last }
            let minutes = own.reduce(0) { $0 + $1.play.minutes }
            let length = try Date(last + "T00:00:00Z", strategy: .iso8601).timeIntervalSince(
                Date(first + "T00:00:00Z", strategy: .iso8601))
            return Numbers(
                tenths: Int((Double(minutes) / 6).rounded()), episodes: own.count { !$0.play.isFilm },
                films: own.count(where: \.play.isFilm), days: Set(own.map(\.day)).count, length: Int(length) / 86_400 + 1)
        }

        /// The three rows of two periods.
        func rows(
            _ names: (String, String), _ own: (String, String), _ before: (String, String), until now: Date, zone: String
        ) throws -> [[String]] {
            let new = try numbers(own.0, own.1, until: now, zone: zone)
            let old = try numbers(before.0, before.1, until: now, zone: zone)
            guard old.episodes + old.films >= 5 else { return [] }
            return [
                [names.0] + new.cells, [names.1] + old.cells,
                [
                    "Difference", Numbers.signed(new.tenths - old.tenths),
                    Numbers.signed(new.episodes - old.episodes, Numbers.grouped),
                    Numbers.signed(new.films - old.films, Numbers.grouped), Numbers.signed(new.days - old.days, Numbers.grouped),
                ],
            ]
        }
    }

    private struct Numbers {
        let tenths: Int
        let episodes: Int
        let films: Int
        let days: Int
        let length: Int

        var hours: String { Self.hours(tenths) }
        var cells: [String] { [hours, "\(episodes)", "\(films)", "\(days)/\(length)"] }

        static func grouped(_ number: Int) -> String {
            number < 1000 ? "\(number)" : "\(number / 1000),\(String(format: "%03d", number % 1000))"
        }

        static func hours(_ tenths: Int) -> String { "\(grouped(tenths / 10)).\(tenths % 10)" }

        static func signed(_ number: Int, _ text: (Int) -> String = hours) -> String {
            (number > 0 ? "+" : number < 0 ? "−" : "") + text(abs(number))
        }
    }

    private func rows(_ markdown: String) -> [[String]] {
        tables(markdown, header: "Time | Hours | Episodes | Films | Days").flatMap { $0 }
            .map { $0.map { $0.replacing("*", with: "").replacing("\u{A0}", with: " ") } }
    }

    struct Night: Sendable {
        var now: String
        var zone = "Europe/Berlin"
        var year: (String, String, String, String)
        var season: (String, String, String, String)
        var month: (String, String, String, String)
        /// The first days, which the names tell.
        var starts: (year: (String, String), season: (String, String), month: (String, String))
    }

    /// The day of the data; the names and the last days of this year and the last, this season and the last year's, this month and the
    /// last.
    static let nights = [
        Night(
            now: "2026-11-20T12:00:00Z", year: ("2026, to 20 Nov", "2026-11-20", "2025, to 20 Nov", "2025-11-20"),
            season: ("Oct–Dec 2026, to 20 Nov", "2026-11-20", "Oct–Dec 2025, to 20 Nov", "2025-11-20"),
            month: ("Nov 2026, to 20 Nov", "2026-11-20", "Oct 2026, to 20 Oct", "2026-10-20"),
            starts: (("2026-01-01", "2025-01-01"), ("2026-10-01", "2025-10-01"), ("2026-11-01", "2026-10-01"))),
        // A leap day has none a year before, and is not the last of its season.
        Night(
            now: "2028-02-29T12:00:00Z", year: ("2028, to 29 Feb", "2028-02-29", "2027, to 28 Feb", "2027-02-28"),
            season: ("Jan–Mar 2028, to 29 Feb", "2028-02-29", "Jan–Mar 2027, to 28 Feb", "2027-02-28"),
            month: ("Feb 2028", "2028-02-29", "Jan 2028", "2028-01-31"),
            starts: (("2028-01-01", "2027-01-01"), ("2028-01-01", "2027-01-01"), ("2028-02-01", "2028-01-01"))),
        // After a leap year.
        Night(
            now: "2025-03-01T12:00:00Z", year: ("2025, to 1 Mar", "2025-03-01", "2024, to 1 Mar", "2024-03-01"),
            season: ("Jan–Mar 2025, to 1 Mar", "2025-03-01", "Jan–Mar 2024, to 1 Mar", "2024-03-01"),
            month: ("Mar 2025, to 1 Mar", "2025-03-01", "Feb 2025, to 1 Feb", "2025-02-01"),
            starts: (("2025-01-01", "2024-01-01"), ("2025-01-01", "2024-01-01"), ("2025-03-01", "2025-02-01"))),
        // The month before is shorter.
        Night(
            now: "2027-03-30T12:00:00Z", year: ("2027, to 30 Mar", "2027-03-30", "2026, to 30 Mar", "2026-03-30"),
            season: ("Jan–Mar 2027, to 30 Mar", "2027-03-30", "Jan–Mar 2026, to 30 Mar", "2026-03-30"),
            month: ("Mar 2027, to 30 Mar", "2027-03-30", "Feb 2027", "2027-02-28"),
            starts: (("2027-01-01", "2026-01-01"), ("2027-01-01", "2026-01-01"), ("2027-03-01", "2027-02-01"))),
        // The night of New Year belongs to the evening before: all that runs is over with it.
        Night(
            now: "2027-01-01T02:30:00Z", year: ("2026", "2026-12-31", "2025", "2025-12-31"),
            season: ("Oct–Dec 2026", "2026-12-31", "Oct–Dec 2025", "2025-12-31"),
            month: ("Dec 2026", "2026-12-31", "Nov 2026", "2026-11-30"),
            starts: (("2026-01-01", "2025-01-01"), ("2026-10-01", "2025-10-01"), ("2026-12-01", "2026-11-01"))),
        Night(
            now: "2027-01-01T02:30:00Z", zone: "Asia/Tokyo",
            year: ("2027, to 1 Jan", "2027-01-01", "2026, to 1 Jan", "2026-01-01"),
            season: ("Jan–Mar 2027, to 1 Jan", "2027-01-01", "Jan–Mar 2026, to 1 Jan", "2026-01-01"),
            month: ("Jan 2027, to 1 Jan", "2027-01-01", "Dec 2026, to 1 Dec", "2026-12-01"),
            starts: (("2027-01-01", "2026-01-01"), ("2027-01-01", "2026-01-01"), ("2027-01-01", "2026-12-01"))),
        // A day on which the clocks change, and the day before by the roll-over hour.
        Night(
            now: "2026-11-01T08:30:00Z", zone: "America/New_York",
            year: ("2026, to 31 Oct", "2026-10-31", "2025, to 31 Oct", "2025-10-31"),
            season: ("Oct–Dec 2026, to 31 Oct", "2026-10-31", "Oct–Dec 2025, to 31 Oct", "2025-10-31"),
            month: ("Oct 2026", "2026-10-31", "Sep 2026", "2026-09-30"),
            starts: (("2026-01-01", "2025-01-01"), ("2026-10-01", "2025-10-01"), ("2026-10-01", "2026-09-01"))),
    ]

    @Test("this year, season and month so far stand beside the earlier ones up to the same day", arguments: nights.indices, 1...2)
    func running(index: Int, seed: Int) throws {
        let night = Self.nights[index]
        let plays = try Plays(seed: seed)
        let now = try Date(night.now, strategy: .iso8601)
        let pages = try StatisticsPagesText(try plays.files(until: now), zone: night.zone, now: night.now)
        func expected(_ words: (String, String, String, String), _ starts: (String, String)) throws -> [[String]] {
            try plays.rows((words.0, words.2), (starts.0, words.1), (starts.1, words.3), until: now, zone: night.zone)
        }
        let year = try expected(night.year, night.starts.year)
        let (season, month) = try (expected(night.season, night.starts.season), expected(night.month, night.starts.month))
        #expect(try rows(pages.markdown("")) == year + season + month)
        // The pages of the year and the month tell the same, where anything was watched in them.
        let (ownYear, ownMonth) = (String(night.starts.year.0.prefix(4)), String(night.starts.month.0.prefix(7)))
        if pages.periods.contains(ownYear) { #expect(try rows(pages.markdown(ownYear)).prefix(3) == year[...]) }
        if pages.periods.contains(ownMonth) { #expect(try rows(pages.markdown(ownMonth)).prefix(3) == month[...]) }
    }

    @Test("all periods beside each other: whole, and up to the same day as the last one of their kind", arguments: nights.indices)
    func all(index: Int) async throws {
        let night = Self.nights[index]
        let plays = try Plays(seed: 3)
        let now = try Date(night.now, strategy: .iso8601)
        let page = try await BuiltSite(
            plays.files(until: now), now: night.now, zone: night.zone
        ).markdown("statistics/periods/")
        let found = tables(page, header: "Time | Hours | Episodes | Films | Days")
        #expect(found.count == 3)
        for (table, (words, starts)) in zip(
            found, [(night.year, night.starts.year), (night.season, night.starts.season), (night.month, night.starts.month)])
        {
            let rows = table.map { $0.map { $0.replacing("\u{A0}", with: " ") } }
            let own = try plays.numbers(starts.0, words.1, until: now, zone: night.zone)
            let part = try plays.numbers(starts.1, words.3, until: now, zone: night.zone)
            #expect(rows.first == [words.0] + own.cells + ["–"])
            let name = words.2.split(separator: ",").first.map(String.init)
            let before = try #require(rows.first { $0.first == name })
            #expect(before.last == Numbers.signed(own.tenths - part.tenths))
            // Before the last one, all are over.
            #expect(rows.dropFirst().allSatisfy { !$0[0].contains(", to ") })
            // Each day is in one period.
            #expect(rows.reduce(0) { $0 + (Int($1[2]) ?? 0) + (Int($1[3]) ?? 0) } == plays.all.count { $0.moment <= now })
        }
    }

    @Test("a year and a month that are over count whole, with all days that a leap year has")
    func over() throws {
        let plays = try Plays(seed: 5)
        let now = try Date("2027-06-15T12:00:00Z", strategy: .iso8601)
        let pages = try StatisticsPagesText(try plays.files(until: now), now: "2027-06-15T12:00:00Z")
        // Each earlier one, and how the first differs from it.
        func expected(_ name: String, _ own: (String, String), _ others: [(String, String, String)]) throws -> [[String]] {
            let rows = try others.map { try plays.rows((name, $0.0), own, ($0.1, $0.2), until: now, zone: "UTC") }
            guard let first = rows.first(where: { !$0.isEmpty }) else { return [] }
            return [first[0]] + rows.flatMap { $0.dropFirst() }
        }
        let year = try rows(pages.markdown("2026"))
        #expect(
            try year
                == expected(
                    "2026", ("2026-01-01", "2026-12-31"),
                    (2022...2025).reversed().map { ("\($0)", "\($0)-01-01", "\($0)-12-31") }))
        // A leap year has 366 days.
        #expect(year.contains { $0[0] == "2024" && $0[4].hasSuffix("/366") })
        #expect(
            try rows(pages.markdown("2025-02"))
                == expected(
                    "Feb 2025", ("2025-02-01", "2025-02-28"),
                    [
                        ("Jan 2025", "2025-01-01", "2025-01-31"), ("Feb 2024", "2024-02-01", "2024-02-29"),
                        ("Feb 2023", "2023-02-01", "2023-02-28"),
                    ]))
        // Nothing was watched before.
        #expect(try !pages.markdown("2022").contains("In comparison"))
    }
}
