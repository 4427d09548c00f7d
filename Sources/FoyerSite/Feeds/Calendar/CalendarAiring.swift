/// What calendars show as one event, with its title: an airing, or a season drop.
struct CalendarAiring: Sendable {
    /// Of the episode that comes first: another one behind it makes no other event of a drop, and one that was watched neither.
    let key: AiringKey
    let drop: Drop
    let title: Title
    /// Whether it is not going to air, though it was announced.
    let isCancelled: Bool

    init(_ airing: Airing, of title: Title, isCancelled: Bool = false) {
        self.init(Drop(airing), of: title, isCancelled: isCancelled)
    }

    /// - Parameter key: that of the drop that it is a part of.
    init(_ drop: Drop, of title: Title, isCancelled: Bool, key: AiringKey? = nil) {
        self.key = key ?? AiringKey(drop.first)
        self.drop = drop
        self.title = title
        self.isCancelled = isCancelled
    }

    var airing: Airing { drop.first }

    /// Minutes of this episode, else of the title's ordinary one; nil where nobody knows. Of a drop it is the first episode's: nobody
    /// keeps a day free for a season.
    var runtimeMinutes: Int? { airing.runtimeMinutes ?? title.runtimeMinutes }

    /// Minutes of all episodes of a drop; nil where nobody knows.
    var wholeRuntimeMinutes: Int? {
        let minutes = drop.airings.map { $0.runtimeMinutes ?? title.runtimeMinutes }
        return minutes.contains(nil) ? nil : minutes.reduce(0) { $0 + ($1 ?? 0) }
    }

    /// Whether the date can be counted on: an episode with its number and its time, a film's release in the owner's own country.
    var isFirm: Bool {
        if title.id.kind == .movie { return airing.release != nil }
        guard airing.episode != nil, case .moment = airing.time else { return false }
        return true
    }
}
