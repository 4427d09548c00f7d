import GFM

/// Episodes as squares, which fill as many lines as they need: a row for each season, and for each hundred of a very long one.
struct EpisodeDrawing {
    let grid: EpisodeGrid
    let name: (EpisodeNumber) -> String?
    /// Whether delays are counted in whole days.
    let isInDays: Bool

    /// Episodes of one row, where a season has many more.
    private static let rowLength = 100
    /// Up to so many in a season there is room for large squares.
    private static let fewEpisodes = 26

    var html: String {
        "<div class=\"matrix\(size)\" aria-hidden=\"true\">\n\(grid.seasons.map(rows).joined())</div>\n\(key)"
    }

    private var size: String {
        let longest = grid.seasons.map(\.episodes.count).max() ?? 0
        return longest <= Self.fewEpisodes ? " few" : longest > Self.rowLength * 3 / 2 ? " many" : ""
    }

    private func rows(_ season: EpisodeGrid.Season) -> String {
        let (all, length) = (season.episodes, Self.rowLength)
        guard all.count > length * 3 / 2 else { return row(grid.seasons.count > 1 ? season.name : nil, all[...]) }
        return stride(from: 0, to: all.count, by: length).map { start in
            let part = all[start..<min(start + length, all.count)]
            return row("\(part.first?.number.label ?? "")–\(part.last?.number.label ?? "")", part)
        }.joined()
    }

    private func row(_ name: String?, _ episodes: ArraySlice<EpisodeGrid.Episode>) -> String {
        let label = name.map { name in
            let (watched, aired) = (episodes.count { $0.isWatched }, episodes.count { $0.hasAired })
            let share =
                aired == 0
                ? phrase("chart.notAired") : phrase("title.watchedOfAired", ["watched": watched.grouped, "aired": aired.grouped])
            return "<b>\(HTMLText.escape(name)) <small>\(HTMLText.escape(share))</small></b>"
        }
        return "<p>\(label ?? "")<span>\(episodes.map(square).joined())</span></p>\n"
    }

    private func square(_ episode: EpisodeGrid.Episode) -> String {
        "<i class=\"\(episode.state.className)\" title=\"\(HTMLText.escape(episode.number.label(name(episode.number))))\"></i>"
    }

    /// What of it is there.
    private var key: String {
        let states = Set(grid.episodes.map(\.state.className))
        let entries = EpisodeGrid.State.all.filter { states.contains($0.className) }.map { state in
            "<span><i class=\"\(state.className)\"></i> \(HTMLText.escape(state.words(inDays: isInDays)))</span>"
        }
        return "<p class=\"key\" aria-hidden=\"true\">\(entries.joined(separator: "\n"))</p>"
    }
}

extension EpisodeGrid.Season {
    fileprivate var name: String {
        number == 0 ? phrase("title.specials") : phrase("title.season", ["number": String(number)])
    }
}

extension EpisodeGrid.State {
    /// Those that are told apart, the soonest first.
    fileprivate static let all: [EpisodeGrid.State] = [
        .watched(.withinDay), .watched(.withinWeek), .watched(.withinMonth), .watched(.later), .watched(nil), .next, .open,
        .toCome,
    ]

    /// In the stylesheet.
    fileprivate var className: String {
        switch self {
        case .watched(.beforeAiring?), .watched(.withinDay?): "w4"
        case .watched(.withinWeek?): "w3"
        case .watched(.withinMonth?): "w2"
        case .watched(.withinYear?), .watched(.later?): "w1"
        case .watched(nil): "w"
        case .next: "n"
        case .open: "o"
        case .toCome: "c"
        }
    }

    fileprivate func words(inDays: Bool) -> String {
        switch self {
        case .watched(.withinDay?): inDays ? phrase("delay.sameDay") : phrase("delay.withinDay")
        case .watched(.withinWeek?): phrase("delay.withinWeek")
        case .watched(.withinMonth?): phrase("delay.withinMonth")
        case .watched(.some): phrase("delay.later")
        case .watched(nil): phrase("chart.watchedSometime")
        case .next: phrase("chart.nextEpisode")
        case .open: phrase("chart.notWatched")
        case .toCome: phrase("chart.notAired")
        }
    }
}
