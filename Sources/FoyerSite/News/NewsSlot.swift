/// What of a title has a date: an episode, or a film's release.
struct NewsSlot: Hashable, Codable, Sendable {
    /// Nil for films.
    let episode: EpisodeNumber?
    /// Nil for episodes, and for a film of which only the calendar tells that it comes out.
    let release: Airing.Release?

    /// A film's, where nobody tells more than that it comes out.
    static let film = NewsSlot(episode: nil, release: nil)

    /// `S04E03`, `in the cinema`, `at home`.
    var label: String { episode?.label ?? release?.mark.label ?? "" }

    /// What it is known by for ever; empty for the whole title, as a film is.
    var key: String { episode?.key ?? release?.rawValue ?? "" }
}

extension NewsSlot {
    /// Nil for what nothing but its date tells from others.
    init?(_ airing: Airing) {
        self.init(episode: airing.episode, release: airing.episode == nil ? airing.release : nil)
        if episode == nil, release == nil, airing.title.kind != .movie { return nil }
    }
}

extension NewsSlot: Comparable {
    static func < (left: NewsSlot, right: NewsSlot) -> Bool { left.order < right.order }

    private var order: (Int, Int, String) { (episode?.season ?? 1, episode?.number ?? 0, release?.rawValue ?? "") }
}
