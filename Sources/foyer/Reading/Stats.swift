import ArgumentParser
import FoyerSite

/// `foyer stats`: the numbers of a year, or of all time.
struct Stats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell how much was watched, in a year or at all.",
        discussion:
            "Counted as the site counts: of a year what has a believable day in it. \(LibraryOptions.discussionAndEnvironment)")

    @Option(help: "A year, as 2026. Default: all time.")
    var year: Int?
    @OptionGroup var options: LibraryOptions

    func validate() throws {
        if let year, !(1...9999).contains(year) { throw ValidationError("'\(year)' is no year: one such as 2026 is expected.") }
    }

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            let report = Report(year, of: own.library)
            if options.json { Console.print(json: report) } else { Console.print(lines: report.lines) }
        }
    }

    private struct Report: Encodable {
        let year: Int?
        let total: Numbers
        let kinds: [String: Numbers]
        /// Plays of all time without a believable day; of a year they are in none.
        let withoutDay: Int?
        let ratings: [String: Int]?
        let mostWatched: [Most]

        struct Numbers: Encodable {
            let titles: Int
            let episodes: Int
            let films: Int
            let minutes: Int?

            init(_ totals: Statistics.Totals) {
                (titles, episodes, films, minutes) = (totals.titles, totals.episodes, totals.films, totals.knownMinutes)
            }

            var words: String {
                let hours = minutes.map { ", \(inWords(minutes: $0))" } ?? ""
                let counts = [(titles, "title"), (episodes, "episode"), (films, "film")].map {
                    "\($0) \($1)\($0 == 1 ? "" : "s")"
                }
                return counts.joined(separator: ", ") + hours
            }
        }

        struct Most: Encodable {
            let title: String
            let simkl: Int
            let plays: Int
            let minutes: Int?
        }

        init(_ year: Int?, of library: Library) {
            self.year = year
            let period = PeriodStatistics(year.map { .year($0) } ?? .allTime, of: library)
            total = Numbers(period.total)
            kinds = Dictionary(uniqueKeysWithValues: period.kinds.map { ($0.key.word, Numbers($0.value)) })
            withoutDay = year == nil ? library.plays.withoutDay.plays : nil
            ratings =
                year == nil
                ? Dictionary(uniqueKeysWithValues: library.statistics.ratings.map { (String($0.key), $0.value) }) : nil
            mostWatched = period.mostWatched(in: library, limit: 5).map { title, totals in
                Most(title: title.nameAndYear, simkl: title.id.simkl, plays: totals.plays, minutes: totals.knownMinutes)
            }
        }

        var lines: [String] {
            var lines = ["\(year.map(String.init) ?? "All time"): \(total.words)"]
            lines += MediaKind.allCases.compactMap { kind in kinds[kind.word].map { "  \(kind.word): \($0.words)" } }
            if let withoutDay, withoutDay > 0 { lines.append("  without a day: \(withoutDay) plays") }
            lines += mostWatched.map { most in
                "  most: \(most.title), \(most.plays) plays\(most.minutes.map { ", \(inWords(minutes: $0))" } ?? "")"
            }
            return lines
        }
    }
}
