import Foundation
import GFM
import Simkl
import Testing

@testable import FoyerSite

@Suite("Statistics pages", .inEnglish)
struct StatisticsPageTests {
    @Test("hidden titles are counted nowhere, and count again in the private edition", arguments: 1...3)
    func hidden(seed: Int) throws {
        var account = PeriodAccount(seed: seed)
        let files = try account.files()
        var options = LibraryMerger.Options()
        options.timeZone = "Europe/Berlin"
        let whole = try files.merged(options).library
        let hidden = Set(whole.titles.map(\.id.simkl).filter { $0 % 3 == 0 })
        let without = try files.without(hidden).merged(options, for: Audience(.public)).library
        let filtered = try files.merged(options, for: Audience(.public, hiddenTitles: hidden)).library
        #expect(filtered.plays == without.plays && filtered.plays.plays.count < whole.plays.plays.count)
        let (pages, expected) = try (StatisticsPagesText(filtered), StatisticsPagesText(without))
        #expect(pages.periods == expected.periods)
        for period in pages.periods {
            let markdown = try pages.markdown(period)
            #expect(try markdown.withoutDataDay == expected.markdown(period).withoutDataDay)
            for id in hidden { #expect(!markdown.contains("/\(id)-")) }
        }
        #expect(try pages.home().withoutDataDay == expected.home().withoutDataDay)
        let own = try files.merged(options, for: Audience(.private, hiddenTitles: hidden)).library
        #expect(own.plays.plays.count == whole.plays.plays.count)
    }

    @Test("an empty library has one page that says so, and no heading without content")
    func empty() throws {
        let pages = try StatisticsPagesText(AccountFiles("shows"))
        #expect(pages.periods == [""])
        let markdown = try pages.markdown("")
        #expect(markdown.contains("Nothing has been watched yet.") && !markdown.contains("##") && !markdown.contains("| "))
        #expect(try !pages.home().contains("Day by day"))
    }

    @Test("a library that is only planned has no numbers but what is left")
    func planned() throws {
        let film =
            #"{"status":"plantowatch","added_to_watchlist_at":"2020-02-29T12:00:00Z","movie":{"title":"F","runtime":90,"ids":{"simkl":1}}}"#
        let sections = try StatisticsPagesText(AccountFiles("movies", film)).sections("")
        #expect(
            sections == [
                "Waiting the longest": [["F", "since 29 Feb 2020"]],
                "What is left": [["Plan to watch:", "1 h 30 min, 1 title"]],
            ])
    }

    @Test("a period of one title has no rankings, no averages, and no heading without content")
    func oneTitle() throws {
        let film =
            #"{"status":"completed","last_watched_at":"2024-02-29T20:00:00Z","movie":{"title":"F","year":1999,"runtime":90,"ids":{"simkl":1}}}"#
        let pages = try StatisticsPagesText(AccountFiles("movies", film))
        #expect(pages.periods == ["", "2024", "2024-02"])
        let month = try pages.sections("2024-02")
        #expect(Set(month.keys) == ["Time", "What these numbers stand on"])
        #expect(month["Time"] == [["Time:", "1 h 30 min"], ["Films:", "1"], ["Titles:", "1"], ["Days with a play:", "1"]])
        for period in pages.periods {
            let markdown = try pages.markdown(period)
            for word in ["median", "mean", "the most", "Most"] { #expect(!markdown.contains(word), "\(period): \(word)") }
            #expect(markdown.firstMatch(of: #/##[^\n]*\n+(##|---)/#) == nil, "\(period)")
        }
        // A line instead of charts.
        #expect(try pages.markdown("2024-02").contains("\nThat is too little to draw: with a few more plays, "))
        #expect(try pages.markdown("2024-02").matches(of: #/## /#).count == 1)
        #expect(try !pages.html("2024-02").contains("<figure"))
    }

    @Test("years that cannot be, and plays that are centuries away, fill no page")
    func farAway() throws {
        let dates = [(0, "2020-05"), (1999, "2021-05"), (99_999, "2022-05"), (2005, "9999-12")]
        let films = (0..<40).map { id in
            let film = dates[id % 4]
            return
                #"{"status":"completed","last_watched_at":"\#(film.1)-\#(10 + id / 4)T20:00:00Z","movie":{"title":"F","year":\#(film.0),"ids":{"simkl":\#(id + 1)}}}"#
        }
        let files = AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#])
        let sections = try StatisticsPagesText(files).sections("")
        #expect(sections["Year by year"]?.map(\.first) == ["2020", "2021", "2022"])
        #expect(sections["By decade of release"]?.map(\.first) == ["1990s", "2000s"])
        #expect(try StatisticsPagesText(files).markdown("").contains("that of 20 titles more is unknown."))
    }

    @Test("hours are told in the editions that tell times of day, and in no other, however many plays there are")
    func hours() throws {
        let films = (1...60).map { id in
            #"{"status":"completed","last_watched_at":"2026-10-\#(padded(id % 28 + 1))T20:00:00Z","movie":{"title":"F\#(id)","runtime":90,"ids":{"simkl":\#(id)}}}"#
        }
        let files = AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#])
        func tells(_ edition: Edition) throws -> [String] {
            let pages = try StatisticsPagesText(files, edition: edition)
            return try pages.periods.filter { try pages.sections($0)["Hours of the week"] != nil }.sorted()
        }
        #expect(try tells(.public) == [])
        #expect(try tells(.friends) == ["", "2026", "2026-10"])
        #expect(try tells(.private) == ["", "2026", "2026-10"])
    }
}

extension StatisticsPageTests {
    @Test("the sample has a page for each period, every chart on it is drawn, and no heading stands alone")
    func sample() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/foyer/Sample")
            .standardized
        let library = LibraryMerger().library(from: [try AccountFolder(path: folder.path).read()]).library.everything
        let pages = try StatisticsPagesText(library)
        #expect(pages.periods.count == 1 + Set(library.plays.months.map(\.year)).count + library.plays.months.count)
        #expect(library.plays.months.count > 30)
        for period in pages.periods {
            let markdown = try pages.markdown(period)
            let html = try pages.html(period)
            #expect(!period.isEmpty || html.matches(of: #/<figure class="chart/#).count > 3)
            #expect(!markdown.contains("```"), "\(period)")
            #expect(!html.contains("```") && !html.contains("<pre>") && !html.contains("raw HTML omitted"), "\(period)")
            for figure in html.matches(of: #/(?s)<figure.*?<\/figure>/#) {
                #expect(figure.0.contains("<svg") && figure.0.contains("<table>"), "\(period)")
                #expect(
                    figure.0.firstMatch(of: #/<figcaption><strong>[^<]{10,}<\/strong>( <span>[^<]{6,}<\/span>)?<\/figcaption>/#)
                        != nil, "\(period)")
            }
            #expect(markdown.firstMatch(of: #/##[^\n]*\n+(##|---)/#) == nil, "\(period)")
        }
        // The same numbers from two sides.
        let all = PeriodStatistics(.allTime, of: library)
        for (kind, totals) in library.statistics.kinds {
            #expect(all.kinds[kind]?.plays == totals.plays && all.kinds[kind]?.minutes == totals.minutes, "\(kind)")
        }
        #expect(all.activity.months == library.statistics.months)
    }
}

extension String {
    /// The day of the data comes from every title's dates, so it may differ where the numbers do not.
    fileprivate var withoutDataDay: String { replacing(#/Data of [^.]*\./#, with: "") }
}

extension AccountFiles {
    /// Without the items with these ids.
    fileprivate func without(_ ids: Set<Int>) throws -> AccountFiles {
        let text = files["all-items.json"] ?? "{}"
        guard var all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [[String: Any]]] else { return self }
        for (bucket, items) in all {
            all[bucket] = items.filter { item in
                let media = (item["movie"] ?? item["show"]) as? [String: Any]
                return ((media?["ids"] as? [String: Any])?["simkl"] as? Int).map { !ids.contains($0) } ?? true
            }
        }
        return adding("all-items.json", try json(all))
    }
}

/// The statistics pages of an account as Markdown, rendered with the templates that come with Foyer.
struct StatisticsPagesText {
    private let site: Site
    private let templates: TemplateSet
    private let pages: [Page]

    /// - Parameter edition: nil for all that is known, to the second.
    init(_ files: AccountFiles, zone: String = "UTC", edition: Edition? = nil, now: String = "2026-11-20T06:00:00Z") throws {
        var options = LibraryMerger.Options()
        options.timeZone = zone
        try self.init(files.synced(moment(now)).merged(options, for: edition.map { Audience($0) }).library, now: now)
    }

    init(_ library: Library, now: String = "2026-11-20T06:00:00Z") throws {
        let now = try moment(now)
        site = Site(
            library: library, name: "Site", words: .english, baseURL: nil, now: now,
            isOutdated: false)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates").standardized.path
        templates = try TemplateSet(folder: folder, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        pages = StatisticsPages.pages(of: site, feeds: [])
    }

    /// None for all time, `2026`, `2026-11`.
    var periods: Set<String> {
        Set(pages.map { $0.path.folder.split(separator: "/").dropFirst().joined(separator: "-") })
    }

    func markdown(_ period: String) throws -> String { markdown(try page(period)) }

    func html(_ period: String) throws -> String { templates.html(of: try page(period), site) }

    private func page(_ period: String) throws -> Page {
        let folder = "statistics/" + (period.isEmpty ? "" : period.replacing("-", with: "/") + "/")
        return try #require(pages.first { $0.path.folder == folder })
    }

    func home() throws -> String { markdown(try #require(HomePage.pages(of: site, feeds: []).first)) }

    private func markdown(_ page: Page) -> String { templates.markdown(of: page, site) }

    func sections(_ period: String) throws -> [String: [[String]]] { Self.sections(try markdown(period)) }

    /// The rows of each section's tables and lists, without links; what stands above the first heading is called `Time`.
    static func sections(_ markdown: String) -> [String: [[String]]] {
        var sections: [String: [[String]]] = [:]
        var heading = "Time"
        let plain = markdown.replacing("\u{A0}", with: " ").replacing(#/!\[[^\]]*\]\([^)]*\) /#, with: "").replacing(
            #/\[([^\]]*)\]\([^)]*\)/#
        ) { $0.1 }
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("## ") || line.hasPrefix("### ") {
                heading = String(line.drop { $0 == "#" }.dropFirst())
            } else if line.hasPrefix("| "), !line.hasPrefix("| ---"), !lines[index + 1].hasPrefix("| ---") {
                let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                sections[heading, default: []].append(cells.map { $0.trimmingCharacters(in: .whitespaces) })
            } else if let fact = line.firstMatch(of: #/^- \*\*(.*)\*\* (.*)$/#) {
                sections[heading, default: []].append([String(fact.1), String(fact.2)])
            } else if let entry = line.firstMatch(of: #/^- (\S+) (.*)$/#) {
                sections[heading, default: []].append([String(entry.1), String(entry.2)])
            }
        }
        return sections
    }
}
