/// An airing that calendars show, with its title.
struct CalendarAiring: Sendable {
    let key: AiringKey
    let airing: Airing
    let title: Title
    /// Whether it is not going to air, though it was announced.
    let isCancelled: Bool

    init(_ airing: Airing, of title: Title, isCancelled: Bool = false) {
        key = AiringKey(airing)
        self.airing = airing
        self.title = title
        self.isCancelled = isCancelled
    }

    /// Minutes of this episode, else of the title's ordinary one; nil where nobody knows.
    var runtimeMinutes: Int? { airing.runtimeMinutes ?? title.runtimeMinutes }

    /// Whether the date can be counted on: an episode with its number and its time, a film's release in the owner's own country.
    var isFirm: Bool {
        if title.id.kind == .movie { return airing.release != nil }
        guard airing.episode != nil, case .moment = airing.time else { return false }
        return true
    }
}
