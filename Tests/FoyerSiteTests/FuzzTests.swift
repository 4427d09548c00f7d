import Disk
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Damaged files of our own")
struct FuzzTests {
    private static let rounds = ProcessInfo.processInfo.environment["FOYER_FUZZ"].flatMap(Int.init) ?? 400

    @Test("what builds remember, damaged in any way, is set aside or used, and never ends a build by a trap")
    func state() async throws {
        let nights = try Nights(Audience())
        let account = try Self.account()
        for night in 20...22 { _ = try await nights.build(account, now: "2026-11-\(night)T05:00:00Z") }
        let library = try account.merged(for: Audience()).library
        let whole = try account.merged().library
        let now = try moment("2026-11-23T05:00:00Z")
        let state = StateFolder(nights.state)
        var outcomes: [String: Int] = [:]
        var mutator = JSONMutator(seed: 11)
        var chance = SeededChance(seed: 11)
        for file in ["calendars-public", "feeds-public", "news-public", "titles-public", "years/2025"].map({ "\($0).json" }) {
            let path = URL(filePath: "\(nights.state)/\(file)")
            let original = try Data(contentsOf: path)
            let content = try #require(original.range(of: Data(#""content":"#.utf8)))
            let head = try #require(
                String(decoding: original[..<content.lowerBound], as: UTF8.self).firstMatch(of: /"version":(\d+)/)
            ).1
            for round in 0..<Self.rounds / 5 {
                var bytes: [UInt8]
                if round.isMultiple(of: 8) {
                    bytes = mutator.mutate(Array(original))
                } else {
                    // With the right hash for it, as if we had written it.
                    let rest = Array(original[content.upperBound...])
                    let inner =
                        Array(#""content":"#.utf8)
                        + (round.isMultiple(of: 3) ? mutator.mutate(rest) : chance.otherNumbers(in: rest))
                    let hash = unsafe inner.withUnsafeBytes { unsafe Fingerprint.of($0) }
                    bytes = Array(#"{"version":\#(head),"hash":"\#(String(hash, radix: 16))","#.utf8) + inner
                }
                try Data(bytes).write(to: path)
                do throws(StateError) {
                    var diagnostics: [Diagnostic] = []
                    let memory = try state.recall(.public, &diagnostics)
                    let archive = YearArchive(state: state)
                    let years = archive.years(
                        try archive.read(&diagnostics), today: library.days.calendarDay(of: now), &diagnostics)
                    Self.use(memory, years, library: library, whole: whole, now: now)
                    outcomes[diagnostics.isEmpty ? "used" : "set aside", default: 0] += 1
                } catch {
                    outcomes["newer", default: 0] += 1
                }
            }
            try original.write(to: path)
        }
        #expect((outcomes["used"] ?? 0) > Self.rounds / 5 && (outcomes["set aside"] ?? 0) > 20, "\(outcomes)")
    }

    /// All that a build does with what it remembers.
    private static func use(_ memory: SiteMemory, _ years: [Int: SealedYear], library: Library, whole: Library, now: Moment) {
        let today = SiteClock(now: now, days: library.days).today
        let sealed = try? SealedYears(known: years, library: whole, today: today, dataDay: today)
        let feeds = memory.feeds ?? FeedMemory(FeedIdentity(owner: "x"))
        let titles = (memory.titles ?? TitleMemory()).after(library)
        let site = Site(
            library: library, name: "S", words: .english, baseURL: BaseURL("https://foyer.example/"), now: now,
            news: (memory.news ?? News()).after(library, now: now, extent: News.Extent(feeds)), remembersNews: true,
            formerPages: titles.formerPages(of: library),
            sealedYears: SealedReviews((sealed ?? SealedYears()).years.values, of: library, for: Audience()))
        let calendars = CalendarFeeds(site, settings: CalendarSettings(), remembered: memory.calendars)
        for feed in calendars.feeds + EntryFeeds(site, remembered: feeds).feeds { _ = feed.text() }
        for year in site.sealedYears.years.keys { _ = site.review(of: .year(year)).numbers }
        _ = SealedReviews((sealed ?? SealedYears()).years.values, of: library, for: Audience(.private))
    }

    private static func account() throws -> AccountFiles {
        let rows = [(1, "2026-11-21T20:00:00Z", 2, 3), (1, "2026-11-28T20:00:00Z", 2, 4)].map {
            CalendarAccount.row($0, $1, $2, $3)
        }
        return AccountFiles([
            "activities.json": #"{"all":"2026-11-19T20:00:00Z"}"#,
            "all-items.json": """
            {"shows":[{"status":"watching","user_rating":9,"user_rated_at":"2026-11-10T21:30:00Z","show":{"title":"Alpha",
            "runtime":45,"ids":{"simkl":1,"slug":"alpha"}},"seasons":[{"number":2,"episodes":[
            {"number":1,"watched_at":"2025-11-09T19:02:03Z"},{"number":2,"watched_at":"2026-11-09T19:02:03Z"}]}]}],
            "movies":[{"status":"completed","last_watched_at":"2025-11-01T20:00:01Z","movie":{"title":"Beta","ids":{"simkl":2}}}]}
            """,
            "calendar/tv.json": CalendarAccount.rolling(rows),
        ])
    }

    @Test("a manifest, a journal and a configuration, damaged in any way, are read or refused")
    func others() throws {
        var manifest = OutputManifest()
        for (index, path) in ["index.html", "tv/1-a b/index.html", "feeds/all.ics"].enumerated() {
            manifest.files[FilePath(path)] = OutputManifest.File(hash: UInt64(index), source: index == 1 ? nil : 7)
        }
        var journal = Journal()
        journal.steps = [
            Journal.Step(action: .delete, hash: 1, path: "a/b"),
            Journal.Step(action: .put(staged: "1", mayReplace: true), hash: 2, path: "c"),
        ]
        let yaml = """
            title: "A: b"
            base_url: https://example.org/watch/
            hidden_titles: [1, "https://simkl.com/movies/5/x", 7]
            calendars:
              days_back: 30
              files: [all, tv]
            """
        var mutator = JSONMutator(seed: 12)
        var outcomes: [String: Int] = [:]
        for _ in 0..<Self.rounds {
            for (name, head, text) in [
                ("manifest", "foyer-manifest 1", manifest.text), ("journal", "foyer-journal 1", journal.text),
            ] {
                let body = text.split(separator: "\n", maxSplits: 1)[1]
                let bytes = CheckedText.bytes(head, mutator.mutate(Array(body.utf8)))
                let paths =
                    name == "manifest"
                    ? OutputManifest(bytes).map { Array($0.files.keys) } : Journal(bytes).map { $0.steps.map(\.path) }
                for path in paths ?? [] { #expect(path.root == nil && path.components.allSatisfy { $0.kind == .regular }) }
                outcomes[name + (paths == nil ? " refused" : " read"), default: 0] += 1
            }
            let text = String(decoding: mutator.mutate(Array(yaml.utf8)), as: UTF8.self)
            do {
                _ = try ConfigurationFile.parse(text, file: "foyer.yaml")
                outcomes["configuration read", default: 0] += 1
            } catch {
                outcomes["configuration refused", default: 0] += 1
            }
        }
        #expect(outcomes.count == 6 && outcomes.values.allSatisfy { $0 > 2 }, "\(outcomes)")
    }
}

extension SeededChance {
    /// The document with one to three of its numbers replaced by others, small, large and beyond all measure.
    fileprivate mutating func otherNumbers(in document: [UInt8]) -> [UInt8] {
        var text = String(decoding: document, as: UTF8.self)
        for _ in 0...pick([0, 1, 2]) {
            guard let old = text.ranges(of: /-?\d+/).randomElement(using: &self) else { break }
            text.replaceSubrange(
                old,
                with: pick([
                    "0", "-1", "1", "7", "99", "20000", "719162", "2932896", "-99999999999", "999999999999", "1e3", "1794772800",
                    "9223372036854775807",
                ]))
        }
        return Array(text.utf8)
    }
}
