import Foundation
import Testing

@testable import FoyerSite

@Suite("What changed from one build to the next", .inEnglish)
struct NewsTests {
    private static let monday = "2026-11-16T05:00:00Z"
    private static let tuesday = "2026-11-17T05:00:00Z"

    /// Builds in a row, each with its own account and its own now.
    private func news(_ nights: (now: String, account: AccountFiles)..., from first: News = News()) throws -> News {
        try nights.reduce(first) { news, night in
            var options = LibraryMerger.Options()
            options.timeZone = "Europe/Stockholm"
            return news.after(try night.account.merged(options).library, now: try moment(night.now), extent: News.Extent(nil))
        }
    }

    /// What the log says, in short.
    private func told(_ news: News) -> [String] {
        news.changes.map { change in
            let words: [String?] = [
                change.event.rawValue, "\(change.title.simkl)", change.slot?.label, change.from?.text, change.to?.text,
                change.finale.map { String($0.rawValue) },
            ]
            return words.compactMap { $0 }.joined(separator: " ")
        }
    }

    private func episode(_ season: Int, _ number: Int, _ date: String, finale: Int? = nil, of id: Int = 1) -> String {
        """
        {"simkl_id":\(id),"date":"\(date)","finale_type":\(finale.map(String.init) ?? "null"),\
        "episode":{"season":\(season),"episode":\(number)}}
        """
    }

    private func account(
        _ airings: String..., stage: String = "ongoing", status: String = "watching", watched: String = ""
    ) -> AccountFiles {
        AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"\(status)","show":{"title":"Alpha","ids":{"simkl":1}}\(watched)}]}
            """,
            "crowd/shows.json": #"[{"id":1,"release_status":"\#(stage)"}]"#,
            "calendar/tv.json": #"{"calendar":[\#(airings.joined(separator: ","))],"metadata":{}}"#,
        ])
    }

    private let empty = AccountFiles(["all-items.json": "{}"])

    @Test("a first build tells nothing, and remembers what it saw")
    func first() throws {
        let news = try news((Self.monday, account(episode(2, 3, "2026-11-20T20:00:00Z", finale: 2))))
        #expect(told(news) == [])
        #expect(news.facts.map(\.season) == [2] && news.facts.map(\.stage) == [.running])
        #expect(news.facts[0].dates.map(\.slot.label) == ["S02E03"])
    }

    @Test("an episode that moves to another day is told once, with both dates")
    func moved() throws {
        let before = account(episode(2, 3, "2026-11-20T20:00:00Z"))
        let after = account(episode(2, 3, "2026-11-27T20:00:00Z"))
        let news = try news((Self.monday, before), (Self.tuesday, after), (Self.tuesday, after), ("2026-11-18T05:00:00Z", after))
        #expect(told(news) == ["moved 1 S02E03 2026-11-20T20:00:00Z 2026-11-27T20:00:00Z"])
        #expect(news.changes.map(\.noticed.rfc3339) == [Self.tuesday])
    }

    @Test(
        "a date is another only where the owner's day is",
        arguments: [
            ("2026-11-20T20:00:00Z", "2026-11-20T22:30:00Z", false), ("2026-11-20T22:30:00Z", "2026-11-20T23:30:00Z", true),
            // Midnight in Simkl's fixed zone is a day without a time.
            ("2026-11-20T00:00:00-05:00", "2026-11-21T02:00:00Z", false),
            ("2026-11-20T00:00:00-05:00", "2026-11-22T02:00:00Z", true),
        ])
    func zone(old: String, new: String, isNews: Bool) throws {
        let news = try news(
            (Self.monday, account(episode(1, 2, old))), (Self.tuesday, account(episode(1, 2, new))))
        #expect(told(news).count == (isNews ? 1 : 0))
    }

    @Test("a date that leaves the window of the calendar is no change, and is compared again when the episode comes back")
    func window() throws {
        let before = account(episode(1, 2, "2026-11-20T20:00:00Z"))
        let gone = try news((Self.monday, before), (Self.tuesday, account()), ("2026-11-23T05:00:00Z", account()))
        #expect(told(gone) == [])
        let back = account(episode(1, 2, "2026-12-18T20:00:00Z"))
        #expect(
            told(try news(("2026-11-24T05:00:00Z", back), from: gone))
                == ["moved 1 S01E02 2026-11-20T20:00:00Z 2026-12-18T20:00:00Z"])
        let late = try news(("2026-12-22T05:00:00Z", account()), from: gone)
        #expect(late.facts.flatMap(\.dates) == [] && told(late) == [])
    }

    @Test("what was on the air and is over has not moved")
    func over() throws {
        let news = try news(
            (Self.monday, account(episode(1, 2, "2026-11-10T20:00:00Z"))),
            (Self.tuesday, account(episode(1, 2, "2026-11-11T20:00:00Z"))))
        #expect(told(news) == [])
    }

    @Test("a new season is told when its first episode has a date, also where the account knew only what was watched")
    func season() throws {
        let watched = #","seasons":[{"number":1,"episodes":[{"number":1}]}]"#
        let next = account(episode(2, 1, "2026-12-01T20:00:00Z"), episode(2, 2, "2026-12-08T20:00:00Z"), watched: watched)
        let news = try news((Self.monday, account(watched: watched)), (Self.tuesday, next), (Self.tuesday, next))
        #expect(told(news) == ["season 1 S02E01 2026-12-01T20:00:00Z"])
    }

    @Test("a finale is told when it comes into sight and when an episode turns into one, but not when it is over")
    func finale() throws {
        let plain = account(episode(1, 8, "2026-11-20T20:00:00Z"))
        let final = account(episode(1, 8, "2026-11-20T20:00:00Z", finale: 2))
        let told = ["finale 1 S01E08 2026-11-20T20:00:00Z 2"]
        #expect(self.told(try news((Self.monday, plain), (Self.tuesday, final), (Self.tuesday, final))) == told)
        #expect(self.told(try news((Self.monday, account()), (Self.tuesday, final))) == told)
        #expect(self.told(try news((Self.monday, account()), ("2026-11-25T05:00:00Z", final))) == [])
    }

    @Test(
        "a title that ends or returns is told of, and a word that is missing for a night is neither",
        arguments: [
            (["ongoing", "ended"], ["ended 1"]), (["ended", "ongoing"], ["returned 1"]), (["ended", "tba"], ["returned 1"]),
            (["ongoing", "tba"], []), (["soon", "premiere"], []), (["undefined", "ended"], []),
            (["ongoing", "undefined", "ongoing"], []), (["ongoing", "undefined", "ended"], ["ended 1"]),
        ])
    func stage(words: [String], expected: [String]) throws {
        var news = News()
        for (night, word) in words.enumerated() {
            news = try self.news(("2026-11-1\(6 + night)T05:00:00Z", account(stage: word)), from: news)
        }
        #expect(told(news) == expected)
    }

    @Test("a film's release that moves is told, in the cinema and at home each")
    func film() throws {
        func film(cinema: String, home: String) -> AccountFiles {
            AccountFiles([
                "all-items.json": #"{"movies":[{"status":"plantowatch","movie":{"title":"Film","ids":{"simkl":9}}}]}"#,
                "titles/movies/9.json": """
                {"title":"Film","ids":{"simkl":9},"release_dates":[{"iso_3166_1":"US","results":[
                {"type":3,"release_date":"\(cinema)"},{"type":4,"release_date":"\(home)"}]}]}
                """,
            ])
        }
        let news = try news(
            (Self.monday, film(cinema: "2026-12-04", home: "2027-02-01")),
            (Self.tuesday, film(cinema: "2026-12-18", home: "2027-02-01")),
            ("2026-11-18T05:00:00Z", film(cinema: "2026-12-18", home: "2027-03-01")))
        #expect(
            told(news) == [
                "moved 9 in the cinema 2026-12-04 2026-12-18", "moved 9 at home 2027-02-01 2027-03-01",
            ])
    }

    @Test("a title that is on a list only since today is no news, nor one that was removed and comes back, nor a dropped one")
    func membership() throws {
        let before = account(episode(1, 2, "2026-11-20T20:00:00Z"))
        let after = account(episode(1, 2, "2026-11-27T20:00:00Z", finale: 2), stage: "ended")
        #expect(told(try news((Self.monday, empty), (Self.tuesday, after))) == [])
        #expect(told(try news((Self.monday, before), (Self.monday, empty), (Self.tuesday, after))) == [])
        let dropped = account(episode(1, 2, "2026-11-27T20:00:00Z"), stage: "ended", status: "dropped")
        #expect(told(try news((Self.monday, before), (Self.tuesday, dropped))) == [])
        #expect(try news((Self.monday, before), (Self.tuesday, dropped)).facts == [])
    }

    @Test("data that is not newer changes nothing but what the passing of time does")
    func outdated() throws {
        let same = account(episode(1, 2, "2026-11-16T20:00:00Z"), episode(1, 3, "2026-11-23T20:00:00Z"))
        let first = try news((Self.monday, same))
        let second = try news((Self.tuesday, same), from: first)
        #expect(told(second) == [] && second.facts == first.facts)
        #expect(
            first.arrivals.map { NewsSlot($0)?.label } == []
                && second.arrivals.map { NewsSlot($0)?.label } == ["S01E02"])
        #expect(try news((Self.tuesday, same), from: second) == second)
    }

    @Test("what came out stays when the calendar forgets it, and goes when it was put off after all")
    func arrivals() throws {
        let out = account(episode(1, 2, "2026-11-15T20:00:00Z"))
        #expect(
            try news((Self.monday, out), (Self.tuesday, account())).arrivals.map { NewsSlot($0)?.label } == ["S01E02"])
        let putOff = account(episode(1, 2, "2026-11-20T20:00:00Z"))
        #expect(try news((Self.monday, out), (Self.tuesday, putOff)).arrivals == [])
    }

    @Test("what came out more than thirty days before anybody looked is no arrival")
    func old() throws {
        let account = account(episode(1, 1, "2026-10-16T20:00:00Z"), episode(1, 2, "2026-10-17T20:00:00Z"))
        #expect(try news((Self.monday, account)).arrivals.map { NewsSlot($0)?.label } == ["S01E02"])
    }

    @Test("an airing without a number is not followed, since nothing tells it from others")
    func unnumbered() throws {
        let account = account(#"{"simkl_id":1,"date":"2026-11-15T20:00:00Z"}"#)
        let news = try news((Self.monday, account))
        #expect(news.arrivals == [] && news.facts.flatMap(\.dates) == [])
    }

    @Test("what is long over is forgotten when there is much, and what the calendar still tells of never is")
    func bounded() throws {
        func aired(_ day: String, _ numbers: Range<Int>) -> [String] { numbers.map { episode(1, $0, "\(day)T20:00:00Z") } }
        let old = account(aired("2026-10-20", 1..<1001).joined(separator: ","))
        let new = account(aired("2026-11-15", 2000..<3300).joined(separator: ","))
        var news = try news((Self.monday, old))
        #expect(news.arrivals.count == 1000)
        news = try self.news((Self.tuesday, new), from: news)
        #expect(news.arrivals.count == 2300)
        news = try self.news(("2026-11-25T05:00:00Z", new), from: news)
        #expect(news.arrivals.count == 1300)
        #expect(try self.news(("2026-11-25T05:00:00Z", new), from: news) == news)
    }

    @Test("it comes back from its file as it was written")
    func file() throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "foyer-news-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let news = try news(
            (Self.monday, account(episode(1, 2, "2026-11-15T20:00:00Z"), episode(1, 3, "2026-11-20T20:00:00Z"))),
            (Self.tuesday, account(episode(1, 3, "2026-11-22T00:00:00-05:00", finale: 3), stage: "ended")))
        #expect(news.changes.count == 3 && news.arrivals.count == 1)
        let folder = StateFolder(scratch)
        try folder.write(news, to: "news.json")
        var diagnostics: [Diagnostic] = []
        #expect(try folder.read("news.json", as: News.self, &diagnostics) == news)
        #expect(diagnostics == [])
    }
}
