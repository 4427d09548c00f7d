/// What a build remembers of a title, to tell the next one what has changed.
struct TitleFacts: Hashable, Codable, Sendable {
    let id: TitleID
    var stage: ReleaseStage?
    /// The newest season that has begun or has a date; nil where no season is known.
    var season: Int?
    /// By slot.
    var dates: [Date] = []

    struct Date: Hashable, Codable, Sendable {
        let slot: NewsSlot
        let time: AirTime
        var finale: Airing.Finale?
    }

}

extension TitleFacts {
    init(_ title: Title) {
        self.init(id: title.id, stage: title.stage)
        if id.kind == .tv {
            let seasons = title.plays.compactMap { $0.episode?.season } + title.airings.compactMap { $0.episode?.season }
            season = (seasons + title.airedEpisodes.keys).max().flatMap { $0 > 0 ? $0 : nil }
        }
        dates = title.schedule.compactMap { airing in
            NewsSlot(airing).map { Date(slot: $0, time: airing.time, finale: airing.finale) }
        }.sorted { $0.slot < $1.slot }
    }
}
