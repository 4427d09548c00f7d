import Foundation
import Testing

@testable import FoyerSite

@Suite("What the first version of these files remembered")
struct MigrationTests {
    @Test("every id that readers know stays, whatever the owner is called later, and nothing old is new again")
    func ids() async throws {
        let nights = try Nights(Audience())
        try nights.keep(Self.state)
        let first = try await nights.build(Self.account(), now: "2026-11-18T05:00:00Z")
        let feeds = Self.feeds(first)
        #expect(feeds == Self.ids)
        let second = try await nights.build(Self.account(name: "Bob", bucket: "anime"), now: "2026-11-19T05:00:00Z")
        #expect(Self.feeds(second) == Self.ids)
        let foreign = try await nights.build(Self.account(name: "Bob", number: 5), now: "2026-11-20T05:00:00Z")
        #expect(Self.feeds(foreign) == Self.ids)
    }

    @Test("a year that was sealed with its plays as objects is the same year, and is written with lines")
    func year() throws {
        let nights = try Nights(Audience())
        try nights.keep(["2025.json": Self.sealedYear])
        let state = StateFolder(nights.state)
        var diagnostics: [Diagnostic] = []
        let year = try #require(try state.read("2025.json", as: SealedYear.self, &diagnostics))
        #expect(diagnostics.isEmpty && year.plays.plays.count == 5 && year.plays.titles.count == 3 && year.waits.count == 1)
        try state.write(year, to: "again.json")
        #expect(try state.read("again.json", as: SealedYear.self, &diagnostics) == year && diagnostics.isEmpty)
        let text = try String(contentsOfFile: "\(nights.state)/again.json", encoding: .utf8)
        let lines = [
            "tv/1 0 1 #20217 ~45 - -", "movies/2 - - @1762027201 - - -", "tv/1 2 1 @1762714923 ~45 - -",
            "tv/1 2 2 @1762718523 ~45 - -", "anime/3 - 1 @1766606401 - - -",
        ]
        #expect(text.contains("[\(lines.map { "\"\($0)\"" }.joined(separator: ","))]"), "\(text)")
    }

    @Test("events keep their ids and numbers, and no time is finer than a day that was not the day of a build")
    func events() async throws {
        let nights = try Nights(Audience())
        try nights.keep(Self.state)
        let site = try await nights.build(Self.account(), now: "2026-11-18T05:00:00Z")
        let lines = String(decoding: try #require(site["feeds/all.ics"]), as: UTF8.self).split(separator: "\r\n")
            .filter { $0.starts(with: /(UID|SEQUENCE|CREATED|LAST-MODIFIED|DTSTAMP):/) }
        #expect(
            lines == [
                // Events lead to their own episodes by now.
                "LAST-MODIFIED:20261118T050000Z",
                "UID:simkl-1-s02e02@foyer", "DTSTAMP:20261118T050000Z", "CREATED:20261110T000000Z",
                "LAST-MODIFIED:20261118T050000Z", "SEQUENCE:0",
                "UID:simkl-1-s02e03@foyer", "DTSTAMP:20261118T050000Z", "CREATED:20261110T000000Z",
                "LAST-MODIFIED:20261118T050000Z", "SEQUENCE:1",
                "UID:simkl-2-release@foyer", "DTSTAMP:20261110T000000Z", "CREATED:20261110T000000Z",
                "LAST-MODIFIED:20261110T000000Z", "SEQUENCE:0",
            ])
    }

    private static func feeds(_ site: [String: Data]) -> [String: [String]] {
        var feeds: [String: [String]] = [:]
        for slug in ids.keys {
            let text = String(decoding: site["feeds/\(slug).atom"] ?? Data(), as: UTF8.self)
            feeds[slug] = text.matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
        }
        return feeds
    }

    private static func account(name: String = "Ada", number: Int = 4711, bucket: String = "shows") -> AccountFiles {
        AccountFiles([
            "settings.json": #"{"user":{"name":"\#(name)"},"account":{"id":\#(number),"timezone":"Europe/Stockholm"}}"#,
            "all-items.json": """
            {"\(bucket)":[{"status":"watching","user_rating":9,"user_rated_at":"2026-11-10T21:30:00Z","show":{"title":"Alpha",
            "runtime":45,"ids":{"simkl":1,"slug":"alpha"}},
            "seasons":[{"number":2,"episodes":[{"number":1,"watched_at":"2026-11-09T19:02:03Z"}]}]}],
            "movies":[{"status":"plantowatch","added_to_watchlist_at":"2026-11-01T10:00:00Z",
            "movie":{"title":"Beta","ids":{"simkl":2}}}]}
            """,
            "calendar/movie_release.json": #"{"calendar":[{"simkl_id":2,"date":"2026-12-24T00:00:00-05:00"}],"metadata":{}}"#,
            "calendar/\(bucket == "anime" ? "anime" : "tv").json": """
            {"calendar":[{"simkl_id":1,"date":"2026-11-15T20:00:00Z","episode":{"season":2,"episode":2}},
            {"simkl_id":1,"date":"2026-11-23T20:00:00Z","finale_type":2,"episode":{"season":2,"episode":3}}],"metadata":{}}
            """,
        ])
    }

    /// As the first version sealed it on 2 March 2026.
    private static let sealedYear = #"""
        {"version":1,"hash":"e3db01e08c61296b","content":{"plays":{"airStamped":0,"bulk":0,"plays":[{"day":20217,"esti\#
        mated":true,"minutes":45,"number":1,"season":0,"title":"tv/1"},{"at":1762027201,"title":"movies/2"},{"at":1762\#
        714923,"estimated":true,"minutes":45,"number":1,"season":2,"title":"tv/1"},{"at":1762718523,"estimated":true,"\#
        minutes":45,"number":2,"season":2,"title":"tv/1"},{"at":1766606401,"number":1,"title":"anime/3"}],"rolloverHou\#
        r":4,"titles":[{"id":"tv/1","isFinished":false,"past":"new","ratedOn":20402,"rating":9},{"id":"anime/3","isFin\#
        ished":true,"past":"new"},{"id":"movies/2","isFinished":true,"past":"new"}],"waitedAtStart":[],"waitsAtEnd":[]\#
        ,"zone":"UTC"},"sealedOn":20514,"titles":[{"airStamped":{},"bulk":{},"id":"tv/1","name":"Alpha","slug":"alpha"\#
        ,"year":2019},{"airStamped":{},"bulk":{},"id":"anime/3","name":"Gamma"},{"airStamped":{},"bulk":{},"id":"movie\#
        s/2","name":"Beta"}],"waits":[{"since":20090,"title":"tv/1"}],"year":2025}}
        """#

    /// As the first version wrote it after the nights of 16 and 17 November.
    private static let state = [
        "calendars-public.json": #"""
        {"version":1,"hash":"764a13dcd16ae7e8","content":{"airings":{"1-s02e02":{"airing":{"isPremiere":false,"moment"\#
        :1794772800,"number":2,"season":2,"simkl":1},"created":1794346200,"fate":"standing","revisions":{"days":{"hash\#
        ":"4e1d128c82c10b3a","modified":1794346200,"sequence":0,"when":"20261115/20261116"},"timed":{"hash":"3696ca13d\#
        4838ecb","modified":1794346200,"sequence":0,"when":"20261115T200000Z/20261115T204500Z"}}},"1-s02e03":{"airing"\#
        :{"finale":2,"isPremiere":false,"moment":1795464000,"number":3,"season":2,"simkl":1},"created":1794346200,"fat\#
        e":"standing","revisions":{"days":{"hash":"482c59a689059077","modified":1794891600,"sequence":1,"when":"202611\#
        23/20261124"},"timed":{"hash":"e6d4c9e7e55a53ca","modified":1794891600,"sequence":1,"when":"20261123T200000Z/2\#
        0261123T204500Z"}}},"2-release":{"airing":{"day":20811,"isPremiere":false,"simkl":2},"created":1794346200,"fat\#
        e":"standing","revisions":{"days":{"hash":"2dddccfcd3c6ce06","modified":1794346200,"sequence":0,"when":"202612\#
        24/20261225"},"timed":{"hash":"2dddccfcd3c6ce06","modified":1794346200,"sequence":0,"when":"20261224/20261225"\#
        }}}}}}
        """#,
        "news-public.json": #"""
        {"version":1,"hash":"4ccf7dbef7246b6c","content":{"arrivals":{"entries":[{"isPremiere":false,"kind":"tv","simk\#
        l":1,"slot":{"number":2,"season":2},"time":{"seconds":1794772800}}],"forgotten":0},"changes":{"entries":[{"eve\#
        nt":"moved","finale":2,"from":{"seconds":1795377600},"kind":"tv","noticed":1794891600,"simkl":1,"slot":{"numbe\#
        r":3,"season":2},"to":{"seconds":1795464000}}],"forgotten":0},"facts":[{"dates":[{"slot":{"number":2,"season":\#
        2},"time":{"seconds":1794772800}},{"finale":2,"slot":{"number":3,"season":2},"time":{"seconds":1795464000}}],"\#
        kind":"tv","season":2,"simkl":1}]}}
        """#,
    ]

    /// Of the feeds and their entries, as it published them.
    private static let ids = [
        "changes": [
            "urn:uuid:adc280eb-4f1d-811d-8d28-c709126dd1ef",
            "urn:uuid:f2c6362d-100f-814d-8a04-c9a076869c13",
        ],
        "new-episodes": [
            "urn:uuid:be14b7d4-5cc4-892f-beb3-87698bc6e072",
            "urn:uuid:6eb9a644-16f1-88dc-a53c-07ef91dc6afb",
        ],
        "ratings": [
            "urn:uuid:89039aa8-ade6-8014-82ed-7b1faa7cc90f",
            "urn:uuid:40c71d81-4630-8ba4-9d69-fefbffdcca1a",
        ],
        "watched": [
            "urn:uuid:2dbb4d2b-6802-82bd-9676-b3a2d890e9dc",
            "urn:uuid:7854b9ff-b31b-8864-bf40-ab1b44ecd7a4",
        ],
    ]
}
