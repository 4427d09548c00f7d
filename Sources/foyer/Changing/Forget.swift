import ArgumentParser
import Simkl

/// `foyer forget`: drops a pause.
struct Forget: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Forget where titles were paused.",
        discussion: """
            Without a title it lists what is paused.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String] = []
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try TitleNames.queries(titles) }

    func run() async throws {
        try await Failure.telling {
            if titles.isEmpty { return try list() }
            let change = AccountChange(options: options)
            let session = try change.writingSession()
            var state = try AccountState(folder: options.data, client: session.client)
            // What is paused need not be on any list.
            let finder = TitleFinder(paused: state.account.playback, kind: options.kind?.bucket)
            let known = state
            let wishes = try TitleNames.queries(titles).map { query in
                AccountChange.Wish(query: query) { title, state in Self.change(of: title, state) }
            }
            try await change.run(wishes, &state, session) { query in
                try await known.find(query, with: finder, kind: options.kind)
            }
        }
    }

    private func list() throws {
        let account = try AccountFolder(path: options.data).read()
        let pauses = account.playback.filter { !account.hasEnded($0) }
        if options.json { return Console.print(json: pauses.map(Pause.init)) }
        let lines = pauses.map { "\(FoundTitle($0).label)\($0.place.map { " \($0)" } ?? ""): \($0.percent) %" }
        Console.print(lines: lines.isEmpty ? ["\(options.data): nothing is paused."] : lines)
    }

    private struct Pause: Encodable {
        let title: String
        let kind: String
        let simkl: Int
        let episode: String?
        let percent: Int

        init(_ pause: Wire.Playback) {
            title = pause.media.title ?? ""
            kind = pause.bucket.word
            simkl = pause.media.ids.simkl
            episode = pause.place
            percent = pause.percent
        }
    }

    private static func change(of title: FoundTitle, _ state: AccountState) -> PlannedChange {
        let pauses = state.account.playback.filter { $0.media.ids.simkl == title.simkl }
        let steps = pauses.compactMap { $0.id.map { PlannedChange.Step.forget($0) } }
        if steps.isEmpty { return PlannedChange(title: title, words: "is not paused") }
        let places = pauses.map { "\($0.place.map { "of \($0) " } ?? "")at \($0.percent) %" }
        let what = pauses.count == 1 ? "the pause" : "the pauses"
        return PlannedChange(title: title, words: "forget \(what) \(places.joined(separator: ", "))", steps: steps)
    }
}

extension Account {
    /// Whether what was paused has been watched to its end since, so that no page shows the pause.
    fileprivate func hasEnded(_ pause: Wire.Playback) -> Bool {
        guard let pausedAt = pause.pausedAt?.secondsSince1970 else { return false }
        let rows = items.filter { $0.bucket == pause.bucket && $0.media.ids.simkl == pause.media.ids.simkl }
        let plays: [WireDate?] = rows.flatMap { row in
            // A film that is planned again, or was dropped, was not watched, whatever date it has.
            guard let number = pause.episode else {
                return row.bucket != .movies || row.isRewatch || row.status == "completed" ? [row.lastWatchedAt] : []
            }
            let season = (row.seasons ?? []).filter { $0.number == pause.season ?? 1 }
            return season.flatMap(\.episodes).filter { $0.number == number }.map(\.watchedAt)
        }
        return plays.contains { ($0?.secondsSince1970 ?? .min) > pausedAt }
    }
}

extension Wire.Playback {
    /// `S01E05`, or an anime's `E05`; nil for a film.
    fileprivate var place: String? { episode.map { EpisodePlace(season: season ?? 1, number: $0).label(in: bucket) } }

    fileprivate var percent: Int { Int(min(100, max(0, progress ?? 0)).rounded()) }
}
