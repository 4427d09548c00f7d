import Foundation
import Testing

@testable import FoyerSite

@Suite("Diary pages")
struct DiaryPageTests {
    @Test("every play with a believable day is on exactly one page, under its day, straight from the JSON", arguments: 1...4)
    func everyPlayOnce(seed: Int) async throws {
        var generator = StatisticsAccount(seed: seed + 20)
        let files = try generator.files()
        let site = try await BuiltSite(files, now: "2026-11-20T12:00:00Z", zone: "America/New_York")
        let ledger = try StatisticsReference(files).ledger
        let expected = try DiaryReference(files).plays.sorted()
        #expect(expected.count == ledger.real + ledger.days)
        let months = site.files.keys.filter { $0.wholeMatch(of: /diary\/\d{4}\/\d\d\/index\.md/) != nil }.sorted()
        #expect(try months.flatMap { try plays(on: site.files[$0] ?? "", path: $0) }.sorted() == expected)
        let left = ledger.plays - ledger.real - ledger.days
        for path in months + ["diary/index.md"] {
            #expect(site.files[path]?.contains("Not here: \(left.formatted()) plays (") == true, "\(path)")
        }
    }

    @Test("every number of years, months and days equals an independent count over the JSON", arguments: 1...4)
    func numbers(seed: Int) async throws {
        var generator = StatisticsAccount(seed: seed + 20)
        let files = try generator.files()
        let site = try await BuiltSite(files, zone: "America/New_York")
        let months = try StatisticsReference(files).months
        let diary = site.markdown("diary/")
        #expect(diary.contains("\n\(words(months.values)), day by day."))
        for (year, inYear) in Dictionary(grouping: months, by: \.key.year) {
            #expect(diary.contains("## [\(year)](../diary/\(year)/index.html)\n\n\(words(inYear.map(\.value)))\n"))
            let entries = inYear.sorted { $0.key > $1.key }.map { "**\($0.key.name):** \(words([$0.value]))" }
            #expect(items(diary, under: "\(year)") == entries)
            let page = site.markdown("diary/\(year)/")
            let all = (1...12).map { number in
                let month = CalendarMonth(year: year, month: number)
                let toCome = month > CalendarMonth(year: 2026, month: 11)
                return "**\(month.name):** \(months[month].map { words([$0]) } ?? (toCome ? "still to come" : "nothing"))"
            }
            #expect(items(page, under: "Diary of \(year)") == all)
            let bars = (1...12).map { number in
                let month = CalendarMonth(year: year, month: number)
                guard let totals = months[month] else {
                    return [month.shortWords] + (month > CalendarMonth(year: 2026, month: 11) ? ["–", "–"] : ["0.0", "0"])
                }
                let hours = totals.unmeasured == totals.plays ? "–" : "\((Double(totals.minutes) / 6).rounded() / 10)"
                return [month.shortWords, hours, "\(totals.plays)"]
            }
            let isKnown = inYear.contains { $0.value.unmeasured < $0.value.plays }
            #expect(
                tables(page, header: isKnown ? "Month | Hours | Plays" : "Month | Plays")
                    == [isKnown ? bars : bars.map { [$0[0], $0[2]] }])
        }
        for (month, totals) in months {
            let page = site.markdown("diary/\(month.year)/\(month.month < 10 ? "0" : "")\(month.month)/")
            #expect(page.contains("# \(month.name) \(month.year)\n\n\(words([totals])), on "))
            let days = page.matches(of: /\n## .*\n\n(\d+) plays?/).compactMap { Int($0.1) }
            #expect(days.reduce(0, +) == totals.plays && days.count > 0)
        }
        #expect(
            Set(site.folders(below: "diary/"))
                == Set(
                    ["diary/"] + months.keys.map { "diary/\($0.year)/" }
                        + months.keys.map { "diary/\($0.year)/\($0.month < 10 ? "0" : "")\($0.month)/" }))
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
        #expect(one.markdown("diary/2024/").contains("1 play in 2024."))
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

    private func words(_ totals: some Sequence<Statistics.Totals>) -> String {
        let plays = totals.reduce(0) { $0 + $1.plays }
        let minutes = totals.reduce(0) { $0 + $1.minutes }
        let (hours, rest) = (minutes / 60, minutes % 60)
        let time =
            minutes >= 1440
            ? "\(((minutes + 30) / 60).formatted(.number.locale(.init(identifier: "en_US"))))\u{A0}h"
            : [hours > 0 ? "\(hours)\u{A0}h" : nil, rest > 0 ? "\(rest)\u{A0}min" : nil].compactMap { $0 }.joined(
                separator: "\u{A0}")
        return "\(plays.formatted(.number.locale(.init(identifier: "en_US")))) play\(plays == 1 ? "" : "s")"
            + (minutes > 0 ? ", \(time)" : "")
    }

    /// Each play that a month's page tells of, as `2026-11-20 T5 S01E02`.
    private func plays(on page: String, path: String) throws -> [String] {
        let parts = path.split(separator: "/")
        var found: [String] = []
        var day = ""
        for line in page.split(separator: "\n") {
            if let match = line.wholeMatch(of: /## \w+ (\d+) \w+/), let number = Int(match.1) {
                day = "\(parts[1])-\(parts[2])-\(number < 10 ? "0" : "")\(number)"
            }
            guard line.hasPrefix("- ["), let end = line.range(of: ".html) ", options: .backwards) else { continue }
            let name = try #require(plain(String(line)).dropFirst(2).firstMatch(of: /(.*?) (film|S?\d*E\d+.*)/))
            for range in line[end.upperBound...].split(separator: ", ") {
                let match = try #require(range.wholeMatch(of: /(film)|(S\d+)?E(\d+)(?:–E(\d+))?/), "\(line)")
                guard match.1 == nil, let first = match.3.flatMap({ Int($0) }) else {
                    found.append("\(day) \(name.1) film")
                    continue
                }
                for number in first...(match.4.flatMap { Int($0) } ?? first) {
                    found.append("\(day) \(name.1) \(match.2 ?? "")E\(number)")
                }
            }
        }
        return found
    }
}

/// The days of plays read straight from the JSON, with Foundation alone; for accounts in New York.
private struct DiaryReference {
    /// Each as `2026-11-20 T5 S01E2`.
    private(set) var plays: [String] = []

    private typealias Object = [String: Any]

    init(_ files: AccountFiles) throws {
        let read = { (file: String) in
            try files.files[file].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        }
        for (bucket, items) in try read("all-items.json") as? [String: [Object]] ?? [:] {
            for item in items {
                let media = (item["movie"] ?? item["show"]) as? Object ?? [:]
                let name = media["title"] as? String ?? ""
                if bucket == "movies" {
                    if item["status"] as? String == "completed", let day = Self.day(item["last_watched_at"]) {
                        plays.append("\(day) \(name) film")
                    }
                    continue
                }
                let id = (media["ids"] as? Object)?["simkl"] as? Int ?? 0
                let list = try read("episodes/\(bucket == "shows" ? "tv" : "anime")/\(id).json") as? [Object] ?? []
                let seasons = item["seasons"] as? [Object] ?? []
                let all = seasons.flatMap { $0["episodes"] as? [Object] ?? [] }
                for season in seasons {
                    let number = season["number"] as? Int ?? -1
                    for episode in season["episodes"] as? [Object] ?? [] {
                        let together = all.count { Self.instant($0["watched_at"]) == Self.instant(episode["watched_at"]) }
                        let aired = list.first {
                            $0["episode"] as? Int == episode["number"] as? Int
                                && (bucket == "shows" ? $0["season"] as? Int == number : number == 1)
                        }
                        guard together < 3, let day = Self.day(episode["watched_at"]),
                            Self.instant(aired?["date"]) != Self.instant(episode["watched_at"])
                        else { continue }
                        let label = bucket == "anime" && number == 1 ? "" : "S\(number < 10 ? "0" : "")\(number)"
                        plays.append("\(day) \(name) \(label)E\(episode["number"] as? Int ?? -1)")
                    }
                }
            }
        }
    }

    private static func instant(_ value: Any?) -> Date? {
        (value as? String).flatMap { try? Date.ISO8601FormatStyle().parse($0.replacing(".000", with: "")) }
    }

    private static func day(_ value: Any?) -> String? {
        guard let date = instant(value), date.timeIntervalSince1970 >= 946_684_800 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        let isMidnight = (value as? String)?.contains("T00:00:00") == true
        calendar.timeZone = TimeZone(identifier: isMidnight ? "UTC" : "America/New_York") ?? .gmt
        var parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
        if !isMidnight, let hour = parts.hour, hour < 4 {
            parts = calendar.dateComponents([.year, .month, .day], from: calendar.startOfDay(for: date).addingTimeInterval(-1))
        }
        return [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
    }
}
