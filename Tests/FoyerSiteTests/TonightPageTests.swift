import Foundation
import Testing

@testable import FoyerSite

@Suite("What tonight", .inEnglish)
struct TonightPageTests {
    private static let lists = ["Under 90 minutes", "One evening", "Nearly finished"]

    /// The items under a heading, each up to its reason.
    private func offers(_ page: String, under heading: String) -> [String] {
        items(page, under: heading).map { line in
            let parts = line.split(separator: "**", omittingEmptySubsequences: false).map(String.init)
            return parts.prefix(2).joined(separator: "|").replacing("\u{A0}", with: " ").replacing(" |", with: ": ")
        }
    }

    /// Zones, each at a moment of which the day there may not be that in UTC.
    private static let moments: [(zone: String, now: String)] = [
        ("UTC", "2026-11-20T05:30:00Z"), ("Europe/Stockholm", "2026-11-20T05:30:00Z"), ("Asia/Tokyo", "2026-11-20T05:30:00Z"),
        ("America/Los_Angeles", "2026-11-20T05:30:00Z"),
        // New Year there already, and not yet.
        ("Asia/Tokyo", "2026-12-31T15:30:00Z"), ("America/Los_Angeles", "2027-01-01T07:59:00Z"),
        // The leap day's first hour, its noon, and its last hour; the day behind it.
        ("Europe/Stockholm", "2028-02-28T23:30:00Z"), ("UTC", "2028-02-29T12:00:00Z"),
        ("America/Los_Angeles", "2028-03-01T07:30:00Z"), ("Asia/Tokyo", "2028-02-29T15:30:00Z"),
        // Clocks are put forward, an hour comes twice, and a day has 25.
        ("Europe/Stockholm", "2027-03-28T01:30:00Z"), ("America/Los_Angeles", "2026-11-01T09:30:00Z"),
        ("Europe/Stockholm", "2027-10-30T22:30:00Z"),
    ]

    @Test(
        "the three lists and what the dice can show are those that an independent count finds, in any zone, over New Year, the leap day and changes of clocks",
        arguments: moments, 1...2)
    func counted(at place: (zone: String, now: String), seed: Int) async throws {
        let (zone, now) = place
        let moment = try Date(now, strategy: .iso8601)
        let account = TonightAccount(seed: seed, count: 120, until: Self.day(of: moment - 86_400, in: "UTC"))
        let all = try account.offers(today: Self.day(of: moment, in: zone), zone: zone)
        #expect(all.contains { $0.item.isFilm && $0.isBegun } && all.contains { !$0.item.isFilm && $0.item.paused != nil })
        let page = try await BuiltSite(try account.files(), now: now, edition: .private, zone: zone).markdown("tonight/")
        func told(_ offer: TonightAccount.Offer, _ count: Int, _ left: String = "") -> String {
            let minutes = TonightAccount.time(offer.lengths.prefix(count).reduce(0, +))
            let episodes = count == 1 ? "1 episode" : "\(count) episodes"
            return offer.item.name + ": " + (offer.item.isFilm ? minutes : "\(episodes)\(left), about \(minutes)")
        }
        let short = all.filter { $0.fitting(89) > 0 }.prefix(6)
        #expect(offers(page, under: Self.lists[0]) == short.map { told($0, $0.fitting(89)) })
        let evening = all.filter { (90...240).contains($0.minutes) }.prefix(6)
        #expect(offers(page, under: Self.lists[1]) == evening.map { told($0, $0.left, " left") })
        let nearly = all.enumerated().filter {
            $0.element.isBegun && $0.element.item.watched * 3 >= 2 * ($0.element.left + $0.element.item.watched)
        }
        .sorted { ($0.element.minutes, $0.offset) < ($1.element.minutes, $1.offset) }.prefix(6)
        #expect(offers(page, under: Self.lists[2]) == nearly.map { told($0.element, $0.element.left, " left") })
        #expect(page.contains("is not watched yet: \(all.count) titles."))
        let unknown = account.items.count { item in
            let isListed = item.status == "watching" || item.status == "plantowatch"
            let isDone = !item.isFilm && item.total.map { $0 - item.notAired - item.watched == 0 } ?? false
            return isListed && (item.runtime == nil || (!item.isFilm && item.total == nil)) && !isDone
        }
        #expect(page.contains(unknown == 1 ? "1 more has no known length" : "\(unknown) more have no known length"))

        // For each time and each kind the twelve best, in the order of all.
        func fits(_ offer: TonightAccount.Offer, _ time: Int) -> Bool {
            time == 2 ? offer.item.isFilm : offer.fitting([30, 60, 0, 240][time]) > 0
        }
        var pool: Set<Int> = []
        for time in 0..<4 {
            for bucket in ["", "shows", "anime", "movies"] {
                let fitting = all.filter { fits($0, time) && (bucket.isEmpty || $0.item.bucket == bucket) }
                pool.formUnion(fitting.prefix(12).map(\.item.id))
            }
        }
        #expect(
            offers(page, under: "Everything that the dice can show")
                == all.filter { pool.contains($0.item.id) }.map { told($0, $0.left, " left") })
    }

    /// As calendars on the wall have it.
    private static func day(of moment: Date, in zone: String) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    @Test("what was paused half-way is begun, waits since then, and takes as long as what is left of it")
    func paused() async throws {
        let items: [TonightAccount.Item] = [
            .init(
                id: 1, bucket: "movies", status: "plantowatch", runtime: 126, added: "2025-01-02T12:34:56Z",
                paused: (38, "2026-11-15T20:41:55Z")),
            .init(
                id: 2, bucket: "shows", status: "watching", runtime: 44, watched: 3, total: 5, played: "2026-11-01T18:00:00Z",
                paused: (61, "2026-11-19T21:58:41Z")),
            .init(id: 3, bucket: "movies", status: "dropped", runtime: 80, paused: (50, "2026-11-15T20:41:55Z")),
            .init(id: 4, bucket: "movies", status: "plantowatch", runtime: 80, paused: (100, "2026-11-19T20:41:55Z")),
        ]
        let page = try await BuiltSite(try TonightAccount(items).files()).markdown("tonight/")
        #expect(
            FoyerSiteTests.items(page, under: "Under 90 minutes").map { $0.replacing("\u{A0}", with: " ") } == [
                "T1 **1 h 18 min** 38 % seen · paused 15 Nov 2026",
                "T2 **2 episodes, about 1 h 1 min** S01E04, 61 % seen · paused 19 Nov 2026",
                "T4 **1 min** 100 % seen · paused 19 Nov 2026",
            ])
    }

    @Test("each reason is one that holds: how far, what I like, what others think, since when")
    func reasons() async throws {
        var items = (1...5).map {
            TonightAccount.Item(id: $0, bucket: "shows", status: "completed", year: 1994, rating: 9, genres: ["Crime"])
        }
        items.append(
            .init(
                id: 6, bucket: "movies", status: "plantowatch", runtime: 80, year: 1991, genres: ["Crime"], crowd: (8.26, 50),
                added: "2025-01-02T12:34:56Z"))
        items.append(.init(id: 7, bucket: "movies", status: "plantowatch", runtime: 85, year: 1999, crowd: (9.9, 49)))
        items.append(
            .init(
                id: 8, bucket: "anime", status: "watching", runtime: 24, year: 2026, watched: 9, total: 12,
                added: "2025-01-02T12:34:56Z", played: "2026-11-01T18:00:00Z"))
        let page = try await BuiltSite(try TonightAccount(items).files()).markdown("tonight/")
        let found = FoyerSiteTests.items(page, under: "Under 90 minutes").map { $0.replacing("\u{A0}", with: " ") }
        // 9.00 and nothing for waiting; the mean of 8.26, 9.00 and 9.00, and a point; 5, one for being begun, and 19 days.
        #expect(
            found == [
                "T6 **1 h 20 min** I rate Crime 9.0 · Simkl 8.3 · listed since 2 Jan 2025",
                "T7 **1 h 25 min** I rate the 1990s 9.0",
                "T8 **3 episodes, about 1 h 12 min** 9 of 12 · last watched 1 Nov 2026",
            ])
    }

    @Test(
        "a film that is not out at home is not offered, by the day on the owner's wall",
        arguments: [
            ("UTC", ["2026-11-20": true, "2026-11-21": false]), ("Asia/Tokyo", ["2026-11-21": true, "2026-11-22": false]),
            ("America/Los_Angeles", ["2026-11-20": true, "2026-11-21": false]),
        ])
    func release(zone: String, days: [String: Bool]) async throws {
        for (day, isOffered) in days.sorted(by: { $0.key < $1.key }) {
            let file = """
                {"title":"F","ids":{"simkl":1},"release_dates":[{"iso_3166_1":"US","results":[{"type":3,"release_date":"2026-01-01"},
                {"type":4,"release_date":"\(day)"}]}]}
                """
            let film = #"{"status":"plantowatch","movie":{"title":"F","runtime":80,"ids":{"simkl":1}}}"#
            let account = AccountFiles("movies", film).adding("titles/movies/1.json", file)
            let page = try await BuiltSite(account, now: "2026-11-20T18:00:00Z", zone: zone, country: "US").markdown("tonight/")
            #expect(page.contains("## Under 90 minutes") == isOffered, "\(day)")
        }
    }

    @Test("a film of a year to come, or without a length, is not offered; one of this year without a date is")
    func undated() async throws {
        let films = [
            ("plantowatch", 2027, "80"), ("plantowatch", 2026, "80"), ("plantowatch", 2020, "null"), ("completed", 2020, "80"),
            ("dropped", 2020, "80"),
        ].enumerated().map { id, film in
            #"{"status":"\#(film.0)","movie":{"title":"F\#(id)","year":\#(film.1),"runtime":\#(film.2),"ids":{"simkl":\#(id + 1)}}}"#
        }
        let page = try await BuiltSite(AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#]))
            .markdown("tonight/")
        #expect(items(page, under: "Under 90 minutes").map { $0.prefix(2) } == ["F1"])
        #expect(page.contains("not watched yet: 1 title. 1 more has no known length or number of episodes, and is left out."))
    }

    @Test("a library with nothing to watch says so in a line, and has neither lists nor a rule")
    func empty() async throws {
        let completed = #"{"status":"completed","movie":{"title":"F","runtime":80,"ids":{"simkl":1}}}"#
        for account in [AccountFiles("movies"), AccountFiles("movies", completed)] {
            #expect(
                try await BuiltSite(account).markdown("tonight/") == """
                    # What tonight?

                    Nothing waits for tonight. As soon as a title with a known length is on my list [Plan to watch](../plan/index.html) on Simkl, or a show goes on, it is offered here.

                    ---

                    Powered by [Simkl](https://simkl.com/). Made with Foyer.

                    """)
        }
    }

    @Test("one title of which nothing is known but its length is offered without a reason")
    func one() async throws {
        let film = #"{"status":"plantowatch","movie":{"title":"F","runtime":80,"ids":{"simkl":1}}}"#
        let page = try await BuiltSite(AccountFiles("movies", film)).markdown("tonight/")
        #expect(page.contains("1 title that I have begun or plan to watch"))
        #expect(items(page, under: "Under 90 minutes") == ["F **1\u{A0}h\u{A0}20\u{A0}min** "])
        #expect(!page.contains("## One evening") && !page.contains("## Nearly finished"))
    }

    @Test("hidden titles are not offered, and what I thought of them is in no reason", arguments: Edition.allCases)
    func hidden(edition: Edition) async throws {
        var items = (1...5).map {
            TonightAccount.Item(id: $0, bucket: "movies", status: "completed", rating: 10, genres: ["Secret"])
        }
        items.append(.init(id: 6, bucket: "movies", status: "plantowatch", runtime: 80, genres: ["Secret"]))
        items.append(.init(id: 7, bucket: "movies", status: "plantowatch", runtime: 80))
        let page = try await BuiltSite(try TonightAccount(items).files(), edition: edition, hidden: [1, 7]).markdown("tonight/")
        #expect(page.contains("I rate Secret") == (edition == .private))
        #expect(page.contains("T7") == (edition == .private))
    }

    @Test("hostile names of titles and genres stay text", arguments: hostileNames)
    func hostile(name: String) async throws {
        var titles = (1...5).map {
            ["status": "completed", "user_rating": 9, "movie": ["title": "R", "ids": ["simkl": $0]]] as [String: Any]
        }
        titles.append(["status": "plantowatch", "movie": ["title": name, "runtime": 80, "ids": ["simkl": 6]]])
        var files = AccountFiles(["all-items.json": try json(["movies": titles])])
        for id in 1...6 {
            files.files["titles/movies/\(id).json"] = try json(
                ["title": "R", "ids": ["simkl": id], "genres": [name]] as [String: Any])
        }
        let html = try await BuiltSite(files).html("tonight/")
        let text = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
        #expect(html.contains(text) && !html.contains("<script>alert") && !html.contains("raw HTML omitted"))
    }
}
