import Foundation
import Testing

@testable import FoyerSite

/// `Golden/calendars` has a folder for each night of one season drop, with the files in which it stands.
@Suite("The calendars of a season drop, night after night", .inEnglish)
struct CalendarGoldenTests {
    @Test("a drop, a ninth episode, a new date, a drop watched in part, watched to its end: each file is the committed one")
    func nights() throws {
        var last: BuiltCalendars?
        for (index, night) in Self.nights.enumerated() {
            let now = "2026-11-2\(index)T05:00:00Z"
            let built = try BuiltCalendars(Self.account(night), now: now, zone: "Europe/Stockholm", after: last)
            last = built
            let again = try BuiltCalendars(Self.account(night), now: now, zone: "Europe/Stockholm", after: built)
            #expect(again.texts == built.texts && again.memory == built.memory, "\(night.name)")
            for file in Self.files { try compare(built.file(file), with: "\(Golden.folder)/calendars/\(night.name)/\(file).ics") }
        }
        if Golden.isRecording { Golden.failSinceRecorded("\(Golden.folder)/calendars") }
    }

    private static let files = ["watching", "watching-days", "unwatched", "unwatched-days"]

    private func compare(_ text: String, with path: String) throws {
        if Golden.isRecording { return try Golden.write(Data(text.utf8), to: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "\(path): make golden records it anew")
    }

    private struct Night {
        let name: String
        var episodes = 9
        var date = "2026-11-26T08:00:00Z"
        var watched = 0
    }

    private static let nights = [
        Night(name: "1-drop", episodes: 8, date: "2026-11-24T08:00:00Z"),
        Night(name: "2-ninth-episode", date: "2026-11-24T08:00:00Z"),
        Night(name: "3-moved"),
        Night(name: "4-watched-in-part", watched: 3),
        Night(name: "5-watched", watched: 9),
    ]

    private static func account(_ night: Night) throws -> AccountFiles {
        let rows = (1...night.episodes).map { number in
            CalendarAccount.row(1, night.date, 9, number, number == night.episodes ? #"},"finale_type":2,"x":{"y":1"# : "")
        }
        let seen = (1...9).prefix(night.watched).map { #"{"number":\#($0),"watched_at":"2026-11-22T1\#($0):00:00Z"}"# }
        return AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","added_to_watchlist_at":"2026-11-19T09:08:07Z",
            "show":{"title":"Größer, als man denkt; Teil 2","runtime":40,"ids":{"simkl":1,"slug":"groesser"}},
            "seasons":[{"number":9,"episodes":[\(seen.joined(separator: ","))]}]}]}
            """,
            "calendar/tv.json": CalendarAccount.rolling(rows),
        ])
    }
}
