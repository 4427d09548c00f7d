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
        let pauses = account.playback.filter { !$0.hasEnded(in: account) }
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

extension Wire.Playback {
    /// `S01E05`, or an anime's `E05`; nil for a film.
    fileprivate var place: String? { episodePlace?.label(in: bucket) }

    private var episodePlace: EpisodePlace? { episode.map { EpisodePlace(season: season ?? 1, number: $0) } }

    /// Whether it has been watched to its end since, so that no page shows the pause.
    fileprivate func hasEnded(in account: Account) -> Bool {
        guard let pausedAt = pausedAt?.secondsSince1970 else { return false }
        // An anime that is a film is its one episode.
        let place = episodePlace ?? (bucket == .anime ? EpisodePlace(season: 1, number: 1) : nil)
        return RecordedPlays(of: FoundTitle(self), in: account).hasOne(at: place, after: pausedAt)
    }

    fileprivate var percent: Int { Int(min(100, max(0, progress ?? 0)).rounded()) }
}
