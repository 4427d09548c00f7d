import Foundation
import TestSupport
import Testing

/// What three libraries read in the calendars: Debian's icalendar and vobject, and the one that Home Assistant reads calendars with.
struct CalendarLibraryTests {
    @Test("icalendar, vobject and Home Assistant's ical read the same events in every calendar of the sample, and all of them")
    func sample() async throws {
        let told = try await Self.read("\(try await CalendarProgramTests.site.value.path)/site")
        #expect(told.contains(/all.ics \d\d 0\n/) && told.contains(/unwatched.ics \d\d 0\n/), "\(told)")
    }

    @Test("they do so with names that are lines of a calendar, with several episodes at once, and with what is cancelled")
    func hostile() async throws {
        let scratch = try Scratch()
        try Self.save(watched: 0, in: scratch)
        try await Self.build("2026-11-20T05:00:00Z", in: scratch)
        #expect(try await Self.read("\(scratch.path)/site") == "all.ics 3 0\nunwatched-days.ics 3 0\nunwatched.ics 3 0\n")
        try Self.save(watched: 2, in: scratch)
        try await Self.build("2026-11-25T05:00:00Z", in: scratch)
        #expect(try await Self.read("\(scratch.path)/site") == "all.ics 3 0\nunwatched-days.ics 3 1\nunwatched.ics 3 1\n")
    }

    /// Without a backslash, which Debian's icalendar loses.
    private static let names = ["A\\r\\nEND:VEVENT", "B, ; \\\"C\\\": ünïcode 進撃 ", "D:E;F=G,H\\u2028I"]

    /// Three shows of hostile names, of the first two episodes at once.
    private static func save(watched: Int, in scratch: Scratch) throws {
        let seen = (1...2).prefix(watched).map { #"{"number":\#($0),"watched_at":"2026-11-24T2\#($0):00:00Z"}"# }
        let shows = names.enumerated().map { index, name in
            """
            {"status":"watching","show":{"title":"\(name)","runtime":40,"ids":{"simkl":\(index + 1)}},
            "seasons":[{"number":1,"episodes":[\(index == 0 ? seen.joined(separator: ",") : "")]}]}
            """
        }
        try scratch.write("{\"shows\":[\(shows.joined(separator: ","))]}", to: "data/all-items.json")
        let rows = [(1, 1), (1, 2), (2, 1), (3, 1)].map { id, number in
            """
            {"simkl_id":\(id),"date":"2026-11-24T20:00:00Z","episode":{"season":1,"episode":\(number)}}
            """
        }
        try scratch.write("{\"calendar\":[\(rows.joined(separator: ","))],\"metadata\":{}}", to: "data/calendar/tv.json")
    }

    private static func build(_ now: String, in scratch: Scratch) async throws {
        let result = try await Program.run([
            "build", "--offline", "--data", "\(scratch.path)/data", "--state", "\(scratch.path)/state", "--output",
            "\(scratch.path)/site", "--now", now, "--quiet",
        ])
        #expect(result.code == 0, "\(result.errors)")
    }

    /// Has the libraries read every calendar of a site; they have to agree. Of some files: how many events, and how many cancelled.
    private static func read(_ site: String) async throws -> String {
        let result = try await Program.run(
            ["-c", script, site], executable: "/usr/bin/python3",
            environment: ["PYTHONPATH": "\(Program.root)/.build/python"])
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    private static let script = """
        import datetime, glob, os, sys
        import icalendar, vobject
        from ical.calendar_stream import IcsCalendarStream
        utc = datetime.timezone.utc
        def plain(time):
            return time.astimezone(utc).isoformat() if isinstance(time, datetime.datetime) else time.isoformat()
        def event(uid, start, end, summary, description, sequence, status):
            return (str(uid), plain(start), plain(end), str(summary), str(description), int(sequence), str(status))
        def of_icalendar(text):
            for e in icalendar.Calendar.from_ical(text).walk("VEVENT"):
                assert not e.errors, e.errors
                yield event(e["UID"], e["DTSTART"].dt, e["DTEND"].dt, e["SUMMARY"], e["DESCRIPTION"], e["SEQUENCE"], e["STATUS"])
        def of_vobject(text):
            for e in vobject.readOne(text).contents.get("vevent", []):
                yield event(*(getattr(e, name).value for name in ("uid", "dtstart", "dtend", "summary", "description", "sequence", "status")))
        def of_ical(text):
            calendar = IcsCalendarStream.calendar_from_ics(text)
            list(calendar.timeline)
            for e in calendar.events:
                yield event(e.uid, e.dtstart, e.dtend, e.summary, e.description, e.sequence, e.status.value)
        files = sorted(glob.glob(sys.argv[1] + "/feeds/**/*.ics", recursive=True))
        for path in files:
            text = open(path, newline="").read()
            read = [sorted(reader(text)) for reader in (of_icalendar, of_vobject, of_ical)]
            assert read[0] == read[1] == read[2], path
            assert len(read[0]) == text.count("BEGIN:VEVENT"), path
            if os.path.basename(path) in ("all.ics", "unwatched.ics", "unwatched-days.ics"):
                print(os.path.basename(path), len(read[0]), sum(e[6] == "CANCELLED" for e in read[0]))
        """
}
