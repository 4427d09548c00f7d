import Simkl
import Testing

@testable import FoyerSite

@Suite("Counts and numbers of episodes", .inEnglish)
struct MergeEpisodeTests {
    @Test("a completed show without seasons has watched what the account counts, unrecorded")
    func unrecorded() throws {
        let title = try AccountFiles(
            "shows",
            Self.show("completed", #","watched_episodes_count":24,"total_episodes_count":26,"not_aired_episodes_count":2"#)
        ).title()
        #expect(title.plays.isEmpty)
        #expect(title.unrecordedEpisodes == 24)
        #expect(title.progress == Progress(watched: 24, total: 26, notAired: 2))
        #expect(title.progress?.percent == 100)
    }

    @Test(
        "what is unrecorded is what is counted less what is recorded, specials apart",
        arguments: [
            ("completed", #","watched_episodes_count":5"#, "", 5),
            ("completed", #","total_episodes_count":12,"not_aired_episodes_count":2"#, "", 10),
            ("completed", #","watched_episodes_count":null,"total_episodes_count":12"#, "", 12),
            ("completed", "", "", 0), ("watching", #","total_episodes_count":12"#, "", 0),
            ("watching", #","watched_episodes_count":5"#, "", 5), ("dropped", #","watched_episodes_count":5"#, "", 5),
            ("watching", #","watched_episodes_count":1"#, #"{"number":1,"episodes":[{"number":1},{"number":2}]}"#, 0),
            ("watching", #","watched_episodes_count":3"#, #"{"number":1,"episodes":[{"number":1},{"number":2}]}"#, 1),
            (
                "watching", #","watched_episodes_count":3"#,
                #"{"number":1,"episodes":[{"number":1},{"number":2}]},{"number":0,"episodes":[{"number":1}]}"#, 1
            ),
            ("completed", #","watched_episodes_count":-4"#, "", 0), ("completed", #","watched_episodes_count":"7""#, "", 7),
            ("completed", #","not_aired_episodes_count":50,"total_episodes_count":12"#, "", 0),
        ])
    func unrecorded(status: String, counts: String, seasons: String, expected: Int) throws {
        let member = seasons.isEmpty ? "" : #","seasons":[\#(seasons)]"#
        #expect(try AccountFiles("shows", Self.show(status, counts + member)).title().unrecordedEpisodes == expected)
    }

    @Test("counts of a hundred million are added up, not written out")
    func hugeCounts() throws {
        let counts = #","watched_episodes_count":100000000,"total_episodes_count":100000000"#
        let shows = (1...50).map { Self.show("completed", counts, id: $0, runtime: 6000) }
        let merged = try AccountFiles(["shows.json": "[\(shows.joined(separator: ","))]"]).merged()
        #expect(merged.diagnostics == [])
        #expect(
            merged.library.statistics.total == Statistics.Totals(titles: 50, plays: 5_000_000_000, minutes: 30_000_000_000_000))
        #expect(merged.library.statistics.ledger.unrecorded == 5_000_000_000)
        #expect(merged.library.statistics.months.isEmpty)
        #expect(merged.library.titles.allSatisfy { $0.plays.isEmpty && $0.progress?.percent == 100 })
    }

    @Test(
        "a count beyond what any account holds is told and ignored",
        arguments: ["100000001", "-1", "9223372036854775807", "1e300"])
    func absurdCounts(count: String) throws {
        let merged = try AccountFiles("shows", Self.show("watching", #","watched_episodes_count":\#(count)"#)).merged()
        #expect(merged.library.titles.map(\.unrecordedEpisodes) == [0])
        #expect(merged.messages.count == 1)
        #expect(merged.messages.first?.hasPrefix("all-items.json#/shows/0/watched_episodes_count: ignored: ") == true)
    }

    @Test("episodes numbered up to the limit do not cost what their numbers say")
    func hugeNumbers() throws {
        let seasons = #","seasons":[{"number":100000000,"episodes":[{"number":100000000},{"number":0}]}]"#
        let title = try AccountFiles("shows", Self.show("watching", seasons)).title()
        #expect(title.plays.map(\.episode?.label) == ["S100000000E00", "S100000000E100000000"])
    }

    @Test(
        "anime counts through in its one season, TV has seasons everywhere",
        arguments: [
            ("anime", 1, 8, nil, "E08"), ("anime", 0, 2, 0, "S00E02"), ("anime", 2, 148, 2, "S02E148"),
            ("shows", 4, 3, 4, "S04E03"),
            ("shows", 1, 100, 1, "S01E100"), ("shows", 0, 1, 0, "S00E01"),
        ] as [(String, Int, Int, Int?, String)])
    func numbering(bucket: String, season: Int, number: Int, expected: Int?, label: String) throws {
        let seasons = #","seasons":[{"number":\#(season),"episodes":[{"number":\#(number)}]}]"#
        let title = try AccountFiles(bucket, Self.show("watching", seasons)).title()
        #expect(title.plays.map(\.episode) == [EpisodeNumber(season: expected, number: number)])
        #expect(title.plays.map(\.episode?.label) == [label])
    }

    @Test(
        "only what is being watched has a next episode",
        arguments: [
            ("watching", true), ("completed", false), ("hold", false), ("dropped", false), ("plantowatch", false),
            ("notinteresting", false), ("unheard-of", false),
        ])
    func next(status: String, isThere: Bool) throws {
        let title = try AccountFiles("shows", Self.show(status, #","next_to_watch":"S04E03""#)).title()
        #expect(title.next == (isThere ? NextEpisode(episode: EpisodeNumber(season: 4, number: 3), airs: nil) : nil))
    }

    @Test(
        "the next episode is read in both notations, and only in those",
        arguments: [
            ("anime", "E08", "E08"), ("anime", "S01E01", "E01"), ("anime", "S00E03", "S00E03"), ("shows", "E05", "S01E05"),
            ("shows", "S123E1234", "S123E1234"), ("shows", "S4", nil), ("shows", "S99999999999E1", nil), ("shows", "E", nil),
            ("shows", "S04E03\n", nil), ("shows", "x", nil),
        ] as [(String, String, String?)])
    func notation(bucket: String, text: String, label: String?) throws {
        let written = text.replacing("\n", with: "\\n")
        let merged = try AccountFiles(bucket, Self.show("watching", #","next_to_watch":"\#(written)""#)).merged()
        #expect(merged.library.titles.map(\.next?.episode.label) == [label])
        let place = bucket == "shows" ? "tv/1" : "anime/1"
        #expect(merged.messages == (label == nil ? ["\(place): its next episode '\(text)' cannot be read"] : []))
    }

    @Test("the next episode's date is taken only when it is told of that episode")
    func nextInfo() throws {
        func airs(_ bucket: String, _ next: String, _ info: String) throws -> AirTime? {
            let more = #","next_to_watch":"\#(next)","next_to_watch_info":\#(info)"#
            return try AccountFiles(bucket, Self.show("watching", more)).title().next?.airs
        }
        let date = #""date":"2026-11-20T21:00:00-05:00""#
        let expected = AirTime.moment(try moment("2026-11-21T02:00:00Z"))
        #expect(try airs("shows", "S04E03", "{\"title\":\"t\",\"season\":4,\"episode\":3,\(date)}") == expected)
        #expect(try airs("shows", "S04E03", "{\"season\":3,\"episode\":3,\(date)}") == nil)
        #expect(try airs("shows", "S04E03", "{\"season\":4,\"episode\":4,\(date)}") == nil)
        #expect(try airs("anime", "E08", "{\"episode\":8,\(date)}") == expected)
        #expect(try airs("anime", "E08", #"{"episode":8,"date":null}"#) == nil)
        #expect(try airs("anime", "E08", #"{"episode":8,"date":"2026-11-20"}"#) == .day(try day("2026-11-20")))
        #expect(try airs("shows", "S04E03", "[]") == nil)
    }

    @Test(
        "every status of Simkl's has its list, an unknown one is told",
        arguments: [
            ("watching", .watching), ("plantowatch", .planToWatch), ("hold", .onHold), ("completed", .completed),
            ("dropped", .dropped), ("notinteresting", .dropped), ("Watching", nil), ("", nil),
        ] as [(String, Status?)])
    func statuses(word: String, expected: Status?) throws {
        let merged = try AccountFiles("shows", Self.show(word)).merged()
        #expect(merged.library.titles.map(\.status) == [expected])
        #expect(merged.messages == (word == "Watching" ? ["tv/1: its status 'Watching' is unknown"] : []))
    }

    @Test("names are clean of what would break a line or turn the page around")
    func names() throws {
        func name(_ title: String, slug: String = "null") throws -> String {
            try AccountFiles("shows", #"{"show":{"title":\#(title),"ids":{"simkl":9,"slug":\#(slug)}}}"#).title().name
        }
        #expect(try name(#""The Last Narc ""#) == "The Last Narc")
        #expect(try name(#""a\u202Eb\u2066c\u0000d\ne\u2028f""#) == "abc d e f")
        #expect(try name(#""Steins;Gate * | <br> [x]""#) == "Steins;Gate * | <br> [x]")
        #expect(try name(#""\u202E \n""#, slug: #""the-slug""#) == "the-slug")
        #expect(try name("null", slug: #""a\u202Eb\n""#) == "ab")
        #expect(try name("null", slug: #"" ""#) == "Untitled TV show 9")
        #expect(try name("null") == "Untitled TV show 9")
    }

    private static func show(_ status: String, _ more: String = "", id: Int = 1, runtime: Int = 50) -> String {
        #"{"status":"\#(status)","show":{"title":"S","runtime":\#(runtime),"ids":{"simkl":\#(id)}}\#(more)}"#
    }
}
