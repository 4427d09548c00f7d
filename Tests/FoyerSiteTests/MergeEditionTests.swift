import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("Editions, the owner and the time zone")
struct MergeEditionTests {
    @Test("of a hidden title nothing remains in an edition for others", arguments: [Edition.public, .friends])
    func hidden(edition: Edition) throws {
        let merged = try Self.files(hidden: true).merged(for: Self.audience(edition))
        #expect(merged.library == (try Self.files(hidden: false).merged(for: Self.audience(edition)).library))
        let dumped = text(of: merged.library)
        for trace in try Self.traces { #expect(!dumped.contains(trace), "\(trace)") }
        #expect(dumped.contains("Open film"))
    }

    @Test("the private edition has all of it")
    func privateEdition() throws {
        let library = try Self.files(hidden: true).merged().library
        #expect(
            try Self.files(hidden: true).merged(for: Self.audience(.private)).library.titles.map(\.id) == library.titles.map(\.id)
        )
        #expect(library.titles.map(\.id.simkl) == [900_001, 5])
        let dumped = text(of: library)
        for trace in try Self.traces { #expect(dumped.contains(trace), "\(trace)") }
    }

    @Test("Simkl's own numbers are shown only where no title may be missing from them", arguments: Edition.allCases)
    func statistics(edition: Edition) throws {
        let stats = #"{"total_mins":777777,"tv":{"total_mins":5,"watching":{"count":3}}}"#
        let files = try Self.files(hidden: true).adding("stats.json", stats)
        let expected = AccountStatistics(totalMinutes: 777_777, minutes: [.tv: 5], titles: [.tv: 3])
        #expect(try files.merged(for: Self.audience(edition)).library.accountStatistics == (edition == .private ? expected : nil))
        // Whether there is a title of that id, nobody is to learn.
        let other = Audience(edition, hiddenTitles: [12_345])
        #expect(try files.merged(for: other).library.accountStatistics == (edition == .private ? expected : nil))
        #expect(try files.merged(for: Audience(edition)).library.accountStatistics == expected)
    }

    @Test("a title is hidden in whichever bucket it stands")
    func buckets() throws {
        let item = #"{"status":"watching","show":{"title":"S","ids":{"simkl":900001}}}"#
        let files = AccountFiles(["all-items.json": #"{"shows":[\#(item)],"anime":[\#(item)]}"#])
            .adding("ratings.json", #"{"movies":[\#(item)]}"#)
        #expect(try files.merged(for: Self.audience(.public)).library.titles == [])
        #expect(try files.merged(for: Self.audience(.private)).library.titles.count == 1)
    }

    @Test("of the settings only the name and the picture survive")
    func owner() throws {
        let settings = """
            {"user":{"name":"A\\u202Eda\\n","joined_at":"2015-05-05T05:05:05Z","gender":"secret-gender",
            "avatar":"//simkl.in/avatars/12/ab34.jpg?1600000000","bio":"secret-bio","loc":"secret-town","age":"secret-age"},
            "account":{"id":424242,"timezone":"Europe/Lisbon","type":"secret-plan","anime_title_language":"secret-language"},
            "connections":{"facebook":"secret-friend"}}
            """
        let library = try AccountFiles("shows").adding("settings.json", settings).merged(for: Self.audience(.private)).library
        #expect(library.owner == Owner(name: "Ada", avatar: ImagePath("12/ab34")))
        #expect(Mirror(reflecting: library.owner).children.map(\.label) == ["name", "avatar"])
        let dumped = text(of: library)
        #expect(!dumped.contains("secret") && !dumped.contains("424242"))
        #expect(!dumped.contains(String(try moment("2015-05-05T05:05:05Z").secondsSince1970)))
    }

    @Test(
        "a picture that is not one of Simkl's is none",
        arguments: [
            "https://evil.example/a/b.png", "javascript:alert(1)", "12/../ab", "https://simkl.in/avatars/12/a b.jpg", "12",
            "/12/ab",
            "https://simkl.in/avatars/../../x.jpg",
        ])
    func avatar(address: String) throws {
        let files = AccountFiles("shows").adding("settings.json", #"{"user":{"name":"Ada","avatar":"\#(address)"}}"#)
        #expect(try files.merged().library.owner == Owner(name: "Ada", avatar: nil))
    }

    @Test("the time zone is the configuration's, else the account's, else UTC, and that is told")
    func zone() throws {
        func merged(_ own: String?, _ account: String?) throws -> Merged {
            var options = LibraryMerger.Options()
            options.timeZone = own
            let files = AccountFiles("shows")
            return try (account.map { files.adding("settings.json", #"{"account":{"timezone":\#($0)}}"#) } ?? files).merged(
                options)
        }
        let told = "is no time zone, so days are counted in UTC: set time_zone"
        #expect(try merged("Asia/Tokyo", #""Europe/Lisbon""#).library.days == DayRule(zone: "Asia/Tokyo"))
        #expect(try merged("Asia/Tokyo", #""Mars/Olympus""#).diagnostics == [])
        #expect(try merged(nil, #""Europe/Lisbon""#).library.days == DayRule(zone: "Europe/Lisbon"))
        #expect(try merged(nil, #""Mars/Olympus""#).library.days == DayRule(zone: "UTC"))
        #expect(
            try merged(nil, #""Mars/Olympus""#).diagnostics
                == [Diagnostic(.warning, "'Mars/Olympus' \(told)", at: "settings.json")])
        for nothing in [nil, "null", #""""#] { #expect(try merged(nil, nothing).library.days == DayRule(zone: "UTC")) }
    }

    @Test("the roll-over hour is the configuration's, in UTC too", arguments: [0, 4, 23])
    func rollover(hour: Int) throws {
        var options = LibraryMerger.Options()
        options.rolloverHour = hour
        let days = try AccountFiles("shows").merged(options).library.days
        #expect(days == DayRule(zone: "UTC", rolloverHour: hour))
        #expect(days.rolloverHour == hour)
    }

    @Test(
        "data reach to the account's last change, and pages tell the day of the newest thing that they show, neither after today")
    func dataMoment() throws {
        let files = AccountFiles(
            "movies", #"{"status":"completed","last_watched_at":"2026-03-01T20:00:00Z","movie":{"ids":{"simkl":1}}}"#)
        #expect(try Self.days(files) == [day("2026-03-01"), day("2026-03-01")])
        let activities = #"{"all":"2026-11-19T20:00:00.000Z","movies":{"all":null},"settings":{"all":"2027-01-01T00:00:00Z"}}"#
        #expect(try Self.days(files.adding("activities.json", activities)) == [day("2026-11-19"), day("2026-03-01")])
        #expect(try Self.days(AccountFiles("shows")) == [nil, nil])
    }

    /// The last day of which the data can tell, and the one that pages tell, on 20 November 2026.
    private static func days(_ files: AccountFiles) throws -> [CalendarDay?] {
        let today = try day("2026-11-20")
        let whole = LibraryMerger().library(from: [try files.account()]).library
        let site = Site(
            library: whole.library(for: Audience()), name: "", words: .english, baseURL: nil,
            now: try moment("2026-11-20T12:00:00Z"), isOutdated: false)
        return [whole.lastDay(upTo: today), site.dataDay]
    }

    /// What would tell of the hidden title: names, ids, pictures, numbers, the second of a play.
    private static var traces: [String] {
        get throws {
            [
                "Secret show", "secret-slug", "900001", "99/deadbeef", "Secret memo", "tt7777777", "Secret episode",
                "Secret overview", "5.4321", "6.5432", String(try moment("2026-05-05T05:05:05Z").secondsSince1970),
                String(try moment("2026-12-12T12:12:12Z").secondsSince1970),
            ]
        }
    }

    private static func audience(_ edition: Edition) -> Audience { Audience(edition, hiddenTitles: [900_001]) }

    private static func files(hidden: Bool) throws -> AccountFiles {
        let open =
            #"{"status":"completed","last_watched_at":"2026-01-01T20:00:00Z","movie":{"title":"Open film","ids":{"simkl":5}}}"#
        let ids = #""title":"Secret show","poster":"99/deadbeef","ids":{"simkl":900001,"slug":"secret-slug","imdb":"tt7777777"}"#
        let show = """
            {"status":"watching","last_watched_at":"2026-05-05T05:05:05Z","next_to_watch":"S01E02","user_rating":9,
            "user_rated_at":"2026-05-05T05:05:05Z","memo":{"text":"Secret memo","is_private":false},"watched_episodes_count":40,
            "show":{\(ids)},"seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-05-05T05:05:05Z","runtime":61}]}]}
            """
        var files = AccountFiles(["movies.json": "[\(open)]", "shows.json": hidden ? "[\(show)]" : "[]"])
        files.files["ratings.json"] = hidden ? #"{"shows":[\#(show)]}"# : "{}"
        guard hidden else { return files }
        files.files["playback.json"] = #"[{"progress":37,"paused_at":"2026-05-05T05:05:05Z","show":{\#(ids)}}]"#
        files.files["calendar/tv.json"] = """
            {"calendar":[{"simkl_id":900001,"date":"2026-12-12T12:12:12Z","episode":{"season":1,"episode":2,"title":"Secret episode"}}],
            "metadata":{"900001":{"title":"Secret show","ratings":{"simkl":{"rating":6.5432,"votes":3}}}}}
            """
        files.files["crowd/shows.json"] = #"[{"id":900001,"imdb":{"rating":5.4321,"votes":9}}]"#
        files.files["titles/tv/900001.json"] = #"{\#(ids),"overview":"Secret overview"}"#
        files.files["episodes/tv/900001.json"] = #"[{"season":1,"episode":1,"date":"2026-05-05T05:05:05-05:00"}]"#
        return files
    }
}
