import Testing

@testable import FoyerSite

@Suite("Feeds for readers: lists, weeks, months and notes", .inEnglish)
struct EntryTimesTests {
    /// A site with what the one before it left to remember.
    private struct Night {
        let site: PlannedFeeds
        let memory: FeedMemory

        init(_ account: AccountFiles, now: String, after last: Night? = nil) throws {
            let earlier = last?.memory ?? FeedMemory(FeedIdentity(owner: "account 7"))
            site = try Site.planned(account, now: now, earlier: last?.site.site.news, feeds: earlier)
            memory = EntryFeeds(site.site, remembered: earlier).memory
        }

        /// Of each entry of a feed its title, when it was published and when it was changed.
        func told(_ slug: String) throws -> [String] {
            try site.items("feeds/\(slug).json").map { item in
                ["title", "date_published", "date_modified"].map { item[$0] as? String ?? "" }.joined(separator: " | ")
            }
        }

        func ids(_ slug: String) throws -> [String] { try site.items("feeds/\(slug).json").compactMap { $0["id"] as? String } }
    }

    private static func account(
        watched: Int = 0, episodes: ClosedRange<Int> = 1...3, at date: String = "2026-11-24T08:00:00Z", note: String? = nil,
        rating: Int? = nil, plays: String = ""
    ) -> AccountFiles {
        let rows = episodes.map { CalendarAccount.row(1, date, 9, $0, #","title":"The butler \#($0)""#) }
        let seen = (1...9).prefix(watched).map { #"{"number":\#($0),"watched_at":"2026-11-24T1\#($0):00:00Z"}"# }
        let memo = note.map { #""memo":{"text":"\#($0)","is_private":false},"# } ?? ""
        let rated = rating.map { #""user_rating":\#($0),"user_rated_at":"2026-11-10T10:00:00Z","# } ?? ""
        return AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching",\(memo)\(rated)"added_to_watchlist_at":"2026-11-19T09:08:07Z",
            "show":{"title":"Alpha","runtime":40,"ids":{"simkl":1}},
            "seasons":[{"number":9,"episodes":[\(seen.joined(separator: ","))]}]}],"movies":[\(plays)]}
            """,
            "calendar/tv.json": CalendarAccount.rolling(rows),
        ])
    }

    @Test(
        "what is to come is told once it is known, said anew when it is out, in part while a part is left, and leaves with the rest"
    )
    func unwatched() throws {
        let first = try Night(Self.account(), now: "2026-11-20T05:00:00Z")
        let begun = "2026-11-18T23:00:00Z"
        #expect(try first.told("unwatched") == ["Alpha S09E01–E03 (season premiere) | \(begun) | \(begun)"])
        #expect(try first.site.feed("feeds/unwatched.atom").contains("\n<fh:complete/>\n"))
        let same = try Night(Self.account(), now: "2026-11-21T05:00:00Z", after: first)
        #expect(try same.site.feed("feeds/unwatched.atom") == first.site.feed("feeds/unwatched.atom"))
        let out = try Night(Self.account(), now: "2026-11-24T12:00:00Z", after: same)
        #expect(try out.told("unwatched") == ["Alpha S09E01–E03 (season premiere) | \(begun) | 2026-11-24T12:00:00Z"])
        let part = try Night(Self.account(watched: 2), now: "2026-11-25T05:00:00Z", after: out)
        #expect(try part.told("unwatched") == ["Alpha S09E03 | \(begun) | 2026-11-25T05:00:00Z"])
        #expect(try part.ids("unwatched") == first.ids("unwatched"))
        let all = try Night(Self.account(watched: 3), now: "2026-11-26T05:00:00Z", after: part)
        #expect(try all.told("unwatched") == [])
        for night in [first, out] { #expect(night.site.feeds.allSatisfy { !$0.text().contains("butler") }) }
    }

    @Test("an episode that is new to the calendars has the time of the build that saw it")
    func announced() throws {
        let first = try Night(Self.account(), now: "2026-11-20T05:00:00Z")
        var account = Self.account()
        account.files["calendar/tv.json"] = CalendarAccount.rolling([
            CalendarAccount.row(1, "2026-11-24T08:00:00Z", 9, 1), CalendarAccount.row(1, "2026-12-01T08:00:00Z", 9, 9),
        ])
        let second = try Night(account, now: "2026-11-21T05:00:00Z", after: first)
        #expect(try second.told("unwatched").first == "Alpha S09E09 | 2026-11-21T05:00:00Z | 2026-11-21T05:00:00Z")
    }

    @Test(
        "a week is one entry of its Monday, whatever of it was watched, and what moves into it is said on the day that it moves")
    func week() throws {
        let sunday = try Night(Self.account(), now: "2026-11-22T12:00:00Z")
        #expect(try sunday.told("week") == [])
        let monday = try Night(Self.account(), now: "2026-11-23T03:00:00Z", after: sunday)
        let told = "Week 48: 23 Nov to 29 Nov | 2026-11-22T23:00:00Z | 2026-11-22T23:00:00Z"
        #expect(try monday.told("week") == [told])
        #expect(
            try monday.site.items("feeds/week.json")[0]["summary"] as? String
                == "3 episodes and films for my lists. Tuesday 24 Nov: Alpha S09E01–E03 (season premiere), 09:00.")
        let watched = try Night(Self.account(watched: 3), now: "2026-11-25T05:00:00Z", after: monday)
        #expect(try watched.site.feed("feeds/week.atom") == monday.site.feed("feeds/week.atom"))
        let moved = try Night(Self.account(at: "2026-11-27T08:00:00Z"), now: "2026-11-26T05:00:00Z", after: monday)
        #expect(try moved.told("week") == ["Week 48: 23 Nov to 29 Nov | 2026-11-22T23:00:00Z | 2026-11-26T05:00:00Z"])
        // Calendars forget it; the entry does not.
        var forgotten = Self.account(watched: 3)
        forgotten.files["calendar/tv.json"] = #"{"calendar":[],"metadata":{}}"#
        let later = try Night(forgotten, now: "2026-12-20T12:00:00Z", after: watched)
        #expect(try later.told("week") == [told])
        #expect(try Night(forgotten, now: "2026-12-21T12:00:00Z", after: later).told("week") == [])
    }

    @Test("a month comes when it is over, links its review, and is said anew when a play of it is added later")
    func months() throws {
        func film(_ id: Int, _ day: String) -> String {
            #"{"status":"completed","last_watched_at":"\#(day)T20:00:00Z","movie":{"title":"Film \#(id)","runtime":90,"ids":{"simkl":\#(id)}}}"#
        }
        let films = film(7, "2026-10-03") + "," + film(8, "2026-11-03")
        func synced(_ films: String, _ at: String) throws -> AccountFiles {
            var account = Self.account(plays: films)
            account.files["activities.json"] = #"{"all":"\#(at)"}"#
            return account.synced(try moment(at))
        }
        let november = try Night(synced(films, "2026-11-30T12:00:00Z"), now: "2026-11-30T12:00:00Z")
        #expect(try november.told("months") == ["October 2026 in review | 2026-10-31T23:00:00Z | 2026-10-31T23:00:00Z"])
        let december = try Night(synced(films, "2026-12-01T12:00:00Z"), now: "2026-12-01T12:00:00Z", after: november)
        let item = try #require(try december.site.items("feeds/months.json").first)
        #expect(item["title"] as? String == "November 2026 in review")
        #expect(item["url"] as? String == "https://foyer.example/me/watch/year/2026/11/")
        #expect((item["summary"] as? String)?.replacing("\u{A0}", with: " ") == "1 play, 1 h 30 min. With Film 8.")
        let later = try Night(
            synced(films + "," + film(9, "2026-10-30"), "2026-12-02T12:00:00Z"), now: "2026-12-02T12:00:00Z", after: december)
        #expect(
            try later.told("months") == [
                "November 2026 in review | 2026-11-30T23:00:00Z | 2026-11-30T23:00:00Z",
                "October 2026 in review | 2026-10-31T23:00:00Z | 2026-12-02T12:00:00Z",
            ])
    }

    @Test("a note is an entry with its rating, of the day of that or of the build that saw it, and rewritten it is the same one")
    func reviews() throws {
        let first = try Night(Self.account(note: "Best", rating: 9), now: "2026-11-20T05:00:00Z")
        #expect(try first.told("reviews") == ["Alpha: ★ 9 | 2026-11-09T23:00:00Z | 2026-11-09T23:00:00Z"])
        #expect(try first.site.items("feeds/reviews.json")[0]["summary"] as? String == "Rated 9 of 10. “Best”")
        let second = try Night(Self.account(note: "Worst", rating: 2), now: "2026-11-21T05:00:00Z", after: first)
        #expect(try second.told("reviews") == ["Alpha: ★ 2 | 2026-11-09T23:00:00Z | 2026-11-21T05:00:00Z"])
        #expect(try second.ids("reviews") == first.ids("reviews"))
        let none = try Night(Self.account(), now: "2026-11-20T05:00:00Z")
        let new = try Night(Self.account(note: "Late"), now: "2026-11-21T05:00:00Z", after: none)
        #expect(try new.told("reviews") == ["Alpha | 2026-11-21T05:00:00Z | 2026-11-21T05:00:00Z"])
        #expect(try new.site.items("feeds/reviews.json")[0]["summary"] as? String == "Not rated. “Late”")
    }

    @Test(
        "a film of which only the calendar tells that it comes is told once, before and after, whatever becomes known of it then")
    func film() throws {
        let item =
            #"{"status":"plantowatch","added_to_watchlist_at":"2026-11-19T09:08:07Z","movie":{"title":"Echo","ids":{"simkl":2}}}"#
        let calendar = CalendarAccount.rolling([#"{"simkl_id":2,"date":"2026-11-22T05:00:00Z"}"#])
        let account = AccountFiles([
            "all-items.json": #"{"movies":[\#(item)]}"#, "calendar/movie_release.json": calendar,
        ])
        let first = try Night(account, now: "2026-11-20T05:00:00Z")
        #expect(try first.ids("week").count == 1 && first.ids("new-episodes").isEmpty)
        let upcoming = try first.ids("unwatched")
        #expect(upcoming.count == 1)
        let second = try Night(account, now: "2026-11-24T05:00:00Z", after: first)
        #expect(try second.told("new-episodes").map { $0.prefix { $0 != "|" } } == ["Echo: out "])
        #expect(try second.ids("unwatched") == upcoming)
        let detail =
            #"{"title":"Echo","ids":{"simkl":2},"release_dates":[{"results":[{"type":3,"release_date":"2026-11-22"}],"iso_3166_1":"US"}]}"#
        let known = try Night(account.adding("titles/movies/2.json", detail), now: "2026-11-25T05:00:00Z", after: second)
        #expect(try known.ids("new-episodes").count == 1)
    }

    @Test("what is remembered of entries goes with them, and that of notes that are in no document stays")
    func memory() throws {
        func notes(_ count: Int) throws -> AccountFiles {
            let films = (1...count).map { id in
                #"{"status":"completed","memo":{"text":"n","is_private":false},"user_rating":7,"user_rated_at":"\#(CalendarDay(daysSince1970: 18_000 + id).iso)T10:00:00Z","movie":{"title":"F\#(id)","ids":{"simkl":\#(id)}}}"#
            }
            return AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#])
        }
        let first = try Night(notes(1_300), now: "2026-11-20T05:00:00Z")
        #expect(first.memory.archives["reviews"]?.start != nil)
        #expect(first.memory.revisions?.count { $0.key.hasPrefix("note ") } == 1_300)
        let second = try Night(notes(1_300), now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.memory == first.memory)
        #expect(second.site.feeds.map { $0.text() } == first.site.feeds.map { $0.text() })
        let third = try Night(notes(3), now: "2026-11-22T05:00:00Z", after: second)
        #expect(third.memory.revisions?.count { $0.key.hasPrefix("note ") } == 3)
    }
}
