extension Collection<EpisodeNumber> {
    /// `S01E01–E03, S01E05`, each once; nil where there is none.
    var ranges: String? {
        var ranges: [(first: EpisodeNumber, last: EpisodeNumber)] = []
        for episode in Set(self).sorted() {
            if let range = ranges.last, range.last.season == episode.season, range.last.number &+ 1 == episode.number {
                ranges[ranges.count - 1].last = episode
            } else {
                ranges.append((episode, episode))
            }
        }
        guard !ranges.isEmpty else { return nil }
        return ranges.map { range in
            range.first == range.last ? range.first.label : "\(range.first.label)–E\(padded(range.last.number))"
        }.joined(separator: ", ")
    }
}

extension Drop {
    /// `S09E01–E08`; nil for films.
    ///
    /// - Parameter title: what it is of.
    func label(of title: Title) -> String? { title.isFilm ? nil : episodes.ranges }

    /// `whole season`, else what is special about its airings: `season premiere`, `in the cinema`; nil where nothing is.
    func marks(of title: Title) -> String? {
        if !title.isFilm, isWholeSeason { return phrase("airing.wholeSeason") }
        var seen: Set<AiringMark> = []
        let marks = airings.compactMap { title.mark(of: $0) }.filter { seen.insert($0).inserted }
        return marks.isEmpty ? nil : marks.map(\.label).joined(separator: ", ")
    }
}
