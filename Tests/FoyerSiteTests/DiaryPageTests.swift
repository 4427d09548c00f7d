import Foundation
import Testing

@testable import FoyerSite

@Suite("Diary pages", .inEnglish)
struct DiaryPageTests {
    @Test("every play with a day is on exactly one page, under its day, straight from the JSON", arguments: 1...4)
    func everyPlayOnce(seed: Int) async throws {
        var generator = StatisticsAccount(seed: seed + 20)
        let files = try generator.files()
        let site = try await BuiltSite(files, now: "2026-11-20T12:00:00Z", zone: "America/New_York")
        let reference = try DiaryReference(files, zone: "America/New_York")
        let expected = reference.diary.sorted()
        #expect(expected.contains { $0.hasSuffix(" (marked)") } && expected.contains { !$0.hasSuffix(" (marked)") })
        let months = site.files.keys.filter { $0.wholeMatch(of: /diary\/\d{4}\/\d\d\/index\.md/) != nil }.sorted()
        #expect(try months.flatMap { try plays(on: site.files[$0] ?? "", path: $0) }.sorted() == expected)
        let left = reference.plays.reduce(0) { $0 + $1.count } - expected.count
        for path in months + ["diary/index.md"] {
            #expect(site.files[path]?.contains("Not here: \(left.formatted()) plays (") == true, "\(path)")
        }
    }

    @Test("every number of years, months and days equals an independent count over the JSON", arguments: 1...4)
    func numbers(seed: Int) async throws {
        var generator = StatisticsAccount(seed: seed + 20)
        let files = try generator.files()
        let site = try await BuiltSite(files, zone: "America/New_York")
        let reference = try DiaryReference(files, zone: "America/New_York")
        let months = Dictionary(grouping: reference.plays.filter { $0.day != nil }) { $0.day?.prefix(7) ?? "" }
        let told = Set(reference.diary.map { $0.prefix(7) })
        let diary = site.markdown("diary/")
        #expect(diary.contains("\n\(words(months.values.flatMap(\.self))), day by day."))
        func month(_ month: Substring, _ silence: String = "") -> String {
            let name = CalendarMonth(year: 2000, month: Int(month.suffix(2)) ?? 1).name
            return "**\(name):** \(months[month].map(words) ?? (told.contains(month) ? "marked only" : silence))"
        }
        for (year, inYear) in Dictionary(grouping: told, by: { $0.prefix(4) }) {
            let own = inYear.flatMap { months[$0] ?? [] }
            #expect(diary.contains("## [\(year)](../diary/\(year)/index.html)\n\n\(own.isEmpty ? "- " : words(own) + "\n")"))
            #expect(items(diary, under: "\(year)") == inYear.sorted(by: >).map { month($0) })
            let page = site.markdown("diary/\(year)/")
            let all = (1...12).map { Substring("\(year)-\($0 < 10 ? "0" : "")\($0)") }
            #expect(
                items(page, under: "Diary of \(year)") == all.map { month($0, $0 > "2026-11" ? "still to come" : "nothing") })
            let bars = all.map { month in
                let name = "\(CalendarMonth(year: 2000, month: Int(month.suffix(2)) ?? 1).name.prefix(3)) \(year)"
                guard let plays = months[month] else { return [name] + (month > "2026-11" ? ["–", "–"] : ["0.0", "0"]) }
                let hours = (Double(plays.reduce(0) { $0 + $1.total }) / 6).rounded() / 10
                return [name, plays.allSatisfy { $0.minutes == nil } ? "–" : "\(hours)", "\(plays.count)"]
            }
            let isKnown = own.contains { $0.minutes != nil }
            let header = isKnown ? "Month | Hours | Plays" : "Month | Plays"
            // Behind them are the columns of the kinds.
            let shown = tables(page, header: header).map { $0.map { Array($0.prefix(isKnown ? 3 : 2)) } }
            #expect(shown == (own.count < 20 ? [] : [isKnown ? bars : bars.map { [$0[0], $0[2]] }]))
        }
        for (month, plays) in months {
            let page = site.markdown("diary/\(month.replacing("-", with: "/"))/")
            let name = CalendarMonth(year: 2000, month: Int(month.suffix(2)) ?? 1).name
            #expect(page.contains("# \(name) \(month.prefix(4))\n\n\(words(plays)), on "))
            let days = page.matches(of: /\n### .*\n\n(\d+) plays?/).compactMap { Int($0.1) }
            #expect(days.reduce(0, +) == plays.count && days.count > 0)
        }
        #expect(
            Set(site.folders(below: "diary/"))
                == Set(
                    ["diary/"] + told.map { "diary/\($0.prefix(4))/" }
                        + told.map { "diary/\($0.replacing("-", with: "/"))/" }))
        #expect(!site.diagnostics.contains { $0.contains("another page has this path") })
    }

    @Test("a day tells ranges, rewatches and clock times, as the edition may", arguments: Edition.allCases)
    func month(edition: Edition) async throws {
        let files = AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","show":{"title":"Alpha","runtime":30,"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[
            {"number":1,"watched_at":"2026-11-19T20:00:00Z"},{"number":2,"watched_at":"2026-11-19T20:31:00Z"},
            {"number":4,"watched_at":"2026-11-20T01:10:00Z"},{"number":5}]}]},
            {"status":"watching","is_rewatch":true,"rewatch_id":7,"show":{"title":"Alpha","runtime":30,"ids":{"simkl":1}},
            "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-19T22:00:00Z"}]}]}],
            "movies":[{"status":"completed","last_watched_at":"2026-11-19T00:00:00Z",
            "movie":{"title":"Beta","runtime":100,"ids":{"simkl":2}}},
            {"status":"completed","last_watched_at":"2026-09-01T18:00:00Z","movie":{"title":"Gamma","ids":{"simkl":3}}}]}
            """
        ])
        let site = try await BuiltSite(files, edition: edition, hidden: [2])
        let poster = "../../../assets/no-poster.svg"
        let film =
            edition == .private
            ? "- [![Beta](\(poster)) Beta](../../../movies/2-beta/index.html) film · 1\u{A0}h\u{A0}40\u{A0}min · "
                + "[19\u{A0}Nov](#2026-11-19-2)\n" : ""
        let (plays, time) = edition == .private ? ("5 plays", "3\u{A0}h\u{A0}40\u{A0}min") : ("4 plays", "2\u{A0}h")
        let clocks = edition == .public ? ["19\u{A0}Nov", "19\u{A0}Nov"] : ["20:00–01:10", "22:00"]
        let cell = (edition == .private ? "[![Beta](\(poster))](#2026-11-19-2) " : "") + "[![Alpha](\(poster))](#2026-11-19-1)"
        #expect(
            site.markdown("diary/2026/11/") == """
                # November 2026

                \(plays), \(time), on 1 day. [November 2026 in review](../../../year/2026/11/index.html)

                [← September 2026](../../../diary/2026/09/index.html) · [2026](../../../diary/2026/index.html)

                | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Week |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                |  |  |  |  |  |  | 1 |  |
                | 2 | 3 | 4 | 5 | 6 | 7 | 8 |  |
                | 9 | 10 | 11 | 12 | 13 | 14 | 15 |  |
                | 16 | 17 | 18 | [19](#2026-11-19) \(cell) | 20 | 21 | 22 | [\(time)](#2026-w47) |
                | 23 | 24 | 25 | 26 | 27 | 28 | 29 |  |
                | 30 |  |  |  |  |  |  |  |

                ## Week 47

                16 to 22 November · \(plays), \(time)

                ### Thursday 19 November

                \(plays), \(time)

                \(film)- [![Alpha](\(poster)) Alpha](../../../tv/1-alpha/index.html) S01E01–E02, S01E04 · 1\u{A0}h\u{A0}30\u{A0}min · \
                [\(clocks[0])](#2026-11-19-1)
                - [![Alpha](\(poster)) Alpha](../../../tv/1-alpha/index.html) S01E01 (again) · 30\u{A0}min · \
                [\(clocks[1])](#2026-11-19-1-again)

                [← September 2026](../../../diary/2026/09/index.html) · [2026](../../../diary/2026/index.html)

                Not here: 1 play (30\u{A0}min) of the library whose day nobody knows. [How days are known](../../../about/index.html)

                ---

                Powered by [Simkl](https://simkl.com/). Made with Foyer.

                """)
        #expect(
            site.markdown("diary/2026/09/").contains(
                "# September 2026\n\n1 play, on 1 day. [September 2026 in review](../../../year/2026/09/index.html)\n\n"
                    + "[2026](../../../diary/2026/index.html) · [November 2026 →]"))
    }

    @Test("a season's end, the end of all, a round number, a rating and a note stand with the plays that brought them")
    func marks() async throws {
        func episodes(_ times: [String], from first: Int = 1) -> [[String: Any]] {
            times.enumerated().map { ["number": $0 + first, "watched_at": $1] }
        }
        func show(_ id: Int, _ name: String, _ status: String, _ seasons: [[[String: Any]]], _ more: [String: Any] = [:])
            -> [String: Any]
        {
            let numbered = seasons.enumerated().map { ["number": $0 + 1, "episodes": $1] as [String: Any] }
            let row: [String: Any] = [
                "status": status, "show": ["title": name, "runtime": 30, "ids": ["simkl": id]] as [String: Any],
                "seasons": numbered,
            ]
            return row.merging(more) { $1 }
        }
        let before = (1...24).flatMap { day in
            (17...20).map { "2026-10-\(day < 10 ? "0" : "")\(day)T\($0):00:00Z" }
        }
        let shows = [
            show(
                1, "Alpha", "watching",
                [
                    episodes(["2026-11-01T20:00:00Z", "2026-11-02T20:00:00Z", "2026-11-03T20:00:00Z"]),
                    episodes(["2026-11-04T20:00:00Z"]),
                ]),
            show(
                2, "Beta", "completed", [episodes(["2026-11-05T20:00:00Z", "2026-11-06T20:00:00Z"])],
                ["user_rating": 8, "user_rated_at": "2026-11-06T21:00:00Z", "memo": ["text": "So *good*", "is_private": false]]),
            show(
                3, "Delta", "watching", [episodes(["2026-11-05T22:00:00Z", "2026-11-05T23:00:00Z"])],
                ["total_episodes_count": 5, "not_aired_episodes_count": 3]),
            show(9, "Omega", "watching", [episodes(before)], ["memo": ["text": "Hidden", "is_private": true]]),
        ]
        let films: [[String: Any]] = [
            [
                "status": "completed", "last_watched_at": "2026-11-07T18:00:00Z", "user_rating": 6,
                "user_rated_at": "2026-11-08T18:00:00Z", "memo": ["text": "Long.", "is_private": false] as [String: Any],
                "movie": ["title": "Echo", "runtime": 90, "ids": ["simkl": 4]] as [String: Any],
            ]
        ]
        let site = try await BuiltSite(AccountFiles(["all-items.json": try json(["shows": shows, "movies": films])]))
        let told = site.markdown("diary/2026/11/").split(separator: "\n").filter { $0.hasPrefix("- ") }.map {
            plain(String($0)).replacing("\u{A0}", with: " ")
        }
        #expect(
            told == [
                "- Echo film · 1 h 30 min · 7 Nov *“Long.”*",
                "- Beta S01E02 · 30 min · **★ 8** · **finished** · 6 Nov *“So *good*”*",
                "- Beta S01E01 · 30 min · 5 Nov",
                "- Delta S01E01–E02 · 1 h · 5 Nov",
                "- Alpha S02E01 · 30 min · **100th episode here** · 4 Nov",
                "- Alpha S01E03 · 30 min · **finished season 1** · 3 Nov",
                "- Alpha S01E02 · 30 min · 2 Nov",
                "- Alpha S01E01 · 30 min · 1 Nov",
            ])
        let html = site.html("diary/2026/11/")
        #expect(html.contains("<h3 id=\"2026-11-06\">\n<time datetime=\"2026-11-06\">Friday 6 November</time>\n</h3>"))
        #expect(html.contains("<article id=\"2026-11-06-2\" class=\"h-entry\">"))
        let ids = Set(html.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
        let targets = html.matches(of: /href="#([^"]*)"/).map { String($0.1) }
        #expect(targets.count > 20 && targets.allSatisfy(ids.contains))
    }

    @Test("episodes in a row are told as from and to, whatever their order, and one that was watched twice stands once")
    func ranges() {
        let episodes = [(1, 3), (1, 1), (1, 2), (1, 2), (2, 1), (1, 5)].map { EpisodeNumber(season: $0, number: $1) }
        #expect(episodes.ranges == "S01E01–E03, S01E05, S02E01" && [EpisodeNumber]().ranges == nil)
    }

    @Test("an empty library has a diary that says so, and one play makes one year and one month")
    func small() async throws {
        let empty = try await BuiltSite(AccountFiles("shows"))
        #expect(empty.folders(below: "diary/") == ["diary/"])
        #expect(empty.markdown("diary/").hasPrefix("# Diary\n\nNothing is here yet: no play has a day.\n\n---\n"))
        let one = try await BuiltSite(
            AccountFiles(
                "movies",
                #"{"status":"completed","last_watched_at":"2024-02-29T18:00:00Z","movie":{"title":"A","ids":{"simkl":1}}}"#))
        #expect(one.folders(below: "diary/") == ["diary/", "diary/2024/", "diary/2024/02/"])
        #expect(
            one.markdown("diary/2024/02/").contains(
                "## Week 9\n\n26 to 29 February · 1 play\n\n### Thursday 29 February\n\n1 play\n\n"
                    + "- [![A](../../../assets/no-poster.svg) A](../../../movies/1-a/index.html) film · "
                    + "[29\u{A0}Feb](#2024-02-29-1)\n"))
        #expect(one.markdown("diary/2024/").contains("## Month by month\n\n1 play.\n"))
        #expect(!one.markdown("diary/").contains("Not here"))
    }

    @Test("a month of hundreds of plays stays small, and hostile, foreign and endless names stay names")
    func large() async throws {
        let shows = hostileNames.enumerated().map { index, name -> [String: Any] in
            let episodes = (0..<200).map { number -> [String: Any] in
                let moment = Date(timeIntervalSince1970: 1_790_800_000 + Double(number * 12_000 + index)).formatted(.iso8601)
                return ["number": number * (index % 2 + 1) + 1, "watched_at": moment]
            }
            return [
                "status": "watching", "show": ["title": name, "runtime": 24, "ids": ["simkl": index + 1]] as [String: Any],
                "seasons": [["number": 1, "episodes": episodes] as [String: Any]],
            ]
        }
        let site = try await BuiltSite(AccountFiles(["all-items.json": try json(["shows": shows])]))
        let html = site.html("diary/2026/10/")
        #expect(html.utf8.count < 200_000 && !html.contains("<script>") && !html.contains("raw HTML omitted"))
        for name in hostileNames {
            #expect(
                html.contains(
                    name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                        .replacing("\"", with: "&quot;")))
        }
        let months = ["09", "10"].map { site.markdown("diary/2026/\($0)/") }
        #expect(try months.flatMap { try plays(on: $0, path: "diary/2026/10/index.md") }.count == 1000)
    }

    private func words(_ plays: [DiaryReference.Play]) -> String {
        let minutes = plays.reduce(0) { $0 + $1.total }
        let (hours, rest) = (minutes / 60, minutes % 60)
        let time =
            minutes >= 600
            ? "\(((minutes + 30) / 60).formatted(.number.locale(.init(identifier: "en_US"))))\u{A0}h"
            : [hours > 0 ? "\(hours)\u{A0}h" : nil, rest > 0 ? "\(rest)\u{A0}min" : nil].compactMap { $0 }.joined(
                separator: "\u{A0}")
        return "\(plays.count.formatted(.number.locale(.init(identifier: "en_US")))) play\(plays.count == 1 ? "" : "s")"
            + (minutes > 0 ? ", \(time)" : "")
    }

    /// Each play that a month's page tells of, as `2026-11-20 T5 S01E2`, or `2026-11-20 T5 S01E2 (marked)`.
    private func plays(on page: String, path: String) throws -> [String] {
        let parts = path.split(separator: "/")
        var found: [String] = []
        var day = ""
        for line in page.split(separator: "\n") {
            if let match = line.wholeMatch(of: /### \w+ (\d+) \w+/), let number = Int(match.1) {
                day = "\(parts[1])-\(parts[2])-\(number < 10 ? "0" : "")\(number)"
            }
            guard line.hasPrefix("- [!["), let end = line.range(of: ".html) ") else { continue }
            let name = plain(String(line[..<end.upperBound])).dropFirst(2).dropLast()
            var told = line[end.upperBound...].components(separatedBy: " · ")[0]
            let mark = told.hasSuffix(" (marked)") ? " (marked)" : ""
            told = told.replacing(" (marked)", with: "").replacing(" (again)", with: "")
            for range in told.components(separatedBy: ", ") {
                let match = try #require(range.wholeMatch(of: /(film)|(S\d+)?E(\d+)(?:–E(\d+))?/), "\(line)")
                guard match.1 == nil, let first = match.3.flatMap({ Int($0) }) else {
                    found.append("\(day) \(name) film\(mark)")
                    continue
                }
                for number in first...(match.4.flatMap { Int($0) } ?? first) {
                    found.append("\(day) \(name) \(match.2 ?? "")E\(number)\(mark)")
                }
            }
        }
        return found
    }
}

extension DiaryReference {
    /// What the diary tells of, each as `2026-11-20 T5 S01E2`, or `2026-11-20 T5 S01E2 (marked)`.
    fileprivate var diary: [String] {
        plays.compactMap { play in
            let isMarked = play.evidence == "Marked, not watched then"
            guard let day = play.day ?? (isMarked ? play.claimedDay : nil) else { return nil }
            let (name, season) = (items[play.item].name, play.season ?? -1)
            let label = play.kind == "Anime" && season == 1 ? "" : "S\(season < 10 ? "0" : "")\(season)"
            return "\(day) \(name) \(play.number.map { "\(label)E\($0)" } ?? "film")\(isMarked ? " (marked)" : "")"
        }
    }
}
