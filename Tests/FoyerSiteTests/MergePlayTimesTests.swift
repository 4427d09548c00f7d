import Simkl
import Testing

@testable import FoyerSite

@Suite("When plays were, judged together")
struct MergePlayTimesTests {
    private static let marked = (try? day("2026-03-01")).map(PlayTime.marked)

    @Test("three plays in a row that lie closer together than a quarter of their lengths are marked, whatever they are of")
    func marked() throws {
        let start = try moment("2026-03-01T12:00:01Z")
        func date(_ second: Int) -> String { Moment(secondsSince1970: start.secondsSince1970 + Int64(second)).rfc3339 }
        func times(_ seconds: [Int], minutes: Int = 40) throws -> [PlayTime?] {
            try Self.times(
                seconds.enumerated().map { number, second in
                    Self.show(#"{"number":1,"watched_at":"\#(date(second))"}"#, id: number + 1, runtime: minutes)
                })
        }
        func expected(_ seconds: [Int], marked: Set<Int>) -> [PlayTime?] {
            seconds.enumerated().map { marked.contains($0) ? Self.marked : real(date($1)) }
        }
        // Of 3 × 40 minutes, a quarter is half an hour.
        let accounts: [(seconds: [Int], marked: Set<Int>)] = [
            ([0, 900, 1799], [0, 1, 2]), ([0, 900, 1800], []), ([0, 0], []), ([0, 0, 0], [0, 1, 2]),
            // An evening, some that were marked, an evening.
            ([0, 2400, 4800, 10_000, 10_001, 10_002, 12_400, 14_800], [3, 4, 5]),
            // Only one of a second's two lies in a run that is too short: both were marked.
            ([0, 0, 1, 1], [0, 1, 2, 3]),
            (Array(stride(from: 0, to: 3600, by: 60)), Set(0..<60)), (Array(stride(from: 0, to: 9100, by: 910)), []),
        ]
        for (seconds, marked) in accounts { #expect(try times(seconds) == expected(seconds, marked: marked), "\(seconds)") }
        // Where nobody knows a length, it counts as 20 minutes.
        #expect(try times([0, 449, 899], minutes: 0) == expected([0, 449, 899], marked: [0, 1, 2]))
        #expect(try times([0, 450, 900], minutes: 0) == expected([0, 450, 900], marked: []))
        #expect(Self.marked?.day(.utc) == nil && Self.marked?.moment == nil)
        #expect(Self.marked?.markedDay(.utc) == (try day("2026-03-01")))
    }

    @Test("what is marked counts across seasons and in any zone's writing, and the same episode twice counts once")
    func seasons() throws {
        let (date, same) = ("2026-03-01T20:00:00Z", "2026-03-01T21:00:00+01:00")
        func show(_ seasons: [(Int, String)]) -> String {
            let seasons = seasons.map { #"{"number":\#($0),"episodes":[{"number":1,"watched_at":"\#($1)"}]}"# }
            return #"{"status":"watching","show":{"ids":{"simkl":1}},"seasons":[\#(seasons.joined(separator: ","))]}"#
        }
        #expect(try Self.times([show([(0, date), (1, date), (2, same)])]) == [Self.marked, Self.marked, Self.marked])
        #expect(try Self.times([show([(1, date), (1, date), (1, date), (2, date)])]) == [real(date), real(date)])
    }

    @Test("a hidden title decides nothing about the others, and they decide about it")
    func hiddenTitles() throws {
        let date = "2026-03-01T20:00:00Z"
        let shows = (1...3).map { Self.show(#"{"number":1,"watched_at":"\#(date)"}"#, id: $0) }
        #expect(try Self.times(shows) == [Self.marked, Self.marked, Self.marked])
        var options = LibraryMerger.Options()
        options.hiddenTitles = [2]
        #expect(try Self.times(shows, options) == [real(date), Self.marked, real(date)])
    }

    @Test("midnight in the owner's zone is a day, that day, whenever days end", arguments: [0, 4, 23])
    func ownMidnight(rollover: Int) throws {
        var options = LibraryMerger.Options()
        options.rolloverHour = rollover
        for (zone, date) in [
            ("Europe/Berlin", "2026-01-14T23:00:00Z"), ("Europe/Berlin", "2026-01-15T00:00:00Z"),
            ("Asia/Kolkata", "2026-01-14T18:30:00Z"), ("Pacific/Auckland", "2026-01-14T11:00:00Z"),
            ("America/New_York", "2026-01-15T05:00:00Z"), ("America/St_Johns", "2026-01-15T03:30:00Z"),
        ] {
            options.timeZone = zone
            let film = Self.film(date, #","user_rating":7,"user_rated_at":"\#(date)","added_to_watchlist_at":"\#(date)""#)
            let title = try AccountFiles("movies", film).title(options)
            #expect(title.plays.map(\.time) == [onDay("2026-01-15")], "\(zone) \(date)")
            #expect([title.rating?.ratedAt, title.addedAt] == [.day(try day("2026-01-15")), .day(try day("2026-01-15"))])
        }
    }

    @Test("noon in UTC is a day where five plays or more have it")
    func noon() throws {
        func times(_ count: Int) throws -> [PlayTime?] {
            try Self.times(films: (1...count).map { Self.film("2026-05-0\($0)T12:00:00Z", id: $0) })
        }
        #expect(try times(4) == (1...4).map { real("2026-05-0\($0)T12:00:00Z") })
        #expect(try times(5) == (1...5).map { onDay("2026-05-0\($0)") })
    }

    @Test("of three or more plays on one 1 January without a time the year alone is known")
    func newYear() throws {
        func times(_ count: Int, _ date: String) throws -> [PlayTime?] {
            try Self.times(films: (1...count).map { Self.film(date, id: $0) })
        }
        #expect(try times(2, "2024-01-01T00:00:00Z") == [onDay("2024-01-01"), onDay("2024-01-01")])
        #expect(try times(3, "2024-01-01") == [.year(2024), .year(2024), .year(2024)])
        #expect(try times(3, "2024-01-02") == [onDay("2024-01-02"), onDay("2024-01-02"), onDay("2024-01-02")])
    }

    @Test("three episodes of a title on one day without a time are marked, and so is a day without times that is too long")
    func dayForMany() throws {
        func show(_ count: Int) -> String {
            let episodes = (1...count).map { #"{"number":\#($0),"watched_at":"2026-03-01T00:00:00Z"}"# }
            return Self.show(episodes.joined(separator: ","))
        }
        #expect(try Self.times([show(2)]) == [onDay("2026-03-01"), onDay("2026-03-01")])
        #expect(try Self.times([show(3)]) == [Self.marked, Self.marked, Self.marked])
        func films(_ minutes: Int) throws -> [PlayTime?] {
            try Self.times(films: (1...8).map { Self.film("2026-03-01", id: $0, minutes: minutes) })
        }
        #expect(try films(180) == Array(repeating: onDay("2026-03-01"), count: 8))
        #expect(try films(181) == Array(repeating: Self.marked, count: 8))
    }

    @Test("what is dated more than a day after the data is not believed: after a mirror's last sync, else after the build")
    func toCome() throws {
        var options = LibraryMerger.Options()
        options.now = try moment("2026-11-01T00:00:00Z")
        func film(_ date: String) -> AccountFiles {
            let more = #","user_rating":7,"user_rated_at":"\#(date)","added_to_watchlist_at":"\#(date)""#
            return AccountFiles("movies", Self.film(date, more))
        }
        let last = try film("2026-11-02T00:00:00Z").title(options)
        #expect(last.plays.map(\.time) == [onDay("2026-11-02")] && last.addedAt != nil && last.rating?.ratedAt != nil)
        let later = try film("2026-11-02T00:00:01Z").merged(options)
        let title = try #require(later.library.titles.first)
        #expect(title.plays.map(\.time) == [.undated(.toCome)])
        #expect(title.addedAt == nil && title.rating == Rating(value: 7, ratedAt: nil))
        let note = "plays are dated more than a day after the data was made, so they count without a date: F1"
        #expect(later.messages == ["all-items.json: \(note)"])
        let synced = film("2026-11-02T00:00:01Z").synced(try moment("2026-11-02T06:00:00Z"))
        #expect(try synced.title(options).plays.map(\.time) == [real("2026-11-02T00:00:01Z")])
        // The report of such a build holds until the date is believed.
        let whole = LibraryMerger(options: options).library(from: [try film("2026-11-05T10:00:00Z").account()]).library
        #expect(whole.nextBelief == (try moment("2026-11-04T10:00:00Z")))
    }

    @Test("a rewatch that begins before an earlier watching could have ended is that watching")
    func sameViewing() throws {
        func rewatches(_ dates: String...) throws -> [Int?] {
            let rows = dates.enumerated().map { number, date in
                Self.film(date, number == 0 ? "" : #","is_rewatch":true,"rewatch_id":\#(number)"#, minutes: 110)
            }
            return try Self.files(films: rows).title().plays.map(\.rewatch)
        }
        let first = "2026-09-10T20:00:00Z"
        #expect(try rewatches(first, "2026-09-10T20:00:09Z") == [nil])
        #expect(try rewatches(first, "2026-09-10T21:49:59Z") == [nil])
        #expect(try rewatches(first, "2026-09-10T21:50:00Z") == [nil, 1])
        #expect(try rewatches(first, "2026-09-10T18:10:01Z") == [nil])
        #expect(try rewatches(first, "2026-10-01T20:00:00Z", "2026-10-01T20:30:00Z") == [nil, 1])
        #expect(try rewatches("2026-09-10", "2026-09-10", "2026-09-11") == [nil, 2])
    }

    @Test("a day with more than 24 hours of believable plays is told, and so are films that carry their release years")
    func notes() throws {
        // Five hours each, and one begun every three.
        let long = (0..<6).map { Self.film("2026-03-01T\($0 < 2 ? "0" : "")\(5 + $0 * 3):00:00Z", id: $0 + 1, minutes: 300) }
        #expect(
            try Self.files(films: long).merged().messages == [
                "all-items.json: plays of more than 24 hours are dated on one day: 2026-03-01 (30 h)"
            ])
        let stamps = (1...9).map { Self.film("201\(min($0, 5))-03-01T00:00:00Z", id: $0, year: 2010 + $0) }
        #expect(
            try Self.files(films: stamps).merged().messages == [
                "all-items.json: 5 of 9 films have a day of their own release year and no time: dates of release, it seems, "
                    + "not of watching"
            ])
    }

    @Test("a day without a time that is the day of the airing, or of a film's release, is stamped")
    func stampedDays() throws {
        let episodes = """
            {"number":1,"watched_at":"2026-07-01T00:00:00Z"},{"number":2,"watched_at":"2026-07-09"},
            {"number":3,"watched_at":"2026-07-03T00:00:00Z"},{"number":4,"watched_at":"2026-07-05T10:00:00Z"}
            """
        let list = """
            [{"season":1,"episode":1,"date":"2026-07-01T00:00:00-05:00"},{"season":1,"episode":2,"date":"2026-07-02T00:00:00-05:00"},
            {"season":1,"episode":3,"date":"2026-07-03"},{"season":1,"episode":4,"date":"2026-07-05T05:00:00Z"}]
            """
        let title = try AccountFiles("shows", Self.show(episodes)).adding("episodes/tv/1.json", list).title()
        #expect(
            Dictionary(uniqueKeysWithValues: title.plays.map { ($0.episode?.number ?? 0, $0.time) }) == [
                1: .stamped(try day("2026-07-01")), 2: onDay("2026-07-09"), 3: .stamped(try day("2026-07-03")),
                4: real("2026-07-05T10:00:00Z"),
            ])
        // A date whose time nobody knows is no instant to count a delay from.
        #expect(title.plays.allSatisfy { $0.airedAt == nil })
        let details = """
            {"title":"F","ids":{"simkl":1},"released":"2026-03-04","release_dates":[
            {"iso_3166_1":"US","results":[{"type":3,"release_date":"2026-03-06"}]},
            {"iso_3166_1":"DE","results":[{"type":3,"release_date":"2026-03-05"}]}]}
            """
        for (date, expected) in [
            ("2026-03-06T00:00:00Z", PlayTime.stamped(try day("2026-03-06"))), ("2026-03-04", .stamped(try day("2026-03-04"))),
            ("2026-03-05T00:00:00Z", onDay("2026-03-05")), ("2026-03-06T20:00:00Z", real("2026-03-06T20:00:00Z")),
        ] {
            let film = AccountFiles("movies", Self.film(date)).adding("titles/movies/1.json", details)
            #expect(try film.title().plays.map(\.time) == [expected])
        }
    }

    // MARK: - Accounts

    private static func show(_ episodes: String, id: Int = 1, runtime: Int = 0) -> String {
        #"{"status":"watching","show":{"title":"S","runtime":\#(runtime),"ids":{"simkl":\#(id)}},"#
            + #""seasons":[{"number":1,"episodes":[\#(episodes)]}]}"#
    }

    private static func film(_ date: String, _ more: String = "", id: Int = 1, minutes: Int = 0, year: Int = 1990) -> String {
        #"{"status":"completed","last_watched_at":"\#(date)"\#(more),"#
            + #""movie":{"title":"F\#(id)","year":\#(year),"runtime":\#(minutes),"ids":{"simkl":\#(id)}}}"#
    }

    private static func files(shows: [String] = [], films: [String] = []) -> AccountFiles {
        AccountFiles([
            "all-items.json":
                #"{"shows":[\#(shows.joined(separator: ","))],"movies":[\#(films.joined(separator: ","))]}"#
        ])
    }

    /// Of all plays, by title and then in the order in which titles have them.
    private static func times(
        _ shows: [String] = [], films: [String] = [], _ options: LibraryMerger.Options = .init()
    ) throws -> [PlayTime?] {
        try files(shows: shows, films: films).merged(options).library.titles.flatMap { $0.plays.map(\.time) }
    }
}
