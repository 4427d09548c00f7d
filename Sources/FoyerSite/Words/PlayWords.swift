/// Plays as a reader takes them in: which episodes, and between what times.
struct PlayWords {
    let plays: [Play]
    let names: EpisodeTexts
    let days: DayRule

    /// - Parameter plays: of this title.
    init(_ plays: [Play], of title: Title, days: DayRule) {
        self.plays = plays
        names = title.episodeNames
        self.days = days
    }

    /// `S01E01–E03, S01E05`; nil for films.
    var episodes: String? { plays.compactMap(\.episode).ranges }

    /// `S01E01 “Pilot”, S01E02 “The Key”` where there are no more than so many episodes and any of them has a name; else as ``episodes``.
    func episodes(namingUpTo most: Int) -> String? {
        let played = plays.compactMap(\.episode).sorted()
        guard played.count <= most, played.contains(where: { names[$0] != nil }) else { return episodes }
        return played.map { $0.label(names[$0]) }.joined(separator: ", ")
    }

    /// `20:03–22:41`; nil in an edition that tells no times of day.
    var clock: String? {
        let moments = plays.compactMap(\.time.moment)
        guard let first = moments.min(), let last = moments.max() else { return nil }
        return first == last ? days.clock(of: first) : "\(days.clock(of: first))–\(days.clock(of: last))"
    }
}

extension IndexedPlay.Evidence {
    /// A row's name in the table of dates.
    var words: String {
        switch self {
        case .real: phrase("evidence.real")
        case .day: phrase("evidence.day")
        case .marked: phrase("evidence.marked")
        case .stamped: phrase("evidence.stamped")
        case .year: phrase("evidence.year")
        case .undated: phrase("evidence.undated")
        case .unrecorded: phrase("evidence.unrecorded")
        }
    }
}
