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
            for PRO and VIP accounts. Nothing is sent twice within its own length.

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
            throw Failure(code: .usage, message: "\(title.label) is a film, and has no episodes.")
        }
        var reference = title.reference
        reference.watchedAt = time.text
        guard title.item?.status == "completed" else {
            return PlannedChange(title: title, words: "watch \(time.words)", steps: [.watch(reference)])
        }
        switch try verdict(title.item?.lastWatchedAt, minutes: title.media.runtime) {
        case .known(let reason): return PlannedChange(title: title, words: reason)
        case .first: return PlannedChange(title: title, words: "watch \(time.words)", steps: [.watch(reference)])
        case .again:
            reference.isRewatch = true
            return PlannedChange(title: title, words: "watch again \(time.words)", steps: [.watch(reference)])
        }
    }

    private func episodes(_ places: [EpisodePlace]) async throws -> PlannedChange {
        let recorded = title.recorded
        var (first, more, known): ([EpisodePlace], [EpisodePlace], [String]) = ([], [], [])
        for place in places {
            guard let episode = recorded[place] else {
                first.append(place)
                continue
            }
            switch try verdict(episode.watchedAt, minutes: episode.runtime ?? title.media.runtime) {
            case .known(let reason): known.append("\(place.label(in: title.bucket)) \(reason)")
            case .first: first.append(place)
            case .again: more.append(place)
            }
        }
        var (words, steps): ([String], [PlannedChange.Step]) = ([], [])
        if !first.isEmpty {
            words.append("watch \(first.label(in: title.bucket)) \(time.words)" + (try await unaired(first)))
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

    /// What a play is that would come beside one that the library has.
    private func verdict(_ watchedAt: WireDate?, minutes: Int?) throws -> Verdict {
        let when = state.words(watchedAt)
        if let seconds = time.seconds, let watchedAt, !watchedAt.isUnknown, !watchedAt.isMidnight,
            abs(seconds - watchedAt.secondsSince1970) < Int64(minutes ?? 1) * 60
        {
            return .known("was watched at \(when ?? "") already, less than its own length away")
        }
        if again {
            guard state.account.settings?.hasRewatches == true else {
                throw Failure(
                    code: .usage,
                    message: "Simkl keeps another watching for PRO and VIP accounts only, and \(title.label) is watched.")
            }
            return .again
        }
        guard let when else { return isDated ? .first : .known("is watched already") }
        return .known("was watched \(when.count > 10 ? "at" : "on") \(when) already (--again for another watching)")
    }

    private func unaired(_ places: [EpisodePlace]) async throws -> String {
        let list = state.account.episodes.first { $0.bucket == title.bucket && $0.id == title.simkl }?.episodes ?? []
        let coming = Set(
            list.filter { $0.hasAired == false }.compactMap { episode in
                episode.episode.map { EpisodePlace(season: episode.season ?? 1, number: $0) }
            })
        let early = places.filter(coming.contains)
        return early.isEmpty ? "" : " (\(early.label(in: title.bucket)) has not aired, by what is known)"
    }
}
