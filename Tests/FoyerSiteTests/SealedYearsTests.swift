import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("Years that are sealed", .inEnglish)
struct SealedYearsTests {
    @Test(
        "a year is sealed from the first of February after it, by data that reaches there",
        arguments: [
            ("2026-01-31", "2026-01-31", []), ("2026-02-01", "2026-02-01", [2025]), ("2026-02-01", "2026-01-31", []),
            ("2026-01-31", "2026-02-01", []), ("2031-05-05", "2025-12-20", []), ("2025-12-31", "2025-12-31", []),
        ] as [(String, String, [Int])])
    func due(today: String, data: String, expected: [Int]) throws {
        let sealed = try SealedYears(
            known: [:], library: try Self.library(["2025-06-01T20:00:00Z"]), today: try day(today), dataDay: try day(data))
        #expect(sealed.new.map(\.year) == expected)
        #expect(sealed.years.keys.sorted() == expected)
        #expect(sealed.notes == [])
    }

    @Test("every year that is over is sealed, each with its own plays, and a year without any is none")
    func all() throws {
        let dates = [
            "2019-12-31T20:00:00Z", "2020-01-01T20:00:00Z", "2020-06-01T20:00:00Z", "2023-01-01T01:00:00Z", "2026-05-01",
        ]
        let sealed = try Self.sealed(try Self.library(dates + ["1970-01-01T00:00:00Z"]))
        // At one in the morning of New Year's Day it is still the old year.
        #expect(sealed.years.mapValues { $0.plays.plays.map(\.title.simkl) } == [2019: [1], 2020: [2, 3], 2022: [4]])
        #expect(sealed.years[2020]?.sealedOn == (try day("2026-11-20")))
    }

    @Test("what is sealed stays, whatever the account says, until it is asked for anew")
    func stays() throws {
        let before = try Self.sealed(try Self.library(["2025-06-01T20:00:00Z", "2025-07-01T20:00:00Z"]))
        let library = try Self.library(["2025-06-01T20:00:00Z", nil, "2025-08-01T20:00:00Z", "2025-09-01T20:00:00Z"])
        let later = try day("2027-03-01")
        let after = try SealedYears(known: before.years, library: library, today: later, dataDay: later)
        #expect(after.years == before.years && after.new.isEmpty)
        #expect(
            after.notes.map(\.message) == [
                "2025 was sealed on 2026-11-20: 2 plays more, 1 fewer; foyer build --reseal 2025 takes them over"
            ])
        let anew = try SealedYears(known: before.years, library: library, today: later, dataDay: later, resealing: [2025])
        #expect(anew.new.map(\.sealedOn) == [later])
        #expect(anew.years[2025]?.plays.plays.map(\.title.simkl) == [1, 3, 4])
        #expect(anew.notes.map(\.message) == ["sealed anew: 2025"])
    }

    @Test("the same account makes no difference, a new time, a new length or a new rating does")
    func differences() throws {
        func plays(_ item: String) throws -> ReviewPlays {
            let item = #"{"status":"completed",\#(item),"runtime":90,"ids":{"simkl":1}}}"#
            return try AccountFiles("movies", item).merged().library.reviewPlays(in: .year(2025), today: try day("2026-02-01"))
        }
        let first = try plays(#""last_watched_at":"2025-06-01T20:00:00Z","movie":{"title":"A""#)
        func words(_ item: String) throws -> String? { SealDifference(from: first, to: try plays(item)).words }
        #expect(try words(#""last_watched_at":"2025-06-01T20:00:00Z","movie":{"title":"Renamed""#) == nil)
        #expect(
            try words(#""last_watched_at":"2025-06-01T20:00:01Z","movie":{"title":"A""#) == "1 play with another time or length")
        #expect(try words(#""last_watched_at":"2026-06-01T20:00:00Z","movie":{"title":"A""#) == "1 play fewer")
        let rated = #""last_watched_at":"2025-06-01T20:00:00Z","user_rating":7,"user_rated_at":"2025-06-02T20:00:00Z","#
        #expect(try words(rated + #""movie":{"title":"A""#) == "1 other rating")
        #expect(
            try words(
                rated.replacing("-02T", with: "-02T").replacing("\"2025-06-02", with: "\"2026-06-02") + #""movie":{"title":"A""#)
                == nil)
    }

    @Test("a title that has left the library keeps its name, its picture and its plays")
    func gone() throws {
        let item = """
            {"status":"completed","last_watched_at":"2025-06-01T20:00:00Z",
            "movie":{"title":"Goné","year":1999,"poster":"12/ab34","ids":{"simkl":9,"slug":"gone"}}}
            """
        let before = try Self.sealed(try AccountFiles("movies", item).merged().library)
        let after = try SealedYears(
            known: before.years, library: try AccountFiles("movies").merged().library, today: try day("2026-11-21"),
            dataDay: try day("2026-11-21"))
        let title = try #require(after.years[2025]?.namedTitles.first)
        #expect(title.name == "Goné" && title.year == 1999 && title.slug == "gone" && title.poster == ImagePath("12/ab34"))
        #expect(after.notes.map(\.message).first?.contains(": 1 play fewer; ") == true)
    }

    @Test("an anime film that has left the library is a film still")
    func goneFilm() throws {
        let item = """
            {"status":"completed","anime_type":"movie","total_episodes_count":1,"last_watched_at":"2025-06-01T20:00:00Z",
            "show":{"title":"Gone","ids":{"simkl":9}}}
            """
        let sealed = try Self.sealed(try AccountFiles("anime", item).merged().library)
        #expect(sealed.years[2025]?.namedTitles.map(\.isFilm) == [true])
    }

    @Test("a title that is hidden when the page is made is in none of its numbers")
    func hidden() throws {
        let library = try AccountFiles(["all-items.json": Self.bulkAccount]).merged().library
        let sealed = try #require(try Self.sealed(library).years[2025])
        #expect(sealed.plays == library.reviewPlays(in: .year(2025), today: try day("2026-11-20")))
        #expect(sealed.plays.marked == 6 && sealed.told(to: Audience(.private, hiddenTitles: [900])).plays.marked == 6)
        let shown = sealed.told(to: Audience(.public, hiddenTitles: [900])).plays
        #expect(shown.plays.map(\.play.time) == [.realDay(try day("2025-06-06"))])
        #expect(shown.marked == 3 && shown.plays.map(\.title.simkl) == [5] && shown.titles.map(\.id.simkl) == [5])
        #expect(shown.plays.fingerprint(by: library.days) != sealed.plays.plays.fingerprint(by: library.days))
    }

    @Test("years whose shows are still to be listed wait; one in ten may be missing; asking seals them")
    func waiting() throws {
        let shows = (1...10).map { id in
            #"{"status":"watching","show":{"title":"S","ids":{"simkl":\#(id)}},"seasons":[{"number":1,"episodes":[{"number":1,"#
                + #""watched_at":"2025-03-0\#(id % 9 + 1)T20:00:00Z"}]}]}"#
        }
        let library = try AccountFiles(["all-items.json": #"{"shows":[\#(shows.joined(separator: ","))]}"#]).merged().library
        let today = try day("2026-11-20")
        func sealed(_ unlisted: [Int], resealing: Set<Int> = []) throws -> SealedYears {
            try SealedYears(
                known: [:], library: library, today: today, dataDay: today,
                unlisted: Set(unlisted.map { TitleID(kind: .tv, simkl: $0) }), resealing: resealing)
        }
        #expect(try sealed([3]).years.keys.sorted() == [2025])
        let waiting = try sealed([3, 4])
        #expect(waiting.years.isEmpty && waiting.new.isEmpty && waiting.notes.isEmpty)
        #expect(try sealed([3, 4], resealing: [2025]).years.keys.sorted() == [2025])
    }

    @Test("a year that is not over, or in which there is nothing, cannot be sealed", arguments: [2026, 2030, 2019])
    func refused(year: Int) throws {
        let library = try Self.library(["2025-06-01T20:00:00Z", "2026-06-01T20:00:00Z", "2030-06-01T20:00:00Z"])
        let today = try day("2026-11-20")
        #expect(throws: year == 2019 ? SealingError.withoutPlays(year) : .notOver(year)) {
            try SealedYears(known: [:], library: library, today: today, dataDay: today, resealing: [2025, year])
        }
    }

    @Test("a year that was sealed and has lost all its plays can be sealed as it is now")
    func emptied() throws {
        let before = try Self.sealed(try Self.library(["2025-06-01T20:00:00Z"]))
        let today = try day("2026-11-20")
        let after = try SealedYears(
            known: before.years, library: try AccountFiles("movies").merged().library, today: today, dataDay: today,
            resealing: [2025])
        #expect(after.years[2025]?.plays.plays == [])
    }

    @Test("the fingerprint is the same for the same plays, and another for any other")
    func fingerprint() throws {
        let dates = ["2025-06-01T20:00:00Z", "2025-07-01T20:00:00Z"]
        func fingerprint(_ dates: [String?], zone: String = "UTC") throws -> String {
            let library = try Self.library(dates, zone: zone)
            let plays = library.reviewPlays(in: .year(2025), today: try day("2026-02-01"))
            return Review(.year(2025), plays, of: library).fingerprint
        }
        let known = try fingerprint(dates)
        #expect(known == (try fingerprint(dates)) && known.wholeMatch(of: /[0-9a-f]{16}/) != nil)
        let others = [
            try fingerprint(dates.reversed()), try fingerprint([dates[0]]), try fingerprint(dates, zone: "Asia/Tokyo"),
            try fingerprint(["2025-06-01T20:00:01Z", dates[1]]),
        ]
        #expect(Set(others + [known]).count == 5)
    }

    @Test("what is sealed comes back from its file as it was", arguments: 1...4)
    func roundTrip(seed: Int) throws {
        var account = PeriodAccount(seed: seed)
        let library = try account.files().merged().library
        let sealed = try Self.sealed(library)
        #expect(sealed.new.count > 5)
        for year in sealed.new {
            let data = try JSONEncoder().encode(year)
            #expect(try JSONDecoder().decode(SealedYear.self, from: data) == year)
            #expect(year.plays == library.reviewPlays(in: .year(year.year), today: year.sealedOn))
            let months = year.months
            for number in 1...12 {
                let month = CalendarMonth(year: year.year, month: number)
                #expect(months[month] == library.reviewPlays(in: .month(month), today: year.sealedOn), "\(month)")
            }
        }
    }

    /// Films 1, 2, …, each watched once.
    private static func library(_ dates: [String?], zone: String = "UTC") throws -> Library {
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let items = dates.enumerated().map { index, date in
            let watched = date.map { #""last_watched_at":"\#($0)","# } ?? ""
            return #"{"status":"completed",\#(watched)"movie":{"title":"F","runtime":90,"ids":{"simkl":\#(index + 1)}}}"#
        }
        return try AccountFiles(["all-items.json": #"{"movies":[\#(items.joined(separator: ","))]}"#]).merged(options).library
    }

    private static func sealed(_ library: Library) throws -> SealedYears {
        let today = try day("2026-11-20")
        return try SealedYears(known: [:], library: library, today: today, dataDay: today)
    }

    /// Two shows with three episodes marked at once in 2025, and one of them with an episode besides.
    private static let bulkAccount: String = {
        func show(_ id: Int) -> String {
            let episodes = (1...3).map { #"{"number":\#($0),"watched_at":"2025-05-05T05:05:05Z"}"# }
            let last = #"{"number":4,"watched_at":"2025-06-0\#(id % 9 + 1)T20:00:00Z"}"#
            return
                #"{"status":"watching","show":{"title":"S","runtime":40,"ids":{"simkl":\#(id)}},"seasons":[{"number":1,"episodes":["#
                + (episodes + [last]).joined(separator: ",") + "]}]}"
        }
        return #"{"shows":[\#(show(5)),\#(show(900))]}"#
    }()
}
