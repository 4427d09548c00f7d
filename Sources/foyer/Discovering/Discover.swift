public import ArgumentParser
import Foundation
import FoyerSite
public import Simkl

/// `foyer discover`: lists of Simkl's catalogue, without what the library has.
struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what is trending, best, new or on the air at Simkl, and not yours yet.",
        usage: "foyer discover [trending | best | premieres | airing | genre <genre>] [<options>]",
        discussion: """
            trending: what most watched, by --time today, week or month. best: by --by year, month, all, voted or watched. premieres: \
            what is new, with --soon what comes. airing: the episodes of a day, --on today, tomorrow or 2026-11-25. genre: the best of \
            one in Simkl's words (science-fiction), with --year of that year. Simkl has best, premieres and airing for shows and anime.

            What is in your library is left out, unless --all. Asks Simkl, and changes nothing. Put one on a list: \
            foyer add ADDRESS --to plan.

            Exit codes: 0 done, 64 usage, 69 Simkl not reachable, 75 try again later, 77 sign-in needed.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @Argument(help: ArgumentHelp("Which list. Default: trending.", valueName: "list"))
    var list = ListWord.trending
    @Argument(help: ArgumentHelp("The genre.", valueName: "genre"))
    var genre: GenreWord?
    @Option(help: ArgumentHelp("Of trending: today, week or month. Default: week.", valueName: "time"))
    var time: CatalogueList.TrendingTime?
    @Option(help: ArgumentHelp("Of best: year, month, all, voted or watched. Default: year.", valueName: "measure"))
    var by: CatalogueList.BestBy?
    @Flag(help: "Of premieres: those that come.")
    var soon = false
    @Option(help: ArgumentHelp("Of airing: today, tomorrow, or a day as 2026-11-25. Default: today.", valueName: "day"))
    var on: AiringDay?
    @Option(help: ArgumentHelp("Of a genre: only what came out in this year.", valueName: "year"))
    var year: Int?
    @Option(help: "Only titles of this kind. Default: all.")
    var kind: KindOption?
    @Flag(help: "Also what is in your library.")
    var all = false
    @Option(help: ArgumentHelp("How many of each kind at most.", valueName: "n"))
    var most = 10
    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @Flag(help: "Report as JSON.")
    var json = false

    func validate() throws {
        if !(1...100).contains(most) { throw ValidationError("--most takes a number from 1 to 100.") }
        if (list == .genre) != (genre != nil) {
            throw ValidationError(list == .genre ? "Which genre? foyer discover genre drama" : "Only genre takes a genre.")
        }
        let options: [(String, Bool, ListWord)] = [
            ("--time", time != nil, .trending), ("--by", by != nil, .best), ("--soon", soon, .premieres),
            ("--on", on != nil, .airing), ("--year", year != nil, .genre),
        ]
        for (option, isGiven, list) in options where isGiven && list != self.list {
            throw ValidationError("\(option) is of \(list.rawValue) alone: foyer discover \(list.rawValue) \(option) …")
        }
        if let year, !(1870...2200).contains(year) { throw ValidationError("'\(year)' is no year.") }
        if kind == .movie, !catalogueList.hasFilms {
            throw ValidationError("Simkl has no such list of films; it has trending and genre.")
        }
    }

    func run() async throws {
        try await Failure.telling {
            let client = try Session.required().client
            let account = try AccountState(folder: data, client: client).account
            let own = Dictionary(account.items.filter { !$0.isRewatch }.map { (Key($0), $0) }) { first, _ in first }
            var rows: [ListedRow] = []
            for kind in kinds {
                let found = try await client.list(catalogueList, of: kind.bucket).value
                rows += found.filter { all || own[Key($0)] == nil }.prefix(most).map { ListedRow($0, own: own[Key($0)]) }
            }
            if json { return Console.print(json: rows) }
            let nothing = ["Nothing on it is new to you."]
            Console.print(lines: rows.isEmpty ? nothing : rows.map(\.line) + [ListedRow.source])
        }
    }

    private var kinds: [KindOption] { kind.map { [$0] } ?? KindOption.allCases.filter { $0 != .movie || catalogueList.hasFilms } }

    private var catalogueList: CatalogueList {
        switch list {
        case .trending: .trending(time ?? .week)
        case .best: .best(by ?? .year)
        case .premieres: .premieres(isSoon: soon)
        case .airing: .airing((on ?? .today).text)
        case .genre: .genre(genre?.word ?? "all", year: year)
        }
    }

    private struct Key: Hashable {
        let bucket: Wire.Bucket
        let simkl: Int

        init(_ item: Wire.Item) { (bucket, simkl) = (item.bucket, item.media.ids.simkl) }

        init(_ listed: Wire.Listed) { (bucket, simkl) = (listed.bucket, listed.media.ids.simkl) }
    }
}

/// The lists that there are.
enum ListWord: String, CaseIterable, ExpressibleByArgument { case trending, best, premieres, airing, genre }

extension CatalogueList.TrendingTime: ExpressibleByArgument {}

extension CatalogueList.BestBy: ExpressibleByArgument {}

/// A day, as Simkl's list of what airs is asked for it.
enum AiringDay: ExpressibleByArgument {
    case today, tomorrow
    case day(String)

    init?(argument: String) {
        switch argument.lowercased() {
        case "today": self = .today
        case "tomorrow": self = .tomorrow
        default:
            guard argument.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, WireDate(argument) != nil else { return nil }
            self = .day(argument)
        }
    }

    /// Source: `GET /tv/airing?date=22-08-2022`
    var text: String {
        switch self {
        case .today: "today"
        case .tomorrow: "tomorrow"
        case .day(let day): day.split(separator: "-").reversed().joined(separator: "-")
        }
    }

    var defaultValueDescription: String { text }
}
