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
            let days = page.matches(of: /\n## .*\n\n(\d+) plays?/).compactMap { Int($0.1) }
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
        let film = edition == .private ? "- [Beta](../../../movies/2-beta/index.html) film\n" : ""
        let (plays, time) = edition == .private ? ("5 plays", "3\u{A0}h\u{A0}40\u{A0}min") : ("4 plays", "2\u{A0}h")
        let clocks = edition == .public ? ["", ""] : [" · 20:00–01:10", " · 22:00"]
        #expect(
            site.markdown("diary/2026/11/") == """
                # November 2026

                \(plays), \(time), on 1 day. [November 2026 in review](../../../year/2026/11/index.html)

                [← September 2026](../../../diary/2026/09/index.html) · [2026](../../../diary/2026/index.html)

                ## Thursday 19 November

                \(plays), \(time)

                \(film)- [Alpha](../../../tv/1-alpha/index.html) S01E01–E02, S01E04\(clocks[0])
                - [Alpha](../../../tv/1-alpha/index.html) S01E01 (again)\(clocks[1])

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
                "## Thursday 29 February\n\n1 play\n\n- [A](../../../movies/1-a/index.html) film\n"))
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
            minutes >= 1440
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
            if let match = line.wholeMatch(of: /## \w+ (\d+) \w+/), let number = Int(match.1) {
                day = "\(parts[1])-\(parts[2])-\(number < 10 ? "0" : "")\(number)"
            }
            let mark = line.hasSuffix(" (marked)") ? " (marked)" : ""
            let line = line.dropLast(mark.count)
            guard line.hasPrefix("- ["), let end = line.range(of: ".html) ", options: .backwards) else { continue }
            let name = try #require(plain(String(line)).dropFirst(2).firstMatch(of: /(.*?) (film|S?\d*E\d+.*)/))
            for range in line[end.upperBound...].split(separator: ", ") {
                let match = try #require(range.wholeMatch(of: /(film)|(S\d+)?E(\d+)(?:–E(\d+))?/), "\(line)")
                guard match.1 == nil, let first = match.3.flatMap({ Int($0) }) else {
                    found.append("\(day) \(name.1) film\(mark)")
                    continue
                }
                for number in first...(match.4.flatMap { Int($0) } ?? first) {
                    found.append("\(day) \(name.1) \(match.2 ?? "")E\(number)\(mark)")
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
