/// What may be told of episodes that have not been watched yet. What was watched spoils nothing.
public enum Spoilers: String, CaseIterable, Sendable {
    /// Only their numbers.
    case none
    /// Their names too.
    case names
}

extension Title {
    /// An airing of it, with the name of its episode only where that may be told.
    func told(_ airing: Airing, _ spoilers: Spoilers) -> Airing {
        guard airing.name != nil, spoilers == .none, !hasWatched(airing) else { return airing }
        var told = airing
        told.name = nil
        return told
    }

    /// The episode to watch next, likewise.
    func told(_ next: NextEpisode, _ spoilers: Spoilers) -> NextEpisode {
        guard next.name != nil, spoilers == .none, !hasPlayed(next.episode) else { return next }
        return NextEpisode(episode: next.episode, airs: next.airs)
    }
}
