import Simkl

extension TitleSheet {
    /// Line by line; what is not known has none.
    var lines: [String] {
        let groups = [own, watching, catalogue, history]
        let lines = groups.flatMap { $0 }.filter { !$0.value.isEmpty }.map { "  \($0.name): \($0.value)" }
        return ["\(named(title, year)), \(kind)\(animeType.map { $0 == "tv" ? "" : " (\($0))" } ?? "")"] + lines
    }

    private typealias Line = (name: String, value: String)

    private static func line(_ name: String, _ value: String?) -> Line { (name, value ?? "") }

    /// What its owner says of it, and what others think.
    private var own: [Line] {
        let averages = crowd.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let dropped = dropPercent.map { "dropped by \($0) %" }
        return [
            Self.line("also", alternativeNames.prefix(5).joined(separator: " · ")),
            Self.line("list", status.map { $0 + (addedAt.map { ", since \($0)" } ?? "") }),
            Self.line("rating", rating.map { "\($0)\(ratedAt.map { ", \($0)" } ?? "")" }),
            Self.line("others", (averages + [dropped].compactMap { $0 }).joined(separator: ", ")),
            Self.line("note", note.map { "\($0) (\(isNotePrivate == true ? "private" : "public"))" }),
        ]
    }

    /// How far it is, and what comes.
    private var watching: [Line] {
        let paused = pauses.map { pause in
            Self.line(
                "paused", "\(pause.episode.map { "\($0) " } ?? "")at \(pause.percent) %\(pause.at.map { ", \($0)" } ?? "")")
        }
        let facts = [
            Self.line("progress", watchedEpisodes.map { "\($0) of \(airedEpisodes ?? $0) aired, \(totalEpisodes ?? $0) in all" }),
            Self.line("left", left?.words),
            Self.line("time", minutes.flatMap { $0 > 0 ? inWords(minutes: $0) : nil }),
            Self.line("length", runtimeMinutes.map { inWords(minutes: $0) + (isFilm ? "" : " an episode") }),
            Self.line("next", next.map(Self.line)),
        ]
        return paused + facts + airings.map { Self.line("airs", Self.line($0)) }
    }

    /// What the catalogue tells.
    private var catalogue: [Line] {
        let stages = ["announced": "not on the air yet", "running": "still running", "ended": "ended"]
        return [
            Self.line("state", stage.map { stages[$0] ?? $0 }),
            Self.line("first aired", isFilm ? nil : firstAired),
            Self.line("in the cinema", cinemaRelease),
            Self.line("at home", homeRelease),
            Self.line("network", network),
            Self.line("country", country),
            Self.line("certification", certification),
            Self.line("rank", rank.map { "\($0) on Simkl" }),
            Self.line("genres", genres.joined(separator: ", ")),
            Self.line("about", overview.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }),
        ] + related.map { Self.line("related", $0.words) }
    }

    private var history: [Line] {
        let watched = plays.map { play in
            let place = [play.episode, play.name.map { "“\($0)”" }].compactMap { $0 }.joined(separator: " ")
            return Self.line("watched", "\(play.at)\(place.isEmpty ? "" : ": \(place)")\(play.isRewatch ? " (again)" : "")")
        }
        let all = ["simkl \(simkl)"] + ids.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return watched + [
            Self.line("ids", all.joined(separator: ", ")), Self.line("page", address),
        ]
    }

    private static func line(_ coming: Coming) -> String {
        [coming.episode, coming.name.map { "“\($0)”" }, coming.at].compactMap { $0 }.joined(separator: " ")
    }
}

extension TitleSheet.Left {
    /// `3 episodes, 1 h 12 min, 24 min of it estimated`; nil where nothing is left.
    fileprivate var words: String? {
        guard episodes > 0 else { return nil }
        let estimated =
            estimatedMinutes == 0
            ? nil : estimatedMinutes == minutes ? "estimated" : "\(inWords(minutes: estimatedMinutes)) of it estimated"
        let unknown = unmeasured == 0 ? nil : "\(unmeasured) of unknown length"
        let facts = [episodes == 1 ? "1 episode" : "\(episodes) episodes", minutes.map(inWords), estimated, unknown]
        return facts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension TitleSheet.Related {
    /// `Heat 2 (2027), film: sequel · plan`
    fileprivate var words: String {
        let facts = [relation == "other" ? "belongs to it" : relation, status, rating.map { "rated \($0)" }].compactMap { $0 }
        return "\(named(title, year)), \(kind): \(facts.joined(separator: " · "))"
    }
}
