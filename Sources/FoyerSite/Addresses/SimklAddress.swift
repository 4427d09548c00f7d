/// Addresses on Simkl's site.
enum SimklAddress {
    static func item(_ title: Title) -> Address {
        let slug = title.slug?.percentDecoded ?? ""
        return Address(
            host: "simkl.com",
            path: [title.id.kind.path, String(title.id.simkl)] + (slug.isEmpty || slug.contains("/") ? [] : [slug]))
    }

    /// Simkl's own list of what is watched most, which it asks for beside what is trending there.
    static func mostWatched(_ kind: MediaKind) -> Address {
        let list =
            switch kind {
            case .tv: "best-shows"
            case .anime: "best-anime"
            case .movie: "best-movies"
            }
        return Address(host: "simkl.com", path: [kind.path, list, "most-watched", ""])
    }

    /// An episode's own page, as the calendar gives it, else in the form that all those of TV shows have; nil where neither is known.
    static func episode(_ airing: Airing, of title: Title) -> Address? {
        if let page = airing.page { return Address(host: "simkl.com", path: page.split(separator: "/").map(String.init) + [""]) }
        let slug = title.slug?.percentDecoded ?? ""
        guard title.id.kind == .tv, let episode = airing.episode, let season = episode.season, season > 0, !slug.isEmpty,
            !slug.contains("/")
        else { return nil }
        let place = ["season-\(season)", "episode-\(episode.number)", ""]
        return Address(host: "simkl.com", path: [title.id.kind.path, String(title.id.simkl), slug] + place)
    }
}
