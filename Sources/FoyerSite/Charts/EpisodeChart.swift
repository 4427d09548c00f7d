/// A show's episodes: one row a season, one square an episode.
struct EpisodeChart: Chart {
    let grid: EpisodeGrid
    let title: Title
    let days: DayRule
    /// What is still to come is called so, where that may be told.
    let coming: [Airing]
    /// How much of it was watched, and of how much no day is known.
    let source: String

    static let kinds: [ChartKind] = [.matrix]
    /// Pictures of so many episodes, the last that were watched: a show can have a thousand.
    private static let mostStills = 60

    var size: Int? { nil }
    var isEmpty: Bool { grid.isEmpty }

    var words: ChartWords {
        ChartWords(
            finding: finding,
            measure: grid.seasons.count > 1 ? phrase("chart.seasonsAndEpisodes") : phrase("chart.episodesAsSquares"),
            source: source)
    }

    /// How soon after airing at least half of the episodes were watched, where enough is known.
    private var finding: String {
        let delays = grid.episodes.compactMap { if case .watched(let delay?) = $0.state { delay } else { nil } }
        guard delays.count >= Sample.smallest else { return phrase("chart.episodeByEpisode") }
        var sooner = 0
        for delay in DelayClass.allCases where delay != .later {
            sooner += delays.count { $0 == delay }
            guard sooner * 2 >= delays.count else { continue }
            return sooner == delays.count
                ? phrase("chart.allEpisodesWatched", ["delay": delay.limit(inDays: isInDays)])
                : phrase("chart.mostEpisodesWatched", ["delay": delay.limit(inDays: isInDays)])
        }
        return phrase("chart.mostEpisodesWatched", ["delay": phrase("chart.overAYearAfterAiring")])
    }

    /// Whether days are told without times.
    private var isInDays: Bool { !title.plays.contains { $0.time.moment != nil } }

    func drawing(as kind: ChartKind) -> String { EpisodeDrawing(grid: grid, name: name, isInDays: isInDays).html }

    func table(under kind: ChartKind) -> ChartTable {
        let (hasNames, hasDays) = (grid.episodes.contains { name(of: $0) != nil }, grid.episodes.contains { $0.airs != nil })
        let columns: [String?] = [
            phrase("label.episode"), hasNames ? phrase("chart.episodeName") : nil, hasDays ? phrase("chart.aired") : nil,
            phrase("label.watched"),
        ]
        let stills = stills
        return ChartTable(
            columns: columns.compactMap { $0 }.map { ChartTable.Column(name: $0, isNumeric: false) },
            rows: grid.episodes.map { episode in
                let cells: [String?] = [
                    hasNames ? name(of: episode) ?? "–" : nil, hasDays ? episode.airs?.day(days).shortWords ?? "–" : nil,
                    watched(episode),
                ]
                let first = ChartTable.Cell(text: episode.number.label, picture: stills[episode.number])
                return [first] + cells.compactMap { $0 }.map { ChartTable.Cell(text: $0) }
            })
    }

    private var stills: [EpisodeNumber: Address] {
        let pictures = grid.episodes.reversed().lazy.compactMap { episode in
            Picture.still(title.episodeStills[episode.number]).map { (episode.number, $0) }
        }
        return Dictionary(pictures.prefix(Self.mostStills)) { first, _ in first }
    }

    private func watched(_ episode: EpisodeGrid.Episode) -> String {
        switch episode.state {
        case .watched where episode.plays.isEmpty: phrase("title.dayUnknown")
        case .watched: episode.plays.map { $0.when(days) }.joined(separator: "; ")
        case .next: phrase("title.next")
        case .open, .toCome: "–"
        }
    }

    /// Of what was watched, and of the others where that may be told.
    private func name(of episode: EpisodeGrid.Episode) -> String? { name(episode.number) }

    private func name(_ episode: EpisodeNumber) -> String? {
        title.episodeName(episode) ?? coming.first { $0.episode == episode }?.name
    }
}
