import Foundation
import Testing

@testable import FoyerSite

@Suite("Calendars: what changes from night to night", .inEnglish)
struct CalendarRevisionTests {
    @Test(
        "an unchanged account gives the same bytes, with what was remembered, with nothing to remember, and on the same day without"
    )
    func unchanged() throws {
        let account = try Self.account()
        let first = try BuiltCalendars(account)
        let again = try BuiltCalendars(account, now: "2026-11-20T23:59:59Z", after: first)
        #expect(again.texts == first.texts)
        #expect(again.memory == first.memory)
        #expect(try BuiltCalendars(account, now: "2026-11-20T13:00:00Z").texts == first.texts)
        #expect(try BuiltCalendars(account, after: first).texts == first.texts)
        #expect(first.values("SEQUENCE") == ["0", "0", "0"])
        #expect(
            Set(first.values("DTSTAMP", "CREATED", "LAST-MODIFIED")) == [
                Array(repeating: "20261119T000000Z", count: 3).joined(separator: " ")
            ])
    }

    @Test("what builds remember survives its file")
    func stored() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-state-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let memory = try BuiltCalendars(Self.account(film: true), country: "SE").memory
        #expect(memory.airings.count == 4)
        let state = StateFolder(folder.path)
        try state.write(memory, to: "x.json")
        var diagnostics: [Diagnostic] = []
        #expect(try state.read("x.json", as: CalendarMemory.self, &diagnostics) == memory)
        #expect(diagnostics == [])
    }

    @Test("an airing that moves across midnight keeps its id, and rises in both forms; within the day only where there is a time")
    func moved() throws {
        let first = try BuiltCalendars(Self.account())
        let late = try BuiltCalendars(Self.account("2026-11-26T00:30:00Z"), now: "2026-11-21T05:00:00Z", after: first)
        #expect(late.values("UID") == first.values("UID"))
        #expect(
            late.values("DTSTART", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED") == [
                "20261119T200000Z 0 20261119T000000Z 20261119T000000Z 20261119T000000Z",
                "20261126T003000Z 1 20261121T050000Z 20261119T000000Z 20261121T050000Z",
                "20261202T200000Z 0 20261119T000000Z 20261119T000000Z 20261119T000000Z",
            ])
        #expect(
            late.values("DTSTART;VALUE=DATE", "SEQUENCE", "DTSTAMP", in: "all-days") == [
                "20261119 0 20261119T000000Z", "20261126 1 20261121T050000Z", "20261202 0 20261119T000000Z",
            ])
        let later = try BuiltCalendars(Self.account("2026-11-26T04:30:00Z"), now: "2026-11-22T05:00:00Z", after: late)
        #expect(later.values("SEQUENCE") == ["0", "2", "0"])
        #expect(later.texts["all-days"] == late.texts["all-days"])
        #expect(later.events("shows/1") == later.events("all"))
    }

    @Test("what else changes is a new revision of the same number, later than the one before whatever the clock says")
    func changed() throws {
        let first = try BuiltCalendars(Self.account())
        let second = try BuiltCalendars(
            Self.account(more: #","title":"Named""#), now: "2026-11-21T05:00:00Z", spoilers: .names, after: first)
        #expect(
            second.values("SUMMARY", "SEQUENCE", "LAST-MODIFIED") == [
                "Show 1 - S02E01 (season premiere) 0 20261119T000000Z", "Show 1 - S02E02 - Named 0 20261121T050000Z",
                "Show 1 - S02E03 0 20261119T000000Z",
            ])
        let third = try BuiltCalendars(
            Self.account(more: #","title":"Renamed""#), now: "2026-11-20T05:00:00Z", spoilers: .names, after: second)
        #expect(third.values("SEQUENCE", "LAST-MODIFIED")[1] == "0 20261121T050001Z")
    }

    @Test("an episode that is new to the calendar was created when it was first seen")
    func new() throws {
        let first = try BuiltCalendars(Self.account())
        let row = CalendarAccount.row(1, "2026-12-09T20:00:00Z", 2, 4)
        let second = try BuiltCalendars(Self.account(also: [row]), now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.values("UID", "CREATED", "SEQUENCE").last == "simkl-1-s02e04@foyer 20261121T050000Z 0")
        #expect(second.values("DTSTAMP").prefix(3) == first.values("DTSTAMP")[...])
    }

    @Test("an airing that a whole calendar of its day has no more is cancelled until its day is over, and then gone for good")
    func cancelled() throws {
        let first = try BuiltCalendars(Self.account())
        let without = try Self.account(nil)
        let second = try BuiltCalendars(without, now: "2026-11-21T05:00:00Z", after: first)
        #expect(
            second.values("UID", "SEQUENCE", "STATUS", "DTSTART", "LAST-MODIFIED") == [
                "simkl-1-s02e01@foyer 0 CONFIRMED 20261119T200000Z 20261119T000000Z",
                "simkl-1-s02e02@foyer 1 CANCELLED 20261125T200000Z 20261121T050000Z",
                "simkl-1-s02e03@foyer 0 CONFIRMED 20261202T200000Z 20261119T000000Z",
            ])
        #expect(second.values("SEQUENCE", "STATUS", in: "all-days") == ["0 CONFIRMED", "1 CANCELLED", "0 CONFIRMED"])
        let third = try BuiltCalendars(without, now: "2026-11-25T23:59:59Z", after: second)
        #expect(third.texts == second.texts)
        let fourth = try BuiltCalendars(without, now: "2026-11-26T00:00:00Z", after: third)
        #expect(fourth.values("UID") == ["simkl-1-s02e01@foyer", "simkl-1-s02e03@foyer"])
        // What the calendars lack on later days is not what they still tell of that day.
        var bare = without
        bare.files["calendar/tv.json"] = nil
        #expect(try BuiltCalendars(bare, now: "2026-11-27T00:00:00Z", after: fourth).texts == fourth.texts)
        // When it airs after all, it goes on counting.
        let back = try BuiltCalendars(Self.account("2026-12-01T20:00:00Z"), now: "2026-11-27T05:00:00Z", after: fourth)
        #expect(back.values("UID", "SEQUENCE", "STATUS", "CREATED")[1] == "simkl-1-s02e02@foyer 2 CONFIRMED 20261119T000000Z")
    }

    @Test("of two episodes at one time, one that is taken off is cancelled; one that gets another number is not")
    func doubleBill() throws {
        let night = { (day: Int, numbers: [Int], earlier: BuiltCalendars?) in
            let rows = numbers.map { CalendarAccount.row(1, "2026-11-28T20:00:00Z", 2, $0) }
            return try BuiltCalendars(
                Self.account(also: rows), now: "2026-11-\(day)T05:00:00Z", after: earlier,
                settings: { $0.seasonDrops = .each })
        }
        let first = try night(20, [11, 12], nil)
        let second = try night(21, [11], first)
        let bill = { (built: BuiltCalendars) in built.values("UID", "STATUS").filter { $0.contains("e1") } }
        #expect(bill(second) == ["simkl-1-s02e11@foyer CONFIRMED", "simkl-1-s02e12@foyer CANCELLED"])
        let third = try night(22, [11], second)
        #expect(third.texts == second.texts)
        #expect(bill(try night(23, [11, 12], third)) == bill(first))
        let renumbered = try night(21, [11, 13], first)
        #expect(bill(renumbered) == ["simkl-1-s02e11@foyer CONFIRMED", "simkl-1-s02e13@foyer CONFIRMED"])
        #expect(bill(try night(22, [11, 13], renumbered)) == bill(renumbered))
    }

    @Test("the same airing after all, on the same day, is a revision too")
    func uncancelled() throws {
        let first = try BuiltCalendars(Self.account())
        let second = try BuiltCalendars(Self.account(nil), now: "2026-11-21T05:00:00Z", after: first)
        let third = try BuiltCalendars(Self.account(), now: "2026-11-22T05:00:00Z", after: second)
        #expect(third.values("SEQUENCE", "STATUS", "LAST-MODIFIED")[1] == "2 CONFIRMED 20261122T050000Z")
    }

    @Test("a calendar that is missing, damaged, odd, or of other days cancels nothing", arguments: Doubt.allCases)
    func doubt(_ doubt: Doubt) throws {
        let first = try BuiltCalendars(Self.account())
        var account = try Self.account(nil)
        account.files["calendar/tv.json"] = doubt.file
        let second = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.values("UID", "STATUS", "SEQUENCE").contains("simkl-1-s02e02@foyer CONFIRMED 0"))
        #expect(second.events("shows/1").contains { $0["UID"] == "simkl-1-s02e02@foyer" })
    }

    enum Doubt: CaseIterable {
        case missing, empty, otherDays, unreadableRow, unreadableDate, strayDate

        var file: String? {
            let edges = [#"{"simkl_id":999,"date":"2026-11-09T12:00:00Z"}"#, #"{"simkl_id":999,"date":"2026-12-19T12:00:00Z"}"#]
            func rows(_ rows: [String]) -> String { #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"# }
            return switch self {
            case .missing: nil
            case .empty: rows([])
            case .otherDays: rows([edges[0], #"{"simkl_id":999,"date":"2026-11-25T23:00:00Z"}"#])
            case .unreadableRow: rows(edges + ["17"])
            case .unreadableDate: rows(edges + [#"{"simkl_id":998,"date":"soon"}"#])
            case .strayDate: rows(edges + [#"{"simkl_id":998,"date":"1999-01-01T00:00:00Z"}"#])
            }
        }
    }

    @Test("months that follow one another tell of the days between them")
    func months() throws {
        var before = try Self.account("2026-11-30T20:00:00Z")
        before.files["calendar/tv.json"] = nil
        func month(_ rows: String...) -> String { #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"# }
        let (begin, end) = (
            #"{"simkl_id":999,"date":"2026-11-01T12:00:00Z"}"#, #"{"simkl_id":999,"date":"2026-11-30T12:00:00Z"}"#
        )
        let (first, last) = (
            #"{"simkl_id":999,"date":"2026-12-01T01:00:00Z"}"#, #"{"simkl_id":999,"date":"2026-12-31T12:00:00Z"}"#
        )
        before.files["calendar/2026/11/tv.json"] = month(begin, end, CalendarAccount.row(1, "2026-11-30T20:00:00Z", 2, 2))
        before.files["calendar/2026/12/tv.json"] = month(first, last)
        let known = try BuiltCalendars(before)
        #expect(known.values("UID", "STATUS") == ["simkl-1-s02e02@foyer CONFIRMED"])
        var after = before
        after.files["calendar/2026/11/tv.json"] = month(begin, end)
        #expect(try BuiltCalendars(after, after: known).values("STATUS") == ["CANCELLED"])
        after.files["calendar/2026/12/tv.json"] = nil
        #expect(try BuiltCalendars(after, after: known).values("STATUS") == ["CONFIRMED"])
    }

    @Test("events of a title that is dropped, taken off the list or hidden simply go", arguments: ["dropped", "gone", "hidden"])
    func unfollowed(how: String) throws {
        let first = try BuiltCalendars(Self.account())
        var account = try Self.account()
        account.files["all-items.json"] =
            how == "gone"
            ? #"{"shows":[]}"#
            : #"{"shows":[{"status":"\#(how == "dropped" ? how : "watching")","show":{"title":"Show 1","ids":{"simkl":1}}}]}"#
        let built = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", hidden: how == "hidden" ? [1] : [], after: first)
        #expect(built.events() == [])
        #expect(!built.texts.keys.contains("shows/1"))
        // A title that comes back goes on counting.
        let back = try BuiltCalendars(Self.account("2026-11-26T20:00:00Z"), now: "2026-11-22T05:00:00Z", after: built)
        #expect(back.values("SEQUENCE") == ["0", "1", "0"])
    }

    @Test("what has aired stays for two weeks, though the calendars have moved on and it was watched")
    func past() throws {
        let first = try BuiltCalendars(Self.account())
        var account = try Self.account()
        account.files["calendar/tv.json"] = #"{"calendar":[],"metadata":{}}"#
        account.files["all-items.json"] =
            #"{"shows":[{"status":"watching","show":{"title":"Show 1","runtime":40,"ids":{"simkl":1}},"seasons":[{"number":2,"episodes":[{"number":1,"watched_at":"2026-11-20T20:00:00Z"}]}]}]}"#
        let second = try BuiltCalendars(account, now: "2026-12-03T05:00:00Z", after: first)
        #expect(second.texts["all"] == first.texts["all"])
        let third = try BuiltCalendars(account, now: "2026-12-04T05:00:00Z", after: second)
        #expect(third.values("UID") == ["simkl-1-s02e02@foyer", "simkl-1-s02e03@foyer"])
    }

    @Test("an episode that gets its number, or another one, stands in the place of the one before")
    func renumbered() throws {
        var account = try Self.account(nil)
        account.files["calendar/tv.json"] = CalendarAccount.rolling([#"{"simkl_id":1,"date":"2026-11-25T20:00:00Z"}"#])
        let first = try BuiltCalendars(account)
        #expect(first.values("UID", "STATUS") == ["simkl-1-20261125@foyer TENTATIVE"])
        account.files["calendar/tv.json"] = CalendarAccount.rolling([CalendarAccount.row(1, "2026-11-25T20:00:00Z", 2, 2)])
        let second = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.values("UID", "STATUS") == ["simkl-1-s02e02@foyer CONFIRMED"])
    }

    @Test("a title that Simkl counts among anime now keeps the ids of its events")
    func reclassified() throws {
        let first = try BuiltCalendars(Self.account())
        var account = try Self.account()
        account.files["all-items.json"] = account.files["all-items.json"]?.replacing("\"shows\"", with: "\"anime\"")
        let second = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.values("UID").contains("simkl-1-s02e02@foyer"))
        #expect(second.values("STATUS").allSatisfy { $0 == "CONFIRMED" })
        #expect(second.values("UID") == first.values("UID"))
    }

    @Test("a film's release that its own record has no more goes, and stays while the record is missing")
    func films() throws {
        let first = try BuiltCalendars(Self.account(film: true), country: "SE")
        let id = "simkl-5-cinema@foyer"
        #expect(first.values("UID", in: "films-cinema") == [id])
        var account = try Self.account(film: true)
        account.files["titles/movies/5.json"] = nil
        #expect(
            try BuiltCalendars(account, country: "SE", after: first).values("UID", "STATUS", in: "films-cinema") == [
                id + " CONFIRMED"
            ])
        #expect(try BuiltCalendars(Self.account(film: true), country: "NO", after: first).events("films-cinema") == [])
    }

    @Test("a date that a calendar has of a film is cancelled once it is out where the owner lives, and never told of one that is")
    func filmIsOut() throws {
        func account(_ releases: String?, calendar: Bool = true) throws -> AccountFiles {
            var account = AccountFiles("movies", #"{"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}}"#)
            let row = #"{"simkl_id":5,"date":"2026-12-11T05:00:00Z"}"#
            account.files["calendar/movie_release.json"] = CalendarAccount.rolling(calendar ? [row] : [])
            account.files["titles/movies/5.json"] = releases.map {
                #"{"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"US","results":[\#($0)]}]}"#
            }
            return account
        }
        let out = #"{"type":3,"release_date":"2026-05-29"},{"type":4,"release_date":"2026-07-14"}"#
        #expect(try BuiltCalendars(account(out)).values("UID", in: "films") == [])
        let first = try BuiltCalendars(account(nil))
        #expect(first.values("UID", "STATUS", "SEQUENCE", in: "films") == ["simkl-5-release@foyer TENTATIVE 0"])
        for isListed in [true, false] {
            let second = try BuiltCalendars(account(out, calendar: isListed), now: "2026-11-21T05:00:00Z", after: first)
            #expect(second.values("UID", "STATUS", "SEQUENCE", in: "films") == ["simkl-5-release@foyer CANCELLED 1"])
            let third = try BuiltCalendars(account(out, calendar: isListed), now: "2026-12-11T23:59:59Z", after: second)
            #expect(third.texts == second.texts)
            #expect(try BuiltCalendars(account(out), now: "2026-12-12T00:00:00Z", after: third).values("UID", in: "films") == [])
            // Where it was a mistake that it is out, the event goes on counting.
            let back = try BuiltCalendars(account(nil), now: "2026-11-22T05:00:00Z", after: second)
            #expect(back.values("UID", "STATUS", "SEQUENCE", in: "films") == ["simkl-5-release@foyer TENTATIVE 2"])
        }
        // It comes out on the very day: another event stands in the place of this one.
        let known = try BuiltCalendars(
            account(#"{"type":3,"release_date":"2026-12-11"}"#), now: "2026-11-21T05:00:00Z", after: first)
        #expect(known.values("UID", "STATUS", in: "films") == ["simkl-5-cinema@foyer CONFIRMED"])
    }

    /// A show with three episodes, of which the second moves.
    private static func account(
        _ second: String? = "2026-11-25T20:00:00Z", more: String = "", also: [String] = [], film: Bool = false
    ) throws -> AccountFiles {
        var account = try CalendarAccount.shows([1: "watching"])
        let rows = [("2026-11-19T20:00:00Z", 1, ""), (second, 2, more), ("2026-12-02T20:00:00Z", 3, "")].compactMap {
            date, number, more in
            date.map { CalendarAccount.row(1, $0, 2, number, more) }
        }
        account.files["calendar/tv.json"] = CalendarAccount.rolling(rows + also)
        guard film else { return account }
        account.files["movies.json"] = #"[{"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}}]"#
        account.files["titles/movies/5.json"] =
            #"{"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"SE","results":[{"type":3,"release_date":"2026-11-27"}]}]}"#
        return account
    }
}
