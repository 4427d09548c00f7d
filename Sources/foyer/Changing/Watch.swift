import ArgumentParser
import Simkl

/// `foyer watch`: marks films and episodes as watched.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Mark films and episodes as watched.",
        usage:
            "foyer watch <title> [S02E03 | 2x03 | S02E03-E05 | E14 | S02 ...] [--next | --all] [--at <time> | --on <day> | --undated]",
        discussion: """
            Episodes stand behind their show; several shows and films can be named. An anime counts its episodes through (E14). --next \
            is the episode that the library says comes next, --all all that have aired. A season or --all is sent episode by episode.

            What was watched already is not sent, but for its date where it has none; --again is for another watching, which Simkl keeps \
            for PRO and VIP accounts. Nothing is sent twice within its own length, and with --again --on nothing twice on one day.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles, each followed by its episodes.", valueName: "title [episodes]"))
    var words: [String]
    @Flag(help: "The episode that comes next, where none is named.")
    var next = false
    @Flag(help: "All episodes that have aired, where none is named.")
    var all = false
    @Flag(help: "Watched once more.")
    var again = false
    @OptionGroup var time: WatchTime
    @OptionGroup var options: ChangeOptions

    func validate() throws {
        if next, all { throw ValidationError("Only one of --next and --all can be right.") }
        _ = try TitleNames.queries(words)
    }

    func run() async throws {
        try await Failure.telling {
            let wishes = try EpisodeArguments(words).titles.map { title, named in
                let selections = named.isEmpty ? (next ? [.next] : all ? [.all] : []) : named
                guard let query = TitleQuery(title) else { throw ValidationError("A title is missing.") }
                return AccountChange.Wish(query: query) { title, state in
                    try await WatchPlan(title: title, state: state, time: time.value(state), isDated: time.isGiven, again: again)
                        .change(selections)
                }
            }
            try await AccountChange(options: options).run(wishes)
        }
    }
}

/// What marking a title as watched takes.
struct WatchPlan {
    let title: FoundTitle
    let state: AccountState
    let time: WatchTime.Value
    /// Whether somebody said when.
    let isDated: Bool
    let again: Bool

    func change(_ selections: [EpisodeSelection]) async throws -> PlannedChange {
        if title.bucket == .movies { return try film(selections) }
        // An anime that is a film is its one episode.
        var places = [EpisodePlace(season: 1, number: 1)]
        if !title.isFilm || !selections.isEmpty {
            if selections.isEmpty {
                throw Failure(
                    code: .usage, message: "which episodes of \(title.label)? S01E01, S01, --next or --all is expected behind it."
                )
            }
            places = try await EpisodeChoice(title: title, state: state).places(selections)
            if places.isEmpty { return PlannedChange(title: title, words: "nothing is next: all that has aired is watched") }
        }
        return try await episodes(places)
    }

    private func film(_ selections: [EpisodeSelection]) throws -> PlannedChange {
        if selections.contains(where: { ![.next, .all].contains($0) }) {
            throw title.isNoShow
        }
        var reference = title.reference
        reference.watchedAt = time.text
        let isWatched = title.item?.status == "completed"
        switch try verdict(RecordedPlays(of: title, in: state.account), at: nil, isWatched, title.item?.lastWatchedAt) {
        case .known(let reason): return PlannedChange(title: title, words: reason)
        case .first:
            let early = state.isToCome(title) ? " (not released yet, by what is known)" : ""
            return PlannedChange(title: title, words: "watch \(time.words)\(early)", steps: [.watch(reference)])
        case .again:
            reference.isRewatch = true
            return PlannedChange(title: title, words: "watch again \(time.words)", steps: [.watch(reference)])
        }
    }

    private func episodes(_ places: [EpisodePlace]) async throws -> PlannedChange {
        let (recorded, plays) = (title.recorded, RecordedPlays(of: title, in: state.account))
        var (first, more, known): ([EpisodePlace], [EpisodePlace], [String]) = ([], [], [])
        for place in places {
            switch try verdict(plays, at: place, recorded[place] != nil, recorded[place]?.watchedAt) {
            case .known(let reason): known.append("\(place.label(in: title.bucket)) \(reason)")
            case .first: first.append(place)
            case .again: more.append(place)
            }
        }
        var (words, steps): ([String], [PlannedChange.Step]) = ([], [])
        if !first.isEmpty {
            words.append("watch \(first.label(in: title.bucket)) \(time.words)" + doubt(first))
            steps.append(.watch(title.reference(first.map { ($0, time.text) })))
        }
        if !more.isEmpty {
            var reference = title.reference(more.map { ($0, time.text) })
            reference.isRewatch = true
            words.append("watch \(more.label(in: title.bucket)) again \(time.words)")
            steps.append(.watch(reference))
        }
        let many = known.count > 3 ? ["\(known.count) are watched already"] : known
        return PlannedChange(title: title, words: (words + many).joined(separator: "; "), steps: steps)
    }

    private enum Verdict { case first, again, known(String) }

    /// What a play is that would come beside those that the account has.
    ///
    /// - Parameters:
    ///   - isWatched: whether a first watching is recorded.
    ///   - watchedAt: when that was.
    private func verdict(
        _ plays: RecordedPlays, at place: EpisodePlace?, _ isWatched: Bool, _ watchedAt: WireDate?
    ) throws -> Verdict {
        if let same = plays.same(as: time, at: place) {
            return .known(words(of: same, plays.minutes(at: place) == nil ? plays.assumed : nil))
        }
        guard isWatched else { return .first }
        if again {
            guard state.account.settings?.hasRewatches == true else {
                throw Failure(
                    code: .usage,
                    message: "Simkl keeps another watching for PRO and VIP accounts only, and \(title.label) is watched.")
            }
            return .again
        }
        guard let when = state.words(watchedAt) else { return isDated ? .first : .known("is watched already") }
        return .known("was watched \(when.count > 10 ? "at" : "on") \(when) already (--again for another watching)")
    }

    /// Why a play is not sent beside one that it may well be.
    ///
    /// - Parameter assumed: minutes; nil where it is known how long the title is.
    private func words(of same: WireDate, _ assumed: Int?) -> String {
        let when = state.words(same) ?? same.text
        if time.seconds == nil { return "was watched on \(when) already (--again --at for another watching on that day)" }
        let length = assumed.map { "\($0) minutes away, and nobody knows how long it is" } ?? "its own length away"
        return "was watched at \(when) already, less than \(length)"
    }

    /// What speaks against episodes: they have not aired, or there are none of these numbers.
    private func doubt(_ places: [EpisodePlace]) -> String {
        let list = state.account.episodes.first { $0.bucket == title.bucket && $0.id == title.simkl }?.episodes ?? []
        let hasAired = Dictionary(
            list.compactMap { episode in
                episode.episode.map { (EpisodePlace(season: episode.season ?? 1, number: $0), episode.hasAired != false) }
            }
        ) { $0 || $1 }
        let early = places.filter { hasAired[$0] == false }
        let missing = hasAired.isEmpty ? [] : places.filter { hasAired[$0] == nil }
        let doubts = [
            early.isEmpty ? nil : "\(early.label(in: title.bucket)) has not aired",
            missing.isEmpty ? nil : "\(missing.label(in: title.bucket)) is not in Simkl’s catalogue",
        ].compactMap { $0 }
        return doubts.isEmpty ? "" : " (\(doubts.joined(separator: ", ")), by what is known)"
    }
}
