import Simkl

/// Titles that are trending at Simkl, made fit to be shown: as those of the library, without anything of the owner's.
enum TrendingMerger {
    /// Each once, by kind and then by id: the order of the accounts decides nothing.
    static func titles(_ listed: [Wire.Listed]) -> [Title] {
        let titles = listed.compactMap(title)
        return Dictionary(titles.map { ($0.id, $0) }) { one, other in
            String(reflecting: one) < String(reflecting: other) ? one : other
        }.values.sorted { $0.id < $1.id }
    }

    private static func title(_ listed: Wire.Listed) -> Title? {
        guard let name = listed.media.title.flatMap(DisplayText.visible) else { return nil }
        var title = TitleRecord(id: TitleID(kind: MediaKind(listed.bucket), simkl: listed.media.ids.simkl), name: name)
        title.year = listed.media.year
        title.runtimeMinutes = listed.media.runtime
        title.slug = listed.media.ids.slug.flatMap(DisplayText.visible)
        title.poster = listed.media.poster.flatMap { ImagePath(wire: $0, folder: "posters") }
        title.crowd = listed.ratings.map { CrowdRatings($0) } ?? CrowdRatings()
        title.details = TitleDetails()
        title.details?.genres = listed.genres.compactMap(DisplayText.visible)
        return Title(title)
    }
}
