extension SiteBuilder {
    /// What files that were saved by hand lack for most of what was watched, and how to ask Simkl for it.
    ///
    /// Why not of a mirror: a sync asks for all of it, so that what it lacks nobody knows.
    func missingParts(of library: Library) -> [Diagnostic] {
        let ledger = library.statistics.ledger
        guard library.syncedAt == nil, ledger.plays >= Self.enough else { return [] }
        let episodes = library.statistics.total.episodes
        let missing = [
            ledger.unknownLength * 2 > ledger.plays
                ? "no length of \(ledger.unknownLength.grouped) of \(counted(ledger.plays, "play", "plays"))" : nil,
            ledger.unrecorded * 2 > episodes
                ? "no `seasons` for \(ledger.unrecorded.grouped) of \(counted(episodes, "episode", "episodes"))" : nil,
        ].compactMap { $0 }
        guard !missing.isEmpty else { return [] }
        return [
            Diagnostic(
                .note,
                """
                the files have \(missing.joined(separator: " and ")): save them anew from \
                GET /sync/all-items?extended=full&episode_watched_at=yes&episode_runtime=yes&include_all_episodes=original
                """)
        ]
    }

    /// The plays from which on it is worth a note.
    private static var enough: Int { 20 }
}
