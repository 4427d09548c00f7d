import ArgumentParser
import FoyerSite
import Simkl

/// `foyer next`: what can be watched now.
struct Next: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell which episode comes next of each show that you watch.",
        discussion: "What was watched last stands first. \(LibraryOptions.discussionAndEnvironment)")

    @OptionGroup var options: LibraryOptions

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            let rows = own.library.titles.filter { $0.status == .watching && $0.next != nil }.sorted { left, right in
                let (one, other) = (left.lastPlay?.time.start, right.lastPlay?.time.start)
                return one == other ? left.id < right.id : (one?.secondsSince1970 ?? .min) > (other?.secondsSince1970 ?? .min)
            }.map { Row($0, in: own) }
            if options.json { return Console.print(json: rows) }
            Console.print(lines: rows.isEmpty ? ["Nothing is next."] : rows.map(\.line))
        }
    }

    private struct Row: Encodable {
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        let episode: String
        let name: String?
        let airsAt: String?
        let minutes: Int?
        let left: Int?

        init(_ title: Title, in own: OwnLibrary) {
            let next = title.next
            self.title = title.name
            year = title.year
            kind = title.id.kind.word
            simkl = title.id.simkl
            episode = next?.episode.label ?? ""
            name = next?.name
            airsAt = next?.airs.map(own.library.days.words)
            minutes = title.runtimeMinutes
            left = title.progress.map { $0.aired - $0.watched }
        }

        var line: String {
            let facts = [name.map { "“\($0)”" }, minutes.map { "\($0) min" }, left.map { "\($0) left" }].compactMap { $0 }
            return "\(named(title, year)): \(episode)"
                + (facts.isEmpty ? "" : " · \(facts.joined(separator: " · "))")
        }
    }
}

/// `foyer upcoming`: what airs and comes out in the next days.
struct Upcoming: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what airs in the next days of what is on your lists.",
        discussion: "In your time zone. \(LibraryOptions.discussionAndEnvironment)")

    @Option(help: ArgumentHelp("How many days, today among them.", valueName: "n"))
    var days = 14
    @OptionGroup var options: LibraryOptions

    func validate() throws { if !(1...366).contains(days) { throw ValidationError("--days takes a number from 1 to 366.") } }

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            let end = own.today.adding(days: days)
            let rows = own.library.airings.filter { airing in
                let day = airing.time.day(own.library.days)
                return day >= own.today && day < end && own.library.isToWatch(airing)
            }.compactMap { airing in own.library.title(airing.title).map { Row(airing, of: $0, in: own) } }
            if options.json { return Console.print(json: rows) }
            Console.print(
                lines: rows.isEmpty ? ["Nothing airs in the next \(days == 1 ? "day" : "\(days) days")."] : rows.map(\.line))
        }
    }

    private struct Row: Encodable {
        let at: String
        let title: String
        let kind: String
        let simkl: Int
        let episode: String?
        let name: String?
        let isFinale: Bool

        init(_ airing: Airing, of title: Title, in own: OwnLibrary) {
            at = own.library.days.words(airing.time)
            self.title = title.nameAndYear
            kind = title.id.kind.word
            simkl = title.id.simkl
            episode = airing.episode?.label
            name = airing.name
            isFinale = airing.finale != nil
        }

        var line: String {
            let place = [episode, name.map { "“\($0)”" }, isFinale ? "(finale)" : nil].compactMap { $0 }.joined(separator: " ")
            return "\(at): \(title)" + (place.isEmpty ? "" : " \(place)")
        }
    }
}
