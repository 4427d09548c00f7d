import Foundation
import TestSupport
import Testing

/// What the program makes of dates as real people's files have them, from the files to the pages.
struct HonestTimeTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// An account, and what its pages must say.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var shows: [String] = []
        var anime: [String] = []
        var films: [String] = []
        /// Of the table of dates on the About page.
        let dates: [String]
        /// Folders below `diary/` and `year/` that there are.
        let periods: [String]
        /// Texts, by the page that holds them.
        var told: [String: String] = [:]
        /// Of the report.
        var note: String?
    }

    static let cases = [
        Case(
            testDescription: "60 episodes a second apart",
            shows: [show(1, minutes: 45, (0..<60).map { "2026-08-03T18:00:\($0 < 10 ? "0" : "")\($0)Z" })],
            dates: ["Marked, not watched then | 60"],
            periods: ["diary/2026/", "diary/2026/08/", "year/2026/", "year/2026/08/"],
            told: [
                "diary/2026/08/": "S01E01–E60 (marked)", "year/2026/": "- **Titles finished:** 1",
                "tv/1-t1/": "| S01E60 | Marked on ",
            ]),
        Case(
            testDescription: "40 films in one second", films: (1...40).map { film($0, "2026-08-03T18:00:00Z") },
            dates: ["Marked, not watched then | 40"],
            periods: ["diary/2026/", "diary/2026/08/", "year/2026/", "year/2026/08/"]),
        Case(
            testDescription: "1 January in Berlin, many times, and one evening",
            films: (1...5).map { film($0, "2023-12-31T23:00:00Z") } + [film(9, "2024-02-10T20:00:00Z")],
            dates: ["With a time of their own | 1", "With a year alone | 5"],
            periods: ["diary/2024/", "diary/2024/02/", "year/2024/", "year/2024/02/"],
            told: ["movies/1-t1/": "day not known"]),
        Case(
            testDescription: "plays that are still to come, one of them two hours ahead",
            films: [film(1, "2026-11-01T02:10:00Z"), film(2, "2062-05-04T20:00:00Z"), film(3, "2026-12-24T20:00:00Z")],
            dates: ["With a time of their own | 1", "Without a believable date | 2"],
            periods: ["diary/2026/", "diary/2026/10/", "year/2026/", "year/2026/10/"],
            note: "plays are dated more than a day after the data was made, so they count without a date: T2, T3"),
        Case(
            testDescription: "ten episodes on one entered day, a show of two on another",
            shows: [
                show(1, minutes: 45, Array(repeating: "2025-04-12T00:00:00Z", count: 10)),
                show(2, minutes: 45, Array(repeating: "2025-04-13T00:00:00Z", count: 2)),
            ],
            dates: ["With a day that was entered | 2", "Marked, not watched then | 10"],
            periods: ["diary/2025/", "diary/2025/04/", "year/2025/", "year/2025/04/"],
            told: ["year/2025/": "- **Titles finished:** 2", "diary/2025/04/": "S01E01–E10 (marked)"]),
        Case(
            testDescription: "noon, and noon again",
            films: (1...6).map { film($0, "2025-01-0\($0)T12:00:00Z") } + [film(9, "2025-01-20T20:00:00Z")],
            dates: ["With a time of their own | 1", "With a day that was entered | 6"],
            periods: ["diary/2025/", "diary/2025/01/", "year/2025/", "year/2025/01/"]),
        Case(
            testDescription: "an anime film with its time alone",
            anime: [
                #"{"status":"completed","anime_type":"movie","last_watched_at":"2026-06-06T19:00:00Z","watched_episodes_count":1,"#
                    + #""total_episodes_count":1,"show":{"title":"T1","runtime":117,"ids":{"simkl":1}}}"#
            ],
            dates: ["With a time of their own | 1"],
            periods: ["diary/2026/", "diary/2026/06/", "year/2026/", "year/2026/06/"],
            told: ["anime/1-t1/": "no. 1 of 2026", "diary/2026/06/": "index.html) film"]),
        Case(
            testDescription: "the same viewing again, as a rewatch",
            films: [
                film(1, "2026-09-10T20:41:07Z"), film(1, "2026-09-10T20:41:16Z", #","is_rewatch":true,"rewatch_id":1"#),
            ],
            dates: ["With a time of their own | 1"],
            periods: ["diary/2026/", "diary/2026/09/", "year/2026/", "year/2026/09/"],
            told: ["movies/1-t1/": "no. 1 of 2026"]),
        Case(
            testDescription: "one id under two kinds", shows: [show(7, minutes: 24, ["2026-01-01T20:00:00Z"])],
            anime: [show(7, minutes: 24, ["2026-02-01T20:00:00Z"])], dates: ["With a time of their own | 1"],
            periods: ["diary/2026/", "diary/2026/02/", "year/2026/", "year/2026/02/"],
            note: "anime/7: listed under tv and anime, and told as one, as its newest entry has it"),
        Case(
            testDescription: "seen, and planned again",
            films: [film(1, "2024-05-05T19:00:00Z").replacing(#""completed""#, with: #""plantowatch""#)],
            dates: ["With a time of their own | 1"],
            periods: ["diary/2024/", "diary/2024/05/", "year/2024/", "year/2024/05/"],
            told: ["plan/": "T1", "movies/1-t1/": "no. 1 of 2024"]),
    ]

    @Test("dates are believed as far as they deserve, and what is not is told apart", arguments: cases)
    func honest(_ account: Case) async throws {
        func list(_ rows: [String]) -> String { rows.joined(separator: ",") }
        try scratch.write(
            #"{"shows":[\#(list(account.shows))],"anime":[\#(list(account.anime))],"movies":[\#(list(account.films))]}"#,
            to: "data/all-items.json")
        try scratch.write(#"{"account":{"id":9,"timezone":"Europe/Berlin"}}"#, to: "data/settings.json")
        let site = "\(scratch.path)/site"
        let result = try await Program.run(
            ["build", "--offline", "--data", "\(scratch.path)/data", "--output", site, "--now", "2026-11-01T00:00:00Z"],
            environment: [:])
        #expect(result.code == 0)
        if let note = account.note { #expect(result.errors.contains(note), "\(result.errors)") }
        func page(_ path: String) throws -> String { try String(contentsOfFile: "\(site)/\(path)index.md", encoding: .utf8) }
        let table = try page("about/").matches(of: /\n\| ([^|]+ \| [0-9,]+) \| [^|]+%/).map { String($0.1) }
        #expect(table == account.dates)
        let folders = try Tree(site).files.keys.compactMap { path in
            path.wholeMatch(of: /((diary|year)\/\d{4}\/(\d\d\/)?)index\.html/).map { String($0.1) }
        }
        #expect(folders.sorted() == account.periods)
        for (path, text) in account.told { #expect(try page(path).contains(text), "\(path): \(text)") }
    }

    private static func film(_ id: Int, _ date: String, _ more: String = "") -> String {
        #"{"status":"completed","last_watched_at":"\#(date)"\#(more),"#
            + #""movie":{"title":"T\#(id)","year":1990,"runtime":110,"ids":{"simkl":\#(id)}}}"#
    }

    private static func show(_ id: Int, minutes: Int, _ dates: [String]) -> String {
        let episodes = dates.enumerated().map { #"{"number":\#($0 + 1),"watched_at":"\#($1)"}"# }.joined(separator: ",")
        return
            #"{"status":"completed","last_watched_at":"\#(dates.last ?? "")","watched_episodes_count":\#(dates.count),"#
            + #""total_episodes_count":\#(dates.count),"show":{"title":"T\#(id)","runtime":\#(minutes),"ids":{"simkl":\#(id)}},"#
            + #""seasons":[{"number":1,"episodes":[\#(episodes)]}]}"#
    }
}
