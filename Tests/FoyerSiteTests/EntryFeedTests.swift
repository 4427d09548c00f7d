import Foundation
import Testing

@testable import FoyerSite

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Feeds for readers", .inEnglish)
struct EntryFeedTests {
    private static let account = AccountFiles([
        "settings.json": #"{"user":{"name":"Ada & Co"},"account":{"id":4711}}"#,
        "activities.json": #"{"all":"2026-11-19T21:30:00Z"}"#,
        "all-items.json": """
        {"shows":[{"status":"watching","user_rating":9,"user_rated_at":"2026-11-19T21:30:00Z",
        "memo":{"text":"<b>Best</b> & \\"last\\"","is_private":false},
        "show":{"title":"Alpha <&> \\"Beta\\"","year":2020,"runtime":45,"poster":"12/12ab","ids":{"simkl":1,"slug":"alpha"}},
        "seasons":[{"number":2,"episodes":[{"number":1,"watched_at":"2026-11-19T19:02:03Z"},
        {"number":2,"watched_at":"2026-11-19T20:02:03Z"}]}]}]}
        """,
        "calendar/tv.json": """
        {"calendar":[{"simkl_id":1,"date":"2026-11-18T20:00:00Z","finale_type":2,
        "episode":{"season":2,"episode":3,"title":"The secret of the butler"}}],"metadata":{}}
        """,
    ])

    @Test("a whole feed in Atom")
    func atom() throws {
        let feed = try Site.planned(Self.account, edition: .friends).feed("feeds/ratings.atom")
        #expect(feed == Self.ratings)
    }

    @Test("a whole JSON Feed")
    func json() throws {
        let feed = try Site.planned(Self.account, edition: .friends).feed("feeds/watched.json")
        #expect(feed == Self.watched)
    }

    @Test("every feed is well-formed, whatever the titles are called", arguments: 0..<10)
    func hostile(round: Int) throws {
        var chance = SeededChance(seed: round)
        let pieces = [
            "]]>", "<!DOCTYPE x>", "&amp;", "&#0;", "\\u0001", "\\u001b[31m", "\\ufffe", "\\uffff", "<script>", "\\\"", "'", "💥",
            "\\u202e",
            "שטיסל", "\\n", "\\t", " ", "<![CDATA[", "--",
        ]
        let items = (1...200).map { id in
            let name = (0...chance.pick([0, 3, 9])).map { _ in chance.pick(pieces) }.joined()
            return """
                {"status":"completed","user_rating":\(id % 10 + 1),"user_rated_at":"2026-03-10T10:00:00Z",
                "memo":{"text":"\(chance.pick(pieces))","is_private":false},"last_watched_at":"2026-11-0\(id % 9 + 1)T20:00:00Z",
                "movie":{"title":"\(name)","ids":{"simkl":\(id),"slug":"\(chance.pick(["x", "a/b", "../..", "%3Cb%3E"]))"}}}
                """
        }
        let account = AccountFiles(["all-items.json": #"{"movies":[\#(items.joined(separator: ","))]}"#])
        let site = try Site.planned(account)
        for feed in site.feeds {
            let data = Data(feed.text().utf8)
            switch feed.format {
            case .atom:
                let reader = Reader()
                let parser = XMLParser(data: data)
                parser.delegate = reader
                #expect(parser.parse(), "\(feed.path): \(String(describing: parser.parserError))")
                #expect(!reader.titles.contains(""), "\(feed.path)")
            default: #expect(throws: Never.self, "\(feed.path)") { try JSONSerialization.jsonObject(with: data) }
            }
        }
        #expect(try site.items("feeds/ratings.json").count + site.items("feeds/archive/ratings-1.json").count == 200)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var titles: [String] = []
        private var isInside = false

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
            attributes _: [String: String]
        ) {
            isInside = name == "title"
            if isInside { titles.append("") }
        }

        func parser(_: XMLParser, foundCharacters text: String) {
            if isInside { titles[titles.count - 1] += text }
        }
    }

    @Test("names of episodes that may not have been watched are nowhere in the feeds", arguments: Edition.allCases)
    func spoilers(edition: Edition) throws {
        let site = try Site.planned(Self.account, edition: edition)
        #expect(
            try site.items("feeds/new-episodes.json").map { $0["title"] as? String } == [
                "Alpha <&> \"Beta\" S02E03 (season finale)"
            ])
        for feed in site.feeds { #expect(!feed.text().contains("butler"), "\(feed.path)") }
    }

    @Test("the public edition tells days, and neither its times nor its ids tell the time of day")
    func timeOfDay() throws {
        func site(_ minute: Int) throws -> PlannedFeeds {
            var account = Self.account
            for (name, text) in account.files where name != "calendar/tv.json" {
                account.files[name] = text.replacing(":02:03Z", with: ":\(minute):59Z").replacing(
                    "T21:30:00Z", with: "T21:\(minute):07Z")
            }
            return try Site.planned(account)
        }
        let (one, other) = (try site(11), try site(48))
        #expect(one.feeds.map { $0.text() } == other.feeds.map { $0.text() })
        let text = try one.feed("feeds/watched.atom") + one.feed("feeds/ratings.atom")
        // The beginning of the day in Stockholm.
        #expect(Set(text.matches(of: /T\d\d:\d\d:\d\dZ/).map { String($0.0) }) == ["T23:00:00Z"])
        let friends = try Site.planned(Self.account, edition: .friends).feed("feeds/watched.atom")
        #expect(friends.contains("<updated>2026-11-19T20:02:00Z</updated>") && friends.contains("20:02–21:02"))
    }

    @Test("ids stay when the site moves, when a title is renamed, and when anything else is new")
    func ids() throws {
        func ids(_ site: PlannedFeeds) throws -> [String] {
            try site.feeds.filter { $0.format == .jsonFeed }.flatMap { try site.items($0.path) }.compactMap {
                $0["id"] as? String
            }
        }
        let before = try ids(try Site.planned(Self.account))
        var renamed = Self.account
        renamed.files["all-items.json"] = renamed.files["all-items.json"]?.replacing("Alpha", with: "Omega").replacing(
            "\"slug\":\"alpha\"", with: "\"slug\":\"omega\"")
        #expect(try ids(try Site.planned(renamed, now: "2026-11-22T12:00:00Z", base: "https://elsewhere.example/")) == before)
        #expect(before.count == 6 && Set(before).count == 6)
        #expect(
            before.allSatisfy { $0.contains(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) })
    }

    /// The ids of all feeds and entries.
    private func allIDs(_ site: PlannedFeeds) -> Set<String> {
        Set(site.feeds.flatMap { feed in feed.text().matches(of: /urn:uuid:[0-9a-f-]{36}/).map { String($0.0) } })
    }

    @Test("ids stay when the owner is renamed, and when Simkl moves a title to another kind")
    func renamedOwner() throws {
        let before = try Site.planned(Self.account)
        var other = Self.account
        other.files["settings.json"] = other.files["settings.json"]?.replacing("Ada", with: "Eve")
        for (name, text) in other.files { other.files[name] = text.replacing("\"shows\":[", with: "\"anime\":[") }
        other.files["calendar/anime.json"] = other.files.removeValue(forKey: "calendar/tv.json")?
            .replacing("\"season\":2,", with: "")
        let after = try Site.planned(other)
        #expect(after.site.library.titles.map(\.id.kind) == [.anime] && after.site.library.owner.name?.hasPrefix("Eve") == true)
        // The episode has another number there, so it is another one, where it came out and where it was not watched.
        #expect(allIDs(before).subtracting(allIDs(after)).count == 2)
        #expect(allIDs(before).count == 15)
    }

    @Test("a show that Simkl finds to be an anime keeps its entries, though its episodes are numbered in another way")
    func recounted() throws {
        var show = AccountFiles([
            "all-items.json": #"{"shows":[{"status":"watching","show":{"title":"Run","ids":{"simkl":5}}}]}"#,
            "calendar/tv.json": CalendarAccount.rolling([CalendarAccount.row(5, "2026-11-19T20:00:00Z", 1, 4)]),
        ])
        let before = try Site.planned(show)
        show.files["all-items.json"]?.replace("\"shows\"", with: "\"anime\"")
        show.files["calendar/anime.json"] = show.files.removeValue(forKey: "calendar/tv.json")
        let after = try Site.planned(show, now: "2026-11-21T12:00:00Z", earlier: before.site.news)
        let titles = { (site: PlannedFeeds) in try site.items("feeds/new-episodes.json").map { $0["title"] as? String } }
        #expect(try titles(before) == ["Run S01E04"] && titles(after) == ["Run E04"])
        #expect(allIDs(before) == allIDs(after))
        #expect(try after.items("feeds/changes.json").isEmpty)
    }

    @Test("ids that are out there from the name and the kind stay, once and for all, and what is new gets ids of the new kind")
    func formerIDs() throws {
        let former = FeedMemory(FeedIdentity(owner: "account 7", formerName: "Ada & Co"))
        let first = try Site.planned(Self.account, feeds: former)
        // As the first version of Foyer made them.
        let old = "urn:uuid:ccb3554b-9d4e-842e-a962-893f0ce4c212"
        #expect(try first.items("feeds/ratings.json").map { $0["id"] as? String } == [old])
        let memory = EntryFeeds(first.site, remembered: former).memory
        #expect(memory.identity.formerName == nil && memory.identity.earlier.count == 15)
        let (state, scratch) = Self.state()
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        try state.write(memory, to: "feeds.json")
        var diagnostics: [Diagnostic] = []
        let recalled = try state.read("feeds.json", as: FeedMemory.self, &diagnostics)
        #expect(recalled == memory)
        var later = Self.account
        later.files["settings.json"] = later.files["settings.json"]?.replacing("Ada", with: "Eve")
        later.files["all-items.json"] = later.files["all-items.json"]?.replacing(
            "{\"shows\":[",
            with: #"{"movies":[{"status":"completed","user_rating":4,"user_rated_at":"2026-11-20T08:00:00Z","#
                + #""movie":{"title":"New","ids":{"simkl":9}}}],"shows":["#)
        let second = try Site.planned(later, feeds: recalled)
        #expect(allIDs(first).isSubset(of: allIDs(second)))
        let new = EntryID(of: ["account 7", "rating", "9"]).text
        #expect(allIDs(second).subtracting(allIDs(first)) == [new])
    }

    @Test("a title that is rated anew is the same entry, published when it was rated first")
    func ratedAnew() throws {
        func account(_ value: Int, _ date: String) -> AccountFiles {
            AccountFiles(
                "movies",
                #"{"status":"completed","user_rating":\#(value),"user_rated_at":"\#(date)","movie":{"title":"F","ids":{"simkl":5}}}"#
            )
        }
        let first = try Site.planned(account(7, "2026-11-01T10:00:00Z"), edition: .friends)
        let memory = EntryFeeds(first.site, remembered: FeedMemory(FeedIdentity(owner: "account 7"))).memory
        let second = try Site.planned(account(9, "2026-11-19T10:00:00Z"), edition: .friends, feeds: memory)
        let (before, after) = (try first.items("feeds/ratings.json"), try second.items("feeds/ratings.json"))
        #expect(before.map { $0["id"] as? String } == after.map { $0["id"] as? String })
        #expect(after.map { $0["date_published"] as? String } == ["2026-11-01T10:00:00Z"])
        #expect(after.map { $0["date_modified"] as? String } == ["2026-11-19T10:00:00Z"])
    }

    private static func state() -> (StateFolder, String) {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "foyer-feeds-\(UUID().uuidString)").path
        return (StateFolder(scratch), scratch)
    }

    @Test("a feed's id is no entry's, and another for each feed and audience")
    func feedIDs() throws {
        let ids = try Edition.allCases.flatMap { edition in
            let site = try Site.planned(Self.account, edition: edition)
            return try site.feeds.filter { $0.format == .atom }.map {
                try #require($0.text().firstMatch(of: /<id>([^<]*)<\/id>/)).1
            }
        }
        #expect(ids.count == 27 && Set(ids).count == 27)
    }

    @Test("nothing is written for readers where the site does not know its own address")
    func noAddress() throws {
        let site = try Site.planned(Self.account, base: nil)
        #expect(Set(site.feeds.map(\.format)) == [.data])
    }

    @Test("a private note is in no feed, and a hidden title leaves every feed and what was remembered of it")
    func secrets() throws {
        var account = Self.account
        account.files["all-items.json"] = account.files["all-items.json"]?.replacing(
            "\"is_private\":false", with: "\"is_private\":true")
        for edition in Edition.allCases {
            for feed in try Site.planned(account, edition: edition).feeds {
                #expect(!feed.text().contains("Best"), "\(feed.path)")
            }
        }
        let earlier = try Site.planned(Self.account).site.news
        #expect(earlier.arrivals.count == 1)
        for feed in try Site.planned(Self.account, hidden: [1], earlier: earlier).feeds where feed.isListed {
            #expect(!feed.text().contains("Alpha") && !feed.text().contains("/tv/1"), "\(feed.path)")
        }
    }

    @Test("an empty feed is a feed, and its time is the day of the newest thing in the library")
    func empty() throws {
        let show = #"{"status":"watching","added_to_watchlist_at":"2026-11-19T21:30:00Z","show":{"title":"S","ids":{"simkl":1}}}"#
        let account = AccountFiles("shows", show).adding("activities.json", #"{"all":"2026-11-20T09:30:00Z"}"#)
        let site = try Site.planned(account)
        #expect(try site.feed("feeds/changes.atom").contains("<updated>2026-11-18T23:00:00Z</updated>"))
        #expect(try site.items("feeds/watched.json").isEmpty)
        #expect(
            try Site.planned(AccountFiles(["all-items.json": "{}"])).feed("feeds/ratings.atom").contains(
                "<updated>1970-01-01T00:00:00Z</updated>"))
    }

    @Test("older entries are in archives that stay as they are when a new entry comes, and are found from the newest on")
    func archives() throws {
        func film(_ id: Int) -> String {
            let day = CalendarDay(daysSince1970: 20_000 + id / 3).iso
            return """
                {"status":"completed","last_watched_at":"\(day)T1\(id % 3 * 3):00:00Z","movie":{"title":"Film \(id)","ids":{"simkl":\(id)}}}
                """
        }
        func site(_ count: Int) throws -> PlannedFeeds {
            try Site.planned(AccountFiles(["all-items.json": #"{"movies":[\#((1...count).map(film).joined(separator: ","))]}"#]))
        }
        let (before, after) = (try site(1299), try site(1300))
        let archives = before.feeds.filter { $0.path.hasPrefix("feeds/archive/watched-") }
        #expect(archives.count == 20 && archives.allSatisfy { !$0.isListed })
        for archive in archives { #expect(try after.feed(archive.path) == archive.text(), "\(archive.path)") }
        var path: String? = "feeds/watched.json"
        var names: [String] = []
        while let file = path {
            names += try before.items(file).compactMap { $0["title"] as? String }
            let next = try before.feed(file).firstMatch(of: /"next_url": "https:\/\/foyer\.example\/me\/watch\/([^"]*)"/)
            path = next.map { String($0.1) }
        }
        #expect(names == (201...1299).reversed().map { "Film \($0)" })
        #expect(try before.feed("feeds/watched.atom").contains(" It goes back to "))
        let archive = try before.feed("feeds/archive/watched-12.atom")
        #expect(
            archive.contains(
                "<fh:archive/>\n<link rel=\"current\" type=\"application/atom+xml\" href=\"https://foyer.example/me/watch/feeds/watched.atom\"/>"
            ))
        #expect(
            archive.contains(
                "<link rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://foyer.example/me/watch/feeds/archive/watched-11.atom\"/>"
            ))
        #expect(try !before.feed("feeds/archive/watched-3.atom").contains("prev-archive"))
    }

    @Test("a title that is watched again is so called, an undated play is in no feed, and a day's plays are one entry")
    func sittings() throws {
        let account = AccountFiles([
            "all-items.json": """
            {"anime":[{"status":"watching","show":{"title":"Run","ids":{"simkl":5}},"seasons":[{"number":1,"episodes":[
            {"number":1,"watched_at":"2026-11-18T20:00:01Z"},{"number":2,"watched_at":"2026-11-18T21:00:01Z"},
            {"number":4,"watched_at":"2026-11-18T22:00:01Z"},{"number":5},{"number":6,"watched_at":"1970-01-01T00:00:01Z"}]}]},
            {"status":"watching","is_rewatch":true,"rewatch_id":7,"show":{"title":"Run","ids":{"simkl":5}},
            "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-19T20:00:01Z"}]}]}]}
            """
        ])
        #expect(
            try Site.planned(account).items("feeds/watched.json").map { $0["title"] as? String } == [
                "Run E01 again", "Run E01–E02, E04",
            ])
    }

    @Test("what changed is told in sentences, with the title's page and Simkl's")
    func changes() throws {
        let night = { (now: String, account: AccountFiles, earlier: News?) in
            try Site.planned(account, now: now, earlier: earlier)
        }
        func account(_ calendar: String, stage: String) -> AccountFiles {
            Self.account.adding("crowd/shows.json", #"[{"id":1,"release_status":"\#(stage)"}]"#)
                .adding("calendar/tv.json", #"{"calendar":[\#(calendar)],"metadata":{}}"#)
        }
        func episode(_ season: Int, _ number: Int, _ day: String, _ finale: String = "null") -> String {
            #"{"simkl_id":1,"date":"\#(day)T20:00:00Z","finale_type":\#(finale),"episode":{"season":\#(season),"episode":\#(number)}}"#
        }
        let first = try night("2026-11-20T12:00:00Z", account(episode(2, 4, "2026-11-25"), stage: "ongoing"), nil)
        let second = try night(
            "2026-11-21T12:00:00Z",
            account([episode(2, 4, "2026-12-02", "2"), episode(3, 1, "2027-01-04")].joined(separator: ","), stage: "ended"),
            first.site.news)
        let third = try night("2026-11-22T12:00:00Z", account("", stage: "ongoing"), second.site.news)
        let items = try third.items("feeds/changes.json")
        let name = "Alpha <&> \"Beta\""
        #expect(
            items.map { [$0["title"], $0["summary"]].map { $0 as? String ?? "" } } == [
                ["\(name) returns", "It had ended, and more episodes are to come."],
                ["\(name) has ended", "No more episodes are to come."],
                ["\(name): season 3 begins on 4 January 2027", "The season begins on Monday 4 January 2027."],
                [
                    "\(name) S02E04: season finale on 2 December 2026",
                    "S02E04 is the season finale, on Wednesday 2 December 2026.",
                ],
                [
                    "\(name) S02E04: now 2 December 2026",
                    "S02E04 moved from Wednesday 25 November 2026 to Wednesday 2 December 2026.",
                ],
            ])
        #expect(
            items.map { $0["date_modified"] as? String } == ["2026-11-22T12:00:00Z"]
                + Array(repeating: "2026-11-21T12:00:00Z", count: 4))
        #expect(Set(items.compactMap { $0["id"] as? String }).count == 5)
        #expect(items.allSatisfy { $0["url"] as? String == "https://foyer.example/me/watch/tv/1-alpha/" })
        #expect(items.allSatisfy { $0["external_url"] as? String == "https://simkl.com/tv/1/alpha" })
        #expect(
            items.map { ($0["_simkl"] as? [String: Any])?["change"] as? String } == [
                "returned", "ended", "season", "finale", "moved",
            ])
    }

    @Test("a season drop that moves is one entry, and what moves elsewhere or on another night is another one")
    func movedDrop() throws {
        func night(_ now: String, _ days: [Int: String], after earlier: News?) throws -> PlannedFeeds {
            let rows = days.sorted { $0.key < $1.key }.map { number, day in
                #"{"simkl_id":1,"date":"\#(day)T20:00:00Z","episode":{"season":\#(number / 100),"episode":\#(number % 100)}}"#
            }
            let account = Self.account.adding(
                "calendar/tv.json", #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#)
            return try Site.planned(account, now: now, earlier: earlier)
        }
        func days(_ moved: [Int: String] = [:]) -> [Int: String] {
            let numbers = [0, 201, 202, 203, 204, 205, 206].map { ($0, "2026-12-10") }
            return Dictionary(uniqueKeysWithValues: numbers).merging(moved) { $1 }
        }
        let first = try night("2026-11-20T12:00:00Z", days(), after: nil)
        let moved = days([201: "2026-12-17", 202: "2026-12-17", 203: "2026-12-17", 205: "2026-12-17", 206: "2026-12-24"])
        let second = try night("2026-11-21T12:00:00Z", moved, after: first.site.news)
        let later = moved.merging([204: "2026-12-17", 0: "2026-12-17"]) { $1 }
        let third = try night("2026-11-22T12:00:00Z", later, after: second.site.news)
        let name = "Alpha <&> \"Beta\""
        let items = try third.items("feeds/changes.json")
        #expect(
            items.map { $0["title"] as? String } == [
                "\(name) S02E04: now 17 December 2026", "\(name) S00E00: now 17 December 2026",
                "\(name) S02E06: now 24 December 2026", "\(name) S02E01–E03, S02E05: now 17 December 2026",
            ])
        #expect(
            items.last?["summary"] as? String
                == "S02E01–E03, S02E05 moved from Thursday 10 December 2026 to Thursday 17 December 2026.")
        #expect(
            items.map { ($0["_simkl"] as? [String: Any])?["episodes"] as? [String] } == [
                nil, nil, nil, ["S02E01", "S02E02", "S02E03", "S02E05"],
            ])
        let before = try second.items("feeds/changes.json")
        #expect(before.compactMap { $0["id"] as? String } == items.suffix(2).compactMap { $0["id"] as? String })
    }

    private static let ratings = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
        <id>urn:uuid:efdae65b-4bbe-8778-8be4-4b2e18d0e1e7</id>
        <title>Ratings · Foyer</title>
        <subtitle>What I rated, with my notes. Powered by Simkl, https://simkl.com/</subtitle>
        <updated>2026-11-19T21:30:00Z</updated>
        <author><name>Ada &amp; Co</name></author>
        <link rel="self" type="application/atom+xml" href="https://foyer.example/me/watch/feeds/ratings.atom"/>
        <link rel="alternate" type="text/html" href="https://foyer.example/me/watch/"/>
        <icon>https://foyer.example/me/watch/assets/icon-192.png</icon>
        <rights>Titles, dates and pictures are from Simkl, https://simkl.com/</rights>
        <generator>Foyer</generator>
        <entry>
        <id>urn:uuid:56143a41-c3cf-8cf7-bb88-48aac0f7d934</id>
        <title>Alpha &lt;&amp;&gt; &quot;Beta&quot;: ★ 9</title>
        <published>2026-11-19T21:30:00Z</published>
        <updated>2026-11-19T21:30:00Z</updated>
        <link rel="alternate" type="text/html" href="https://foyer.example/me/watch/tv/1-alpha/"/>
        <link rel="related" type="text/html" href="https://simkl.com/tv/1/alpha"/>
        <category term="tv" label="TV show"/>
        <summary>Rated 9 of 10. “&lt;b&gt;Best&lt;/b&gt; &amp; &quot;last&quot;”</summary>
        <content type="html">&lt;p&gt;&lt;a href=&quot;https://foyer.example/me/watch/tv/1-alpha/&quot;&gt;&lt;img src=&quot;https://wsrv.nl/?url=https://simkl.in/posters/12/12ab_m.webp&quot; width=&quot;340&quot; height=&quot;500&quot; alt=&quot;Poster of Alpha &amp;lt;&amp;amp;&amp;gt; &amp;quot;Beta&amp;quot;&quot;&gt;&lt;/a&gt;&lt;/p&gt;&lt;p&gt;Rated 9 of 10.&lt;/p&gt;&lt;blockquote&gt;&lt;p&gt;&amp;lt;b&amp;gt;Best&amp;lt;/b&amp;gt; &amp;amp; &amp;quot;last&amp;quot;&lt;/p&gt;&lt;/blockquote&gt;&lt;p&gt;&lt;a href=&quot;https://simkl.com/tv/1/alpha&quot;&gt;Alpha &amp;lt;&amp;amp;&amp;gt; &amp;quot;Beta&amp;quot; on Simkl&lt;/a&gt;&lt;/p&gt;</content>
        </entry>
        </feed>

        """#

    private static let watched = #"""
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Recently watched · Foyer",
          "home_page_url": "https://foyer.example/me/watch/",
          "feed_url": "https://foyer.example/me/watch/feeds/watched.json",
          "description": "What I watched, by title and day. Powered by Simkl, https://simkl.com/",
          "icon": "https://foyer.example/me/watch/assets/icon-192.png",
          "authors": [
            {
              "name": "Ada \u0026 Co"
            }
          ],
          "language": "en",
          "items": [
            {
              "id": "urn:uuid:62b16de9-c204-872e-b7c8-34ec27ab675c",
              "url": "https://foyer.example/me/watch/diary/2026/11/#2026-11-19-1",
              "external_url": "https://simkl.com/tv/1/alpha",
              "title": "Alpha \u003c\u0026\u003e \"Beta\" S02E01–E02",
              "content_html": "\u003cp\u003e\u003ca href=\"https://foyer.example/me/watch/tv/1-alpha/\"\u003e\u003cimg src=\"https://wsrv.nl/?url=https://simkl.in/posters/12/12ab_m.webp\" width=\"340\" height=\"500\" alt=\"Poster of Alpha \u0026lt;\u0026amp;\u0026gt; \u0026quot;Beta\u0026quot;\"\u003e\u003c/a\u003e\u003c/p\u003e\u003cp\u003eWatched on Thursday 19 November 2026, 20:02–21:02. 1 h 30 min.\u003c/p\u003e\u003cp\u003e\u003ca href=\"https://simkl.com/tv/1/alpha\"\u003eAlpha \u0026lt;\u0026amp;\u0026gt; \u0026quot;Beta\u0026quot; on Simkl\u003c/a\u003e\u003c/p\u003e",
              "summary": "Watched on Thursday 19 November 2026, 20:02–21:02. 1 h 30 min.",
              "image": "https://wsrv.nl/?url=https://simkl.in/posters/12/12ab_m.webp",
              "date_published": "2026-11-19T19:02:00Z",
              "date_modified": "2026-11-19T20:02:00Z",
              "tags": [
                "TV show"
              ],
              "_simkl": {
                "id": 1,
                "kind": "tv",
                "episodes": [
                  "S02E01",
                  "S02E02"
                ]
              }
            }
          ]
        }

        """#
}
