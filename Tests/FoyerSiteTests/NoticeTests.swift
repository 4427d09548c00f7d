import Foundation
import Testing

@testable import FoyerSite

@Suite("What foyer notify finds worth telling", .inEnglish)
struct NoticeTests {
    private func notices(
        _ account: AccountFiles, now: String, news: News = News(), hidden: Set<Int> = [], told: ToldRecord = ToldRecord(),
        kinds: Set<NoticeKind> = Set(NoticeKind.allCases)
    ) throws -> (notices: [Notice], news: News) {
        var options = LibraryMerger.Options()
        options.timeZone = "Europe/Stockholm"
        let library = try account.merged(options, for: Audience(hiddenTitles: hidden)).library
        let seen = news.after(library, now: try moment(now), extent: News.Extent(most: 100))
        let notices = Notices(
            library: library, news: seen, now: try moment(now), baseURL: nil, kinds: kinds, unreviewed: [])
        return (notices.missing(in: told), seen)
    }

    private func film(cinema: String, home: String, status: String = "plantowatch") -> AccountFiles {
        AccountFiles([
            "all-items.json": #"{"movies":[{"status":"\#(status)","movie":{"title":"Film","ids":{"simkl":9}}}]}"#,
            "titles/movies/9.json": """
            {"title":"Film","ids":{"simkl":9},"release_dates":[{"iso_3166_1":"US","results":[
            {"type":3,"release_date":"\(cinema)"},{"type":4,"release_date":"\(home)"}]}]}
            """,
        ])
    }

    @Test("a film is told of when it comes out in the cinema, and again at home, unless it was watched")
    func films() throws {
        let film = film(cinema: "2026-11-20", home: "2027-02-01")
        #expect(try notices(film, now: "2026-11-20T12:00:00Z").notices.map(\.words) == ["Film: in the cinema"])
        #expect(try notices(film, now: "2027-02-01T12:00:00Z").notices.map(\.words) == ["Film: at home"])
        #expect(try notices(film, now: "2026-11-22T12:00:00Z").notices.isEmpty)
        let watched = self.film(cinema: "2026-11-20", home: "2027-02-01", status: "completed")
        #expect(try notices(watched, now: "2026-11-20T12:00:00Z").notices.isEmpty)
    }

    @Test("a release that moves is told with the place where the film comes out, and is kept apart from the other one")
    func movedFilm() throws {
        let before = try notices(film(cinema: "2026-12-04", home: "2027-02-01"), now: "2026-11-16T12:00:00Z").news
        let after = try notices(film(cinema: "2026-12-18", home: "2027-02-01"), now: "2026-11-17T12:00:00Z", news: before)
        #expect(after.notices.map(\.words) == ["Film in the cinema: now 18 December 2026"])
        #expect(after.notices[0].keys == ["moved 9 cinema 2026-12-04 2026-12-18 2026-11-17T12:00:00Z"])
        var told = ToldRecord()
        told.add(after.notices[0].keys)
        #expect(
            try notices(film(cinema: "2026-12-18", home: "2027-02-01"), now: "2026-11-18T12:00:00Z", news: after.news, told: told)
                .notices.isEmpty)
    }

    @Test("a season drop that moves is told with all of its episodes, and what else moves of the show is counted")
    func movedDrop() throws {
        func account(_ first: String, _ last: String) throws -> AccountFiles {
            let rows = (1...3).map { CalendarAccount.row(1, "\(first)T20:00:00Z", 2, $0) }
            return try CalendarAccount.shows([1: "watching"]).adding(
                "calendar/tv.json", CalendarAccount.rolling(rows + [CalendarAccount.row(1, "\(last)T20:00:00Z", 2, 100)]))
        }
        let before = try notices(account("2026-12-01", "2026-12-08"), now: "2026-11-16T12:00:00Z").news
        let drop = try notices(account("2026-12-02", "2026-12-08"), now: "2026-11-17T12:00:00Z", news: before).notices
        #expect(drop.map(\.words) == ["Show 1 S02E01–E03: now 2 December 2026"])
        #expect(drop.map(\.subject.episodes) == [["S02E01", "S02E02", "S02E03"]] && drop[0].keys.count == 3)
        let all = try notices(account("2026-12-02", "2026-12-09"), now: "2026-11-17T12:00:00Z", news: before).notices
        #expect(all.map(\.words) == ["Show 1 S02E01–E03: now 2 December 2026, and 1 more episode moved"])
        #expect(all[0].subject.episodes.last == "S02E100" && all[0].keys.count == 4)
    }

    @Test("halves of a drop that two runs noticed before anybody was told are told as one")
    func halves() throws {
        func account(_ days: [Int: String]) throws -> AccountFiles {
            let rows = days.sorted { $0.key < $1.key }.map { CalendarAccount.row(1, "\($0.value)T20:00:00Z", 2, $0.key) }
            return try CalendarAccount.shows([1: "watching"]).adding("calendar/tv.json", CalendarAccount.rolling(rows))
        }
        let old = "2026-12-01"
        let before = try notices(account([1: old, 2: old, 3: old]), now: "2026-11-16T12:00:00Z").news
        let half = try notices(account([1: "2026-12-08", 2: old, 3: old]), now: "2026-11-17T12:00:00Z", news: before).news
        let all = try notices(
            account([1: "2026-12-08", 2: "2026-12-08", 3: "2026-12-08"]), now: "2026-11-18T12:00:00Z", news: half)
        #expect(all.notices.map(\.words) == ["Show 1 S02E01–E03: now 8 December 2026"] && all.notices[0].keys.count == 3)
    }

    @Test("both releases of a film that move are told apart")
    func movedReleases() throws {
        let before = try notices(film(cinema: "2026-12-04", home: "2027-02-01"), now: "2026-11-16T12:00:00Z").news
        let after = try notices(film(cinema: "2026-12-18", home: "2027-02-15"), now: "2026-11-17T12:00:00Z", news: before)
        #expect(after.notices.map(\.words) == ["Film in the cinema: now 18 December 2026", "Film at home: now 15 February 2027"])
    }

    @Test("a finale that becomes known on its day is told by the episode of the day, and by itself where those are not wanted")
    func finaleOfToday() throws {
        func account(_ extra: String = "") throws -> AccountFiles {
            try CalendarAccount.shows([1: "watching"], CalendarAccount.row(1, "2026-11-20T20:00:00Z", 2, 8, extra))
        }
        let before = try notices(account(), now: "2026-11-19T12:00:00Z").news
        let finale = #"},"finale_type":2,"x":{"y":1"#
        let both = try notices(account(finale), now: "2026-11-20T12:00:00Z", news: before)
        #expect(both.notices.map(\.words) == ["Show 1 S02E08 (season finale), 21:00"])
        #expect(
            both.notices[0].keys == ["out 1 s02e08 2026-11-20", "finale 1 s02e08  2026-11-20T20:00:00Z 2026-11-20T12:00:00Z"])
        var told = ToldRecord()
        told.add(both.notices[0].keys)
        #expect(try notices(account(finale), now: "2026-11-20T13:00:00Z", news: both.news, told: told).notices.isEmpty)
        let alone = try notices(account(finale), now: "2026-11-20T12:00:00Z", news: before, kinds: [.finales]).notices
        #expect(alone.map(\.kind) == [.episodes, .finales])
    }

    @Test("what an edition hides changes nothing of what it tells, whatever becomes of it")
    func nonInterference() throws {
        func account(hiddenDate: String, stage: String) throws -> AccountFiles {
            try CalendarAccount.shows(
                [1: "watching", 2: "watching"], CalendarAccount.row(1, "2026-11-20T20:00:00Z", 1, 2),
                CalendarAccount.row(2, hiddenDate, 1, 1)
            ).adding("crowd/shows.json", #"[{"id":1,"release_status":"ongoing"},{"id":2,"release_status":"\#(stage)"}]"#)
        }
        let first = try notices(
            try account(hiddenDate: "2026-11-20T20:00:00Z", stage: "ongoing"), now: "2026-11-16T12:00:00Z", hidden: [2])
        let plain = try notices(
            try account(hiddenDate: "2026-11-20T20:00:00Z", stage: "ongoing"), now: "2026-11-20T12:00:00Z", news: first.news,
            hidden: [2])
        let other = try notices(
            try account(hiddenDate: "2026-11-23T20:00:00Z", stage: "ended"), now: "2026-11-20T12:00:00Z", news: first.news,
            hidden: [2])
        #expect(plain.notices == other.notices && plain.news == other.news && plain.notices.count == 1)
    }

    @Test(
        "quiet hours are those of the clock on the wall, over midnight and in summer and winter",
        arguments: [
            ("22:00–08:00", "2026-11-20T20:59:00Z", false), ("22:00–08:00", "2026-11-20T21:00:00Z", true),
            ("22:00–08:00", "2026-11-21T06:59:59Z", true), ("22:00–08:00", "2026-11-21T07:00:00Z", false),
            ("22:00-08:00", "2026-07-20T20:00:00Z", true), ("22:00-08:00", "2026-07-20T19:59:00Z", false),
            ("09:00 - 17:30", "2026-11-20T16:29:00Z", true), ("09:00 - 17:30", "2026-11-20T16:30:00Z", false),
        ])
    func quiet(hours: String, now: String, isQuiet: Bool) throws {
        let (hours, days) = (try #require(QuietHours(hours)), try #require(DayRule(zone: "Europe/Stockholm")))
        #expect(hours.contains(try moment(now), in: days) == isQuiet)
    }

    @Test("a line is cut between characters before it is escaped, and one that is a single character without end all the same")
    func cut() {
        let long = String(repeating: "👩‍👩‍👧‍👦&", count: 100)
        let html = NoticeForm.telegram.line(long, address: "https://simkl.com/tv/1")
        #expect(html.hasPrefix("• <a href=\"https://simkl.com/tv/1\">👩‍👩‍👧‍👦&amp;") && html.hasSuffix("👩‍👩‍👧‍👦&amp;…</a>"))
        let endless = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(NoticeForm.plain.line(endless).unicodeScalars.count == 203)
        let address = "https://example.org/" + String(repeating: "x", count: 600)
        #expect(NoticeForm.discord.line("[a](b)", address: address) == #"- \[a\]\(b\)"#)
    }

    @Test("a record forgets nothing that it was told, takes back what it is asked to, and keeps its order")
    func record() {
        var told = ToldRecord()
        told.add(["b", "a", "b"])
        told.add(["c", "a"])
        told.remove(["a"])
        #expect(told.told == ["b", "c"])
        told.add((0..<30_000).map(String.init))
        #expect(told.told.count == 20_000 && told.told.last == "29999")
    }
}
