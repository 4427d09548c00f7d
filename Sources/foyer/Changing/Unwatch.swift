import ArgumentParser
import Simkl

/// `foyer unwatch`: takes plays out of the history.
struct Unwatch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take episodes and films out of the history.",
        usage: "foyer unwatch <title> [S02E03 | S02E03-E05 | E14 | S02 ...] [--last | --all] [<options>]",
        discussion: """
            The title stays on its list, with its rating and its note. A film goes back to the plan to watch: Simkl forgets its play only \
            so, or with the film (foyer remove).

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles, each followed by its episodes.", valueName: "title [episodes]"))
    var words: [String]
    @Flag(help: "The episode that was watched last, where none is named.")
    var last = false
    @Flag(help: "All episodes, where none is named.")
    var all = false
    @OptionGroup var options: ChangeOptions

    func validate() throws {
        if last, all { throw ValidationError("Only one of --last and --all can be right.") }
        _ = try TitleNames.queries(words)
    }

    func run() async throws {
        try await Failure.telling {
            let wishes = try EpisodeArguments(words).titles.map { title, named in
                let selections = named.isEmpty ? (last ? [.last] : all ? [.all] : []) : named
                guard let query = TitleQuery(title) else { throw ValidationError("A title is missing.") }
                return AccountChange.Wish(query: query) { try await Self.change(of: $0, selections, $1) }
            }
            try await AccountChange(options: options).run(wishes)
        }
    }

    private static func change(
        of title: FoundTitle, _ selections: [EpisodeSelection], _ state: AccountState
    ) async throws -> PlannedChange {
        guard let item = title.item else { return PlannedChange(title: title, words: "is on no list") }
        if title.bucket == .movies {
            if selections.contains(where: { ![.last, .all].contains($0) }) { throw title.isNoShow }
            guard item.status == "completed" else { return PlannedChange(title: title, words: "is not watched") }
            var reference = title.reference
            reference.to = "plantowatch"
            let when = state.words(item.lastWatchedAt).map { " (watched \($0))" } ?? ""
            return PlannedChange(
                title: title, words: "move back to “plantowatch”\(when)", steps: [.list(reference)], list: "plantowatch")
        }
        if selections.isEmpty, !title.isFilm {
            throw Failure(
                code: .usage, message: "which episodes of \(title.label)? S01E01, S01, --last or --all is expected behind it.")
        }
        let recorded = title.recorded
        var places: [EpisodePlace]
        if selections == [.all] || selections.isEmpty {
            places = recorded.keys.sorted { ($0.season, $0.number) < ($1.season, $1.number) }
        } else {
            // Where nothing is recorded, what is watched nobody can tell here.
            let known = item.seasons == nil ? nil : Set(recorded.keys)
            places = try await EpisodeChoice(title: title, state: state, known: known).places(selections)
        }
        if places.isEmpty { return PlannedChange(title: title, words: "is not watched") }
        let times = places.compactMap { recorded[$0]?.watchedAt }
        let when = times.count == 1 ? state.words(times.first).map { " (watched \($0))" } ?? "" : ""
        return PlannedChange(
            title: title, words: "unwatch \(places.label(in: title.bucket))\(when)",
            steps: [.unwatch(title.reference(places.map { ($0, nil) }))])
    }
}
