import ArgumentParser
import FoyerSite
import Simkl

/// `foyer tonight`: what the page /tonight/ offers.
struct TonightCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tonight",
        abstract: "Tell what could be watched tonight, of what is begun and planned.",
        discussion: """
            By the rule of the site's page: what others and your own ratings lead one to expect, how long it waits, whether it is begun \
            (docs/tonight.md). With --minutes it is what fits. \(LibraryOptions.discussionAndEnvironment)
            """)

    @OptionGroup var evening: EveningOptions
    @OptionGroup var options: LibraryOptions

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            let tonight = Tonight(own.library, today: own.today, kind: evening.kind?.mediaKind)
            let lists = evening.lists(tonight)
            if options.json {
                return Console.print(json: lists.flatMap { list in list.picks.map { Row($0, list, tonight.taste) } })
            }
            let lines = lists.filter { !$0.picks.isEmpty }.flatMap { list in
                ["\(list.name):"] + list.picks.map { "  \(PickSheet($0, episodes: list.episodes($0), tonight.taste).line)" }
            }
            Console.print(lines: lines.isEmpty ? ["Nothing that is begun or planned fits tonight."] : lines)
        }
    }

    private struct Row: Encodable {
        let list: String
        let pick: PickSheet

        init(_ pick: TonightPick, _ list: EveningList, _ taste: Taste) {
            self.list = list.name
            self.pick = PickSheet(pick, episodes: list.episodes(pick), taste)
        }

        private enum CodingKeys: String, CodingKey { case list }

        func encode(to encoder: any Encoder) throws {
            try pick.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(list, forKey: .list)
        }
    }
}

/// How much time there is, and for what.
struct EveningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How much time there is.", valueName: "n"))
    var minutes: Int?
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?

    func validate() throws {
        if let minutes, !(1...1440).contains(minutes) { throw ValidationError("--minutes takes a number from 1 to 1440.") }
    }

    /// The page's lists; with a time what fits into it.
    func lists(_ tonight: Tonight) -> [EveningList] {
        guard let minutes else {
            return [
                EveningList(name: "under 90 minutes", picks: tonight.underNinetyMinutes) { $0.count(within: Tonight.short - 1) },
                EveningList(name: "one evening", picks: tonight.oneEvening) { $0.left },
                EveningList(name: "nearly finished", picks: tonight.nearlyFinished) { $0.left },
            ]
        }
        let fitting = tonight.picks.filter { $0.count(within: minutes) > 0 }.prefix(Tonight.rolled)
        return [EveningList(name: "in \(minutes) minutes", picks: Array(fitting)) { $0.count(within: minutes) }]
    }
}

/// A few titles for one sort of evening.
struct EveningList {
    let name: String
    let picks: [TonightPick]
    /// How many episodes of each; 1 of a film.
    let episodes: (TonightPick) -> Int
}

/// A title that could be watched, with why, in a line and for machines.
struct PickSheet: Encodable {
    let title: String
    let year: Int?
    let kind: String
    let simkl: Int
    let address: String
    let status: String?
    /// How many are offered; nil of a film.
    let episodes: Int?
    /// What these take.
    let minutes: Int
    let next: String?
    let reasons: [String]

    init(_ pick: TonightPick, episodes count: Int, _ taste: Taste) {
        let title = pick.title
        self.title = title.name
        year = title.year
        kind = title.id.kind.word
        simkl = title.id.simkl
        address = title.simklAddress
        status = title.status?.rawValue
        episodes = title.isFilm ? nil : count
        minutes = pick.minutes(of: title.isFilm ? 1 : count)
        next = (title.isFilm ? nil : pick.paused?.episode)?.label ?? title.next?.episode.label
        reasons = pick.reasons(mean: taste.mean ?? 0)
    }

    var line: String {
        let amount = episodes.map { $0 == 1 ? "1 episode, " : "\($0) episodes, " } ?? ""
        let facts = [amount + inWords(minutes: minutes), next.map { "next \($0)" }].compactMap { $0 } + reasons
        return "\(named(title, year)), \(kind): \(facts.joined(separator: " · "))"
    }
}

extension TonightPick {
    /// Why it is offered, as the site's page says it.
    ///
    /// - Parameter mean: of all ratings, in hundredths; what is liked less is no reason.
    fileprivate func reasons(mean: Int) -> [String] {
        func rating(_ hundredths: Int) -> String { "\((hundredths + 5) / 100).\((hundredths + 5) / 10 % 10)" }
        let liked = expectation.liked(mean)
        let genre = liked.genre.map { "you rate \($0.of) \(rating($0.mean))" }
        let decade = liked.decade.map { "you rate the \($0.of)s \(rating($0.mean))" }
        let waiting =
            pausedOn.map { "paused \($0.iso)" } ?? lastPlayed.map { "last watched \($0.iso)" }
            ?? listed.map { "on the list since \($0.iso)" }
        let seen = paused.map { "\($0.percent) % seen" }
        return [seen, genre ?? decade, expectation.crowd.map { "\(rating($0)) on Simkl" }, waiting].compactMap { $0 }
    }
}
