import Testing

@testable import FoyerSite

@Suite("Calendars: what was not watched yet", .inEnglish)
struct UnwatchedCalendarTests {
    /// A show with three episodes, of which the first ones were watched.
    private static func account(watched: Int, status: String = "watching") throws -> AccountFiles {
        let episodes = (1...3).prefix(watched).map { #"{"number":\#($0),"watched_at":"2026-11-20T1\#($0):00:00Z"}"# }
        var account = try CalendarAccount.shows(
            [1: status],
            CalendarAccount.row(1, "2026-11-19T20:00:00Z", 2, 1, #","title":"Told1""#),
            CalendarAccount.row(1, "2026-11-25T20:00:00Z", 2, 2, #","title":"Untold2""#),
            CalendarAccount.row(1, "2026-12-02T20:00:00Z", 2, 3, #","title":"Untold3""#))
        account.files["all-items.json"] = """
            {"shows":[{"status":"\(status)","added_to_watchlist_at":"2026-11-19T09:08:07Z",
            "show":{"title":"Show 1","runtime":40,"ids":{"simkl":1}},"seasons":[{"number":2,"episodes":[\(episodes.joined(separator: ","))]}]}]}
            """
        return account
    }

    private static let all = (1...3).map { "simkl-1-s02e0\($0)-unwatched@foyer" }

    @Test("what is watched is cancelled for a week in both forms, in no other calendar, and then gone")
    func watched() throws {
        let first = try BuiltCalendars(Self.account(watched: 0))
        #expect(first.values("UID", in: "unwatched") == Self.all)
        let second = try BuiltCalendars(Self.account(watched: 1), now: "2026-11-21T05:00:00Z", after: first)
        for (name, uid) in [("unwatched", Self.all[0]), ("unwatched-days", "simkl-1-s02e01-unwatched-day@foyer")] {
            #expect(
                second.values("UID", "SEQUENCE", "STATUS", "LAST-MODIFIED", in: name)[0] == "\(uid) 1 CANCELLED 20261121T050000Z")
            #expect(second.values("SEQUENCE", "STATUS", in: name).dropFirst() == ["0 CONFIRMED", "0 CONFIRMED"])
        }
        for name in ["all", "tv", "watching", "shows/1"] {
            #expect(second.values("UID", "SEQUENCE", "STATUS", in: name) == first.values("UID", "SEQUENCE", "STATUS", in: name))
        }
        let later = try BuiltCalendars(Self.account(watched: 1), now: "2026-11-28T23:59:59Z", after: second)
        #expect(later.texts["unwatched"] == second.texts["unwatched"])
        let gone = try BuiltCalendars(Self.account(watched: 1), now: "2026-11-29T00:00:00Z", after: later)
        #expect(gone.values("UID", in: "unwatched") == Array(Self.all.dropFirst()))
        // Somebody took it back: it goes on counting.
        let back = try BuiltCalendars(Self.account(watched: 0), now: "2026-11-30T05:00:00Z", after: gone)
        #expect(back.values("UID", "SEQUENCE", "STATUS", in: "unwatched")[0] == "\(Self.all[0]) 2 CONFIRMED")
    }

    @Test("what was watched before anybody was told of it is not told of at all, and an unchanged account gives the same bytes")
    func watchedBefore() throws {
        let first = try BuiltCalendars(Self.account(watched: 2))
        #expect(first.values("UID", in: "unwatched") == [Self.all[2]])
        let again = try BuiltCalendars(Self.account(watched: 2), now: "2026-11-20T23:00:00Z", after: first)
        #expect(again.texts == first.texts && again.memory == first.memory)
        #expect(try BuiltCalendars(Self.account(watched: 2)).texts == first.texts)
    }

    @Test("what is out stays until it is watched, though the other calendars have it no more; and 400 days at most")
    func stays() throws {
        let first = try BuiltCalendars(Self.account(watched: 0))
        var account = try Self.account(watched: 0)
        account.files["calendar/tv.json"] = #"{"calendar":[],"metadata":{}}"#
        let later = try BuiltCalendars(account, now: "2027-06-01T05:00:00Z", after: first)
        #expect(later.events("all") == [] && later.events("unwatched") == first.events("unwatched"))
        let end = try BuiltCalendars(account, now: "2027-12-25T05:00:00Z", after: later)
        #expect(end.values("UID", in: "unwatched") == Array(Self.all.dropFirst()))
    }

    @Test("events of a title that is dropped, taken off the list or hidden simply go", arguments: ["dropped", "gone", "hidden"])
    func unfollowed(how: String) throws {
        let first = try BuiltCalendars(Self.account(watched: 0))
        var account = try Self.account(watched: 1, status: how == "dropped" ? how : "watching")
        if how == "gone" { account.files["all-items.json"] = #"{"shows":[]}"# }
        let built = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", hidden: how == "hidden" ? [1] : [], after: first)
        #expect(built.events("unwatched") == [])
    }

    @Test("of what is to come no name is told, and of nothing with `spoilers: none`; a name is no new number")
    func spoilers() throws {
        let first = try BuiltCalendars(Self.account(watched: 0))
        #expect(first.texts.allSatisfy { !$0.value.contains("told") })
        let second = try BuiltCalendars(Self.account(watched: 1), now: "2026-11-21T05:00:00Z", after: first)
        #expect(second.texts.allSatisfy { !$0.value.contains("Untold") })
        let named = try BuiltCalendars(Self.account(watched: 0), now: "2026-11-21T05:00:00Z", spoilers: .names, after: first)
        #expect(named.values("SUMMARY", "SEQUENCE", in: "unwatched")[1] == "Show 1 - S02E02 - Untold2 0")
    }

    @Test("what builds remember of it survives its file, and a file from before there was such a calendar is one")
    func stored() throws {
        let first = try BuiltCalendars(Self.account(watched: 0))
        #expect(first.memory.airings.values.allSatisfy { $0.unwatched != nil })
        let folder = try BuildFolder(AccountFiles([:]), now: "2026-11-20T12:00:00Z")
        let state = StateFolder("\(folder.path)/state")
        var diagnostics: [Diagnostic] = []
        for isOld in [false, true] {
            var memory = first.memory
            if isOld { for key in memory.airings.keys { memory.airings[key]?.unwatched = nil } }
            try state.write(memory, to: "x.json")
            #expect(try state.read("x.json", as: CalendarMemory.self, &diagnostics) == memory)
        }
        #expect(diagnostics == [])
    }
}
