/// What of a title has a date: an episode, or a film's release.
struct NewsSlot: Hashable, Codable, Sendable {
    /// Nil for films.
    let episode: EpisodeNumber?
    /// Nil for episodes, and for a film of which only the calendar tells that it comes out.
    let release: Airing.Release?

    /// The whole title; of a film its coming out, where nobody tells more.
    static let whole = NewsSlot(episode: nil, release: nil)

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

/// What of which title has a date.
struct NewsPlace: Hashable, Sendable {
    let title: TitleID
    let slot: NewsSlot
}

extension NewsPlace {
    /// Nil for what nothing but its date tells from others.
    init?(_ airing: Airing) {
        guard let slot = NewsSlot(airing) else { return nil }
        self.init(title: airing.title, slot: slot)
    }
}

extension [NewsPlace: Airing] {
    /// Whether it is told already that a film comes out on the day of a release: where, may have become known since.
    func hasTold(_ airing: Airing, at place: NewsPlace, _ days: DayRule) -> Bool {
        guard place.slot.release != nil, let told = self[NewsPlace(title: place.title, slot: .whole)] else { return false }
        return told.time.day(days) == airing.time.day(days)
    }
}

extension NewsSlot: Comparable {
    static func < (left: NewsSlot, right: NewsSlot) -> Bool { left.order < right.order }

    private var order: (Int, Int, String) { (episode?.season ?? 1, episode?.number ?? 0, release?.rawValue ?? "") }
}
