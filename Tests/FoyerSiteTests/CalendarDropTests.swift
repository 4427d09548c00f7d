import Foundation
import Testing

@testable import FoyerSite

@Suite("Calendars: season drops", .inEnglish)
struct CalendarDropTests {
    private static func account(
        episodes: ClosedRange<Int> = 1...8, at date: String = "2026-11-24T08:00:00Z", finale: Int? = 8, watched: Int = 0,
        also: [String] = []
    ) throws -> AccountFiles {
        let rows = episodes.map { number in
            CalendarAccount.row(1, date, 9, number, number == finale ? #"},"finale_type":2,"x":{"y":1"# : "")
        }
        let seasons = (1...max(1, watched)).prefix(watched).map {
            #"{"number":\#($0),"watched_at":"2026-11-19T1\#($0):00:00Z"}"#
        }
        return AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","added_to_watchlist_at":"2026-11-19T09:08:07Z",
            "show":{"title":"Show 1","runtime":40,"ids":{"simkl":1}},
            "seasons":[{"number":9,"episodes":[\(seasons.joined(separator: ","))]}]}]}
            """,
            "calendar/tv.json": CalendarAccount.rolling(rows + also),
        ])
    }

    private static let event = """
        BEGIN:VEVENT
        UID:simkl-1-s09e01@foyer
        DTSTAMP:20261119T000000Z
        CREATED:20261119T000000Z
        LAST-MODIFIED:20261119T000000Z
        SEQUENCE:0
        DTSTART:20261124T080000Z
        DTEND:20261124T084000Z
        SUMMARY:Show 1 - S09E01–E08 (whole season)
        DESCRIPTION:Show 1\\, S09E01–E08\\nWhole season\\nLength: 320 min\\nList: Wat
         ching\\nPowered by Simkl: https://simkl.com/tv/1
        URL:https://simkl.com/tv/1
        CATEGORIES:TV show,Premiere,Finale
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT

        """

    @Test("eight episodes at one time are one event, whole, in both forms and in every file that holds one of them")
    func one() throws {
        let calendars = try BuiltCalendars(Self.account())
        #expect(calendars.file("all").contains(Self.event))
        for name in ["all", "tv", "watching", "premieres", "finales", "shows/1"] {
            #expect(calendars.events(name) == calendars.events("all") && calendars.events(name).count == 1, "\(name)")
            #expect(calendars.values("SUMMARY", in: name + "-days") == ["Show 1 - S09E01–E08 (whole season)"], "\(name)")
        }
        #expect(calendars.values("UID", "DTSTART;VALUE=DATE", in: "all-days") == ["simkl-1-s09e01-day@foyer 20261124"])
    }

    @Test("each episode has its own event where the owner wants that, and the day has one of them")
    func each() throws {
        let calendars = try BuiltCalendars(Self.account()) { $0.seasonDrops = .each }
        #expect(calendars.values("UID") == (1...8).map { "simkl-1-s09e0\($0)@foyer" })
        #expect(calendars.events("premieres").count == 1)
        #expect(calendars.events("all-days") == (try BuiltCalendars(Self.account())).events("all-days"))
    }

    @Test("a ninth episode keeps the event, and its number rises in both forms")
    func ninth() throws {
        let first = try BuiltCalendars(Self.account(finale: nil))
        #expect(first.values("SUMMARY") == ["Show 1 - S09E01–E08 (season premiere)"])
        let later = try BuiltCalendars(Self.account(episodes: 1...9, finale: 9), now: "2026-11-21T05:00:00Z", after: first)
        for (name, suffix) in [("all", ""), ("all-days", "-day")] {
            #expect(
                later.values("UID", "SEQUENCE", "SUMMARY", "CREATED", in: name) == [
                    "simkl-1-s09e01\(suffix)@foyer 1 Show 1 - S09E01–E09 (whole season) 20261119T000000Z"
                ])
        }
        #expect(
            try BuiltCalendars(Self.account(episodes: 1...9, finale: 9), now: "2026-11-22T05:00:00Z", after: later).texts
                == later.texts)
    }

    @Test("a drop that moves keeps the event; one of which an episode is taken off has it cancelled by itself")
    func moved() throws {
        let first = try BuiltCalendars(Self.account())
        let moved = try BuiltCalendars(Self.account(at: "2026-11-26T08:00:00Z"), now: "2026-11-21T05:00:00Z", after: first)
        #expect(moved.values("UID", "SEQUENCE", "DTSTART", "STATUS") == ["simkl-1-s09e01@foyer 1 20261126T080000Z CONFIRMED"])
        let shorter = try BuiltCalendars(Self.account(episodes: 1...7), now: "2026-11-22T05:00:00Z", after: moved)
        #expect(
            shorter.values("UID", "SEQUENCE", "SUMMARY", "STATUS") == [
                "simkl-1-s09e01@foyer 2 Show 1 - S09E01–E07 (season premiere) CONFIRMED",
                "simkl-1-s09e08@foyer 2 Show 1 - S09E08 (season finale) CANCELLED",
            ])
        let gone = try BuiltCalendars(
            Self.account(episodes: 1...1, at: "2026-12-10T08:00:00Z", finale: nil), now: "2026-11-22T05:00:00Z", after: moved)
        #expect(
            gone.values("UID", "SUMMARY", "STATUS") == [
                "simkl-1-s09e02@foyer Show 1 - S09E02–E08 (season finale) CANCELLED",
                "simkl-1-s09e01@foyer Show 1 - S09E01 (season premiere) CONFIRMED",
            ])
    }

    @Test("a special, and an episode of another season, that comes with a drop stands beside it and changes nothing of it")
    func beside() throws {
        let first = try BuiltCalendars(Self.account())
        let planned = try Site.planned(Self.account(), now: "2026-11-25T12:00:00Z", zone: "UTC")
        for (season, number) in [(0, 4), (8, 10), (10, 1)] {
            let account = try Self.account(also: [CalendarAccount.row(1, "2026-11-24T08:00:00Z", season, number)])
            let later = try BuiltCalendars(account, now: "2026-11-21T05:00:00Z", after: first)
            for (name, suffix) in [("all", ""), ("all-days", "-day")] {
                let events = later.values("UID", "SEQUENCE", "SUMMARY", in: name)
                #expect(events.count == 2, "\(events)")
                #expect(events.contains("simkl-1-s09e01\(suffix)@foyer 0 Show 1 - S09E01–E08 (whole season)"), "\(events)")
            }
            let feeds = try Site.planned(account, now: "2026-11-25T12:00:00Z", zone: "UTC", earlier: planned.site.news)
            for path in ["feeds/new-episodes.json", "feeds/unwatched.json"] {
                let (before, after) = try (planned.items(path), feeds.items(path))
                let ids = Set(after.compactMap { $0["id"] as? String })
                #expect(
                    after.count == before.count + 1 && ids.isSuperset(of: before.compactMap { $0["id"] as? String }), "\(path)")
            }
        }
    }

    @Test("a drop that is watched in part stays as it was, and one that is split over days falls apart without an id anew")
    func watchedAndSplit() throws {
        let first = try BuiltCalendars(Self.account())
        let watched = try BuiltCalendars(Self.account(watched: 3), now: "2026-11-21T05:00:00Z", after: first)
        #expect(watched.texts["all"] == first.texts["all"])
        let split = try BuiltCalendars(
            Self.account(episodes: 1...4, also: (5...8).map { CalendarAccount.row(1, "2026-12-08T08:00:00Z", 9, $0) }),
            now: "2026-11-21T05:00:00Z", after: first)
        #expect(
            split.values("UID", "SEQUENCE", "SUMMARY") == [
                "simkl-1-s09e01@foyer 1 Show 1 - S09E01–E04 (season premiere)", "simkl-1-s09e05@foyer 1 Show 1 - S09E05–E08",
            ])
    }

    @Test("two episodes one after the other on an evening have their times, and one day")
    func evening() throws {
        let calendars = try BuiltCalendars(
            Self.account(
                episodes: 3...3, at: "2026-11-24T20:00:00Z", also: [CalendarAccount.row(1, "2026-11-24T20:40:00Z", 9, 4)]))
        #expect(
            calendars.values("SUMMARY", "DTSTART") == ["Show 1 - S09E03 20261124T200000Z", "Show 1 - S09E04 20261124T204000Z"])
        #expect(calendars.values("UID", "SUMMARY", in: "all-days") == ["simkl-1-s09e03-day@foyer Show 1 - S09E03–E04"])
        // Where the second is after midnight on the owner's clock, they are on two days.
        let days = try BuiltCalendars(
            Self.account(
                episodes: 3...3, at: "2026-11-24T20:00:00Z", also: [CalendarAccount.row(1, "2026-11-24T23:30:00Z", 9, 4)]),
            zone: "Europe/Stockholm")
        #expect(days.events("all-days").count == 2)
    }

    @Test("a drop is one entry of the feed, which another episode does not make anew")
    func entry() throws {
        let before = try Site.planned(Self.account(finale: nil), now: "2026-11-24T12:00:00Z", zone: "UTC")
        func told(_ site: PlannedFeeds) throws -> [[String?]] {
            try site.items("feeds/new-episodes.json").map { [$0["id"] as? String, $0["title"] as? String] }
        }
        let first = try told(before)
        #expect(first.map { $0[1] } == ["Show 1 S09E01–E08 (season premiere)"])
        let after = try Site.planned(
            Self.account(episodes: 1...9, finale: 9), now: "2026-11-25T12:00:00Z", zone: "UTC", earlier: before.site.news)
        #expect(try told(after) == [[first.first?[0], "Show 1 S09E01–E09 (whole season)"]])
    }
}
