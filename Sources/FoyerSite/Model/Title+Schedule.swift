extension Title {
    /// The episode that airs; nil for a film, though Simkl's calendar of anime numbers one as an episode.
    func episode(of airing: Airing) -> EpisodeNumber? { self.isFilm ? nil : airing.episode }

    /// All that comes or came of it: what the calendar files say, and of a film its releases in the owner's country.
    var schedule: [Airing] {
        let releases = releases
        guard !releases.isEmpty else { return self.airings }
        // Of a film that comes out on one day, the calendar's word says less.
        return releases
            + self.airings.filter { airing in !isElsewhere(airing) && !releases.contains { $0.time == airing.time } }
    }

    /// Whether a calendar tells of a film's release elsewhere: on a day after the last on which it comes out in the owner's country, as
    /// far as the catalogue knows that.
    public func isElsewhere(_ airing: Airing) -> Bool {
        guard airing.release == nil, let last = releases.map(\.time.utcDay).max() else { return false }
        return airing.time.utcDay > last
    }

    /// When a film comes out in the owner's country, in the cinema and at home, as the catalogue tells.
    private var releases: [Airing] {
        guard self.id.kind == .movie, let details = self.details else { return [] }
        let dates: [(CalendarDay?, Airing.Release)] = [(details.cinemaRelease, .cinema), (details.homeRelease, .home)]
        return dates.compactMap { day, release in
            day.map { day in
                Airing(
                    title: self.id, episode: nil, time: .day(day), name: nil, finale: nil, isPremiere: false, runtimeMinutes: nil,
                    release: release)
            }
        }
    }
}
