extension TonightPick {
    /// `2 episodes, about 1 h 24 min`, since it goes by the ordinary one; of a film what is left of it.
    ///
    /// - Parameter count: of its episodes.
    func amount(_ count: Int) -> String {
        let time = duration(minutes: minutes(of: count), isEstimated: !title.isFilm)
        return title.isFilm ? time : phrase("tonight.amount", count: count, ["time": time])
    }

    /// `12 episodes left, about 8 h 24 min`, or of a film what is left of it.
    var rest: String {
        let time = duration(minutes: minutesLeft, isEstimated: !title.isFilm && isEstimated)
        return title.isFilm ? time : phrase("tonight.rest", count: left, ["time": time])
    }

    /// Why it is offered: how it stands, what of it its owner likes, what others think of it, and how long it waits.
    ///
    /// - Parameter taste: what is liked is told only where it is liked no less than the rest.
    func reason(_ taste: Taste) -> String {
        let parts = [next].compactMap { $0 } + expectation.reasons(taste) + [waiting].compactMap { $0 }
        return parts.joined(separator: " · ")
    }

    private var next: String? {
        if let paused {
            let share = percent(paused.percent)
            guard !title.isFilm, let episode = paused.episode else { return phrase("tonight.paused", ["share": share]) }
            return phrase("tonight.pausedEpisode", ["episode": episode.label, "share": share])
        }
        guard isBegun else { return nil }
        return title.next.map { phrase("label.nextEpisode", ["episode": $0.episode.label]) } ?? title.progress?.fraction
    }

    private var waiting: String? {
        pausedOn.map { phrase("tonight.pausedOn", ["day": $0.shortWords]) }
            ?? lastPlayed.map { phrase("tonight.lastWatched", ["day": $0.shortWords]) }
            ?? listed.map { phrase("tonight.listed", ["day": $0.shortWords]) }
    }
}

extension Taste.Expectation {
    /// What speaks for a title: what of it its owner likes, and what others think of it.
    ///
    /// - Parameter taste: what is liked is told only where it is liked no less than the rest.
    func reasons(_ taste: Taste) -> [String] {
        let (genre, decade) = liked(taste.mean ?? 0)
        let liking =
            genre.map { phrase("tonight.liking", ["subject": genreName($0.of), "rating": rating($0.mean)]) }
            ?? decade.map {
                let decade = phrase("tonight.theDecade", ["decade": phrase("label.decade", ["year": String($0.of)])])
                return phrase("tonight.liking", ["subject": decade, "rating": rating($0.mean)])
            }
        return [liking, crowd.map { phrase("rating.onSimkl", ["rating": rating($0)]) }].compactMap { $0 }
    }

    private func rating(_ hundredths: Int) -> String { (Double(hundredths) / 100).oneDecimal }
}

extension Tonight {
    /// By what rule things are offered: a few sentences.
    var rules: [String] {
        let left = unknown > 0 ? phrase("tonight.ruleUnknown", count: unknown) : nil
        return [
            [phrase("tonight.ruleLists", count: picks.count), left].compactMap { $0 }.joined(separator: " "),
            phrase(
                "tonight.rulePoints",
                [
                    "votes": String(CrowdComparison.fewestVotes), "ratings": String(Sample.smallest),
                    "unknown": String(Taste.Expectation.ofUnknown / 100),
                ]),
            phrase("tonight.ruleWaiting"),
            phrase("tonight.ruleEpisodes", ["episodes": String(TonightTime.mostEpisodes)]),
        ] + (picks.allSatisfy(\.title.isFilm) ? [] : [phrase("time.aboutMeans")])
    }
}
