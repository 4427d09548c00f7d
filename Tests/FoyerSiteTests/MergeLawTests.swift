import Simkl
import Testing

@testable import FoyerSite

@Suite("Laws of the merge, on accounts full of conflicts")
struct MergeLawTests {
    @Test("the generated account has the conflicts that the laws are about")
    func conflicts() throws {
        let account = try Self.account(1)
        let rows = Dictionary(grouping: account.items) { $0.media.ids.simkl }
        #expect(rows.values.contains { $0.count > 1 })
        #expect(rows.values.contains { rows in Set(rows.map(\.bucket)).count > 1 })
        #expect(account.items.contains { $0.isRewatch })
        #expect(Set(account.airings.map { "\($0.version) \($0.isRolling)" }).count == 3)
        #expect(Set(account.crowd.map(\.id)).count < account.crowd.count)
        #expect(!account.issues.isEmpty)
        let library = Merged([account]).library
        #expect(library.titles.count >= 14)
        #expect(!library.airings.isEmpty && !library.paused.isEmpty && library.statistics.total.plays > 0)
    }

    @Test("an account merged twice is the account merged once", arguments: 1...8)
    func idempotence(seed: Int) throws {
        let account = try Self.account(seed)
        let once = Merged([account])
        #expect(Merged([account, account]).difference(from: once) == "")
        #expect(Merged([account, account, account]) == once)
    }

    @Test("no order of rows, seasons or episodes changes the library", arguments: 1...8)
    func permutation(seed: Int) throws {
        let account = try Self.account(seed)
        let whole = Merged([account])
        var chance = SeededChance(seed: seed + 1000)
        for _ in 0..<12 {
            try #require(Merged([account.shuffled(&chance)]).difference(from: whole) == "")
        }
    }

    @Test("an account in parts, in any order, is the whole account", arguments: 1...8)
    func partition(seed: Int) throws {
        let account = try Self.account(seed)
        let whole = Merged([account])
        var chance = SeededChance(seed: seed + 2000)
        for round in 0..<8 {
            let parts = account.parts(2 + round % 2, &chance)
            try #require(Merged(parts).difference(from: whole) == "")
            try #require(Merged(parts.reversed()).difference(from: whole) == "")
        }
    }

    @Test("the options change nothing about the laws", arguments: Edition.allCases)
    func editions(edition: Edition) throws {
        var options = LibraryMerger.Options()
        let audience = Audience(edition, hiddenTitles: [1, 6, 11, 13])
        options.timeZone = "Pacific/Apia"
        let account = try Self.account(77)
        let whole = Merged([account], options, for: audience)
        var chance = SeededChance(seed: 4)
        for _ in 0..<6 {
            #expect(Merged(account.shuffled(&chance).parts(3, &chance), options, for: audience).difference(from: whole) == "")
        }
    }

    @Test("no accounts at all give an empty library in UTC")
    func nothing() {
        let merged = Merged([])
        #expect(merged.library.titles.isEmpty)
        #expect(merged.library.days.zone == "UTC")
        #expect(merged.library.statistics.total == Statistics.Totals())
    }

    /// Two rows that differ only where one value's text could be taken for the separator of the next.
    @Test("rows that only a separator tells apart have an order too")
    func separators() throws {
        let account = try AccountFiles(
            "shows", #"{"status":"watching","next_to_watch":"-","show":{"title":"A|b","poster":"12/ab","ids":{"simkl":1}}}"#,
            #"{"status":"watching","show":{"title":"A","poster":"b|12/ab","ids":{"simkl":1}}}"#,
            #"{"status":"watching","next_to_watch":"-","show":{"title":"N","ids":{"simkl":2}}}"#,
            #"{"status":"watching","show":{"title":"N","ids":{"simkl":2}}}"#
        ).account()
        var reversed = account
        reversed.items.reverse()
        #expect(Merged([reversed]).difference(from: Merged([account])) == "")
    }

    @Test("rows of one rewatch of a film are one play, whatever their order")
    func undatedRewatches() throws {
        func row(_ date: String) -> String {
            #"{"status":"completed","is_rewatch":true,"rewatch_id":1,"last_watched_at":\#(date),"movie":{"ids":{"simkl":3}}}"#
        }
        let files = AccountFiles(
            "movies", #"{"status":"completed","movie":{"ids":{"simkl":3}}}"#, row("null"), row(#""1970-01-01T00:00:01Z""#),
            row(#""1999-01-01T10:00:00Z""#))
        let account = try files.account()
        var reversed = account
        reversed.items.reverse()
        let first = Merged([account])
        #expect(Merged([reversed]).difference(from: first) == "")
        let plays = [(PlayTime.Reason.missing, nil), (.longAgo, 1)].map {
            Play(episode: nil, time: .undated($0.0), length: .unknown, rewatch: $0.1)
        }
        #expect(first.library.titles.map(\.plays) == [plays])
    }

    @Test("where accounts disagree about the owner, the order of the accounts does not decide")
    func owners() throws {
        let films = #"{"movies":[{"status":"completed","movie":{"title":"F","ids":{"simkl":1}}}]}"#
        let accounts = try [("Ada", "Asia/Tokyo", 5, "2026-01-01"), ("Bob", "Asia/Seoul", 9, "2026-02-02")].map {
            try AccountFiles([
                "all-items.json": films,
                "settings.json": #"{"user":{"name":"\#($0.0)"},"account":{"timezone":"\#($0.1)"}}"#,
                "stats.json": #"{"total_mins":\#($0.2),"movies":{"completed":{"count":\#($0.2)}}}"#,
                "activities.json": #"{"all":"\#($0.3)T10:00:00Z"}"#,
            ]).account()
        }
        let forwards = Merged(accounts)
        let backwards = Merged(accounts.reversed())
        #expect(forwards.library.owner == backwards.library.owner)
        #expect(forwards.library.accountStatistics == backwards.library.accountStatistics)
        #expect(forwards == backwards)
        let today = try day("2026-11-20")
        #expect(LibraryMerger().library(from: accounts).library.lastDay(upTo: today) == (try day("2026-02-02")))
    }

    private static func account(_ seed: Int) throws -> Account {
        var generator = ConflictAccount(seed: seed)
        return try generator.files().account()
    }
}
