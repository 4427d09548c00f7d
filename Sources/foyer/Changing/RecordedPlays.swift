import Simkl

/// All plays of a title that the account has: of the first watching, and of each further one.
struct RecordedPlays {
    /// A film's are at no place.
    private var dates: [EpisodePlace?: [WireDate]] = [:]
    /// In minutes.
    private var lengths: [EpisodePlace?: Int] = [:]
    /// Of an ordinary episode, or of the film.
    private let ordinary: Int?

    /// Minutes that are taken where nobody knows how long it is.
    let assumed: Int

    init(of title: FoundTitle, in account: Account) {
        let rows = account.items.filter { $0.bucket == title.bucket && $0.media.ids.simkl == title.simkl }
        let details = account.details.first { $0.media.ids.simkl == title.simkl }
        let runtimes = [title.media.runtime] + rows.map(\.media.runtime) + [details?.media.runtime]
        ordinary = runtimes.compactMap { $0 }.first { $0 > 0 }
        assumed = title.isFilm ? 120 : 60
        for episode in account.episodes.first(where: { $0.bucket == title.bucket && $0.id == title.simkl })?.episodes ?? [] {
            guard let number = episode.episode, let minutes = episode.runtime, minutes > 0 else { continue }
            lengths[EpisodePlace(season: episode.season ?? 1, number: number)] = minutes
        }
        for row in rows {
            // A film that is planned again, or was dropped, was not watched, whatever date it has.
            if title.bucket == .movies, row.isRewatch || row.status == "completed" { add(row.lastWatchedAt, at: nil) }
            // An anime that is a film is its one episode, which not every row has.
            if row.bucket == .anime, row.animeType == "movie", row.seasons?.isEmpty ?? true {
                add(row.lastWatchedAt, at: EpisodePlace(season: 1, number: 1))
            }
            for season in row.seasons ?? [] {
                for episode in season.episodes {
                    let place = EpisodePlace(season: season.number, number: episode.number)
                    add(episode.watchedAt, at: place)
                    if let minutes = episode.runtime, minutes > 0 { lengths[place] = minutes }
                }
            }
        }
    }

    private mutating func add(_ date: WireDate?, at place: EpisodePlace?) {
        if let date, !date.isUnknown { dates[place, default: []].append(date) }
    }

    /// How long one of them is; nil where nobody knows.
    ///
    /// - Parameter place: nil for a film.
    func minutes(at place: EpisodePlace?) -> Int? { lengths[place] ?? ordinary }

    /// - Parameter seconds: since 1970.
    func hasOne(at place: EpisodePlace?, after seconds: Int64) -> Bool {
        dates[place]?.contains { $0.secondsSince1970 > seconds } ?? false
    }

    /// The recorded play that one at this time may well be: nothing is watched again before it is over, and two of one day without a
    /// time nobody can tell apart.
    func same(as time: WatchTime.Value, at place: EpisodePlace?) -> WireDate? {
        let length = Int64(minutes(at: place) ?? assumed) * 60
        return dates[place]?.first { date in
            guard let seconds = time.seconds else { return date.text == time.text }
            return !date.isMidnight && abs(seconds - date.secondsSince1970) < length
        }
    }
}
