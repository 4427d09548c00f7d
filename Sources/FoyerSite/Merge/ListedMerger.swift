import Simkl

/// Titles that are trending at Simkl, made fit to be shown: as those of the library, without anything of the owner's.
enum TrendingMerger {
    /// Each once, by kind and then by id: the order of the accounts decides nothing.
    static func titles(_ listed: [Wire.Listed]) -> [Title] {
        let found = listed.map { (TitleID(kind: MediaKind($0.bucket), simkl: $0.media.ids.simkl), $0) }
        let known = Dictionary(found) { one, other in one.weight < other.weight ? other : one }
        return known.values.compactMap(title).sorted { $0.id < $1.id }
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

extension Wire.Listed {
    /// Which of two rows for one title counts: the one that more have voted for, then whichever says more.
    fileprivate var weight: (Int, String) {
        var own = self
        // A dictionary has no order, and nobody asks for these here.
        own.media.ids.others = [:]
        return (ratings?.simkl?.votes ?? -1, String(reflecting: own))
    }
}
