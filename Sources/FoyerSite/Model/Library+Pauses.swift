extension Library {
    /// Where titles were paused half-way that are still to be watched: the newest of each.
    var pauses: [TitleID: PausedPlayback] {
        var pauses: [TitleID: PausedPlayback] = [:]
        for playback in paused where pauses[playback.title] == nil {
            guard let title = title(playback.title), title.isPaused(by: playback) else { continue }
            pauses[playback.title] = playback
        }
        return pauses
    }
}

extension PausedPlayback {
    /// What is left of some minutes; at least one.
    func left(of minutes: Int) -> Int { max(1, (minutes * (100 - percent) + 50) / 100) }
}

extension Title {
    /// Whether what was paused is still to be watched: it was not watched since, and the title was not given up.
    fileprivate func isPaused(by playback: PausedPlayback) -> Bool {
        guard self.status != .dropped else { return false }
        if let episode = playback.episode, !self.isFilm { return !hasPlayed(episode) }
        guard let last = lastPlay?.time.start else { return self.plays.isEmpty }
        return playback.pausedAt.map { $0.order > last } ?? false
    }
}
