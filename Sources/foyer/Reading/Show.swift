import ArgumentParser
import FoyerSite
import Simkl

/// `foyer show`: all that is known of a title.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell all that is known of a title of the library.",
        discussion: "\(TitleNames.help)\n\n\(LibraryOptions.discussion)")

    @Argument(help: "A title.")
    var title: [String]
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?
    @Flag(help: "Every play, not the last ten alone.")
    var plays = false
    @OptionGroup var options: LibraryOptions

    func validate() throws { _ = try TitleNames.queries([title.joined(separator: " ")]) }

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            for query in try TitleNames.queries([title.joined(separator: " ")]) {
                let found = try await TitleFinder(own.account, client: nil, kind: kind?.bucket).find(query)
                guard let title = own.title(found) else { throw FindError.notFound(query, near: []) }
                let sheet = TitleSheet(title, in: own, note: found.item?.memo, isWhole: plays)
                if options.json { Console.print(json: sheet) } else { Console.print(lines: sheet.lines) }
            }
        }
    }
}

/// A title in lines, and for machines.
struct TitleSheet: Encodable {
    let title: String
    let year: Int?
    let kind: String
    let simkl: Int
    let address: String
    let ids: [String: String]
    let alternativeNames: [String]
    let status: String?
    let addedAt: String?
    let rating: Int?
    let ratedAt: String?
    let crowd: [String: Double]
    let note: String?
    let isNotePrivate: Bool?
    let watchedEpisodes: Int?
    let airedEpisodes: Int?
    let totalEpisodes: Int?
    let minutes: Int?
    let next: Coming?
    let airings: [Coming]
    let genres: [String]
    let overview: String?
    let plays: [PlayRow]

    struct Coming: Encodable {
        let episode: String?
        let name: String?
        let at: String?
    }

    struct PlayRow: Encodable {
        let episode: String?
        let name: String?
        let at: String
        let minutes: Int?
        let isRewatch: Bool
    }

    /// - Parameter isWhole: whether all plays are told, or the last ten.
    init(_ title: Title, in own: OwnLibrary, note: Wire.Memo?, isWhole: Bool) {
        let days = own.library.days
        self.title = title.name
        year = title.year
        kind = title.id.kind.word
        simkl = title.id.simkl
        address = title.simklAddress
        ids = title.identifiers
        alternativeNames = title.alternativeNames
        status = title.status?.rawValue
        addedAt = title.addedAt.map(days.words)
        rating = title.rating?.value
        ratedAt = title.rating?.ratedAt.map(days.words)
        let averages = [("simkl", title.crowd.simkl), ("imdb", title.crowd.imdb), ("mal", title.crowd.mal)]
        crowd = Dictionary(averages.compactMap { name, rating in rating.map { (name, $0.average) } }) { first, _ in first }
        self.note = note?.text?.isEmpty == false ? note?.text : nil
        isNotePrivate = self.note == nil ? nil : note?.isPrivate != false
        watchedEpisodes = title.progress?.watched
        airedEpisodes = title.progress?.aired
        totalEpisodes = title.progress?.total
        minutes = title.totals.knownMinutes
        next = title.next.map { Coming(episode: $0.episode.label, name: $0.name, at: $0.airs.map(days.words)) }
        airings = title.airings.filter { $0.time.day(days) >= own.today }.prefix(5).map {
            Coming(episode: $0.episode?.label, name: $0.name, at: days.words($0.time))
        }
        genres = title.details?.genres ?? []
        overview = title.details?.overview
        plays = title.plays.suffix(isWhole ? .max : 10).reversed().map { play in
            PlayRow(
                episode: play.episode?.label, name: play.episode.flatMap { title.episodeNames[$0] }, at: days.words(play.time),
                minutes: play.length.known, isRewatch: play.rewatch != nil)
        }
    }

    var lines: [String] {
        var lines = ["\(named(title, year)), \(kind)"]
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { lines.append("  \(name): \(value)") } }
        add("also", alternativeNames.prefix(5).joined(separator: " · "))
        add("list", status.map { $0 + (addedAt.map { ", since \($0)" } ?? "") })
        add("rating", rating.map { "\($0)\(ratedAt.map { ", \($0)" } ?? "")" })
        add("others", crowd.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        add("note", note.map { "\($0) (\(isNotePrivate == true ? "private" : "public"))" })
        add("progress", watchedEpisodes.map { "\($0) of \(airedEpisodes ?? $0) aired, \(totalEpisodes ?? $0) in all" })
        add("time", minutes.map { $0 < 60 ? "\($0) min" : "\($0 / 60) h \($0 % 60) min" })
        add("next", next.map(Self.line))
        for airing in airings { add("airs", Self.line(airing)) }
        add("genres", genres.joined(separator: ", "))
        add("about", overview.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") })
        for play in plays {
            let place = [play.episode, play.name.map { "“\($0)”" }].compactMap { $0 }.joined(separator: " ")
            add("watched", "\(play.at)\(place.isEmpty ? "" : ": \(place)")\(play.isRewatch ? " (again)" : "")")
        }
        add("ids", (["simkl \(simkl)"] + ids.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }).joined(separator: ", "))
        add("page", address)
        return lines
    }

    private static func line(_ coming: Coming) -> String {
        [coming.episode, coming.name.map { "“\($0)”" }, coming.at].compactMap { $0 }.joined(separator: " ")
    }
}
