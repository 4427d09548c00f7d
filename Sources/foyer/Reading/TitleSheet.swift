import Disk
import FoyerSite
import Simkl

/// All that is known of a title, in lines and for machines.
///
/// Shape: days as `2026-11-25`, times as `2026-11-25 21:30` on the owner's clock, lengths in minutes; docs/account.md names each member.
struct TitleSheet: Encodable {
    let title: String
    let year: Int?
    let kind: String
    /// Of an anime: `tv`, `movie`, `ova`, …
    let animeType: String?
    /// Whether it is watched at one go: a film, or an anime that is one.
    let isFilm: Bool
    let simkl: Int
    let address: String
    let ids: [String: String]
    let alternativeNames: [String]
    let status: String?
    let addedAt: String?
    let rating: Int?
    let ratedAt: String?
    let crowd: [String: Double]
    /// How many of its viewers dropped it, of a hundred.
    let dropPercent: Double?
    let note: String?
    let isNotePrivate: Bool?
    let pauses: [Pause]
    let watchedEpisodes: Int?
    let airedEpisodes: Int?
    let totalEpisodes: Int?
    let left: Left?
    /// Spent on it.
    let minutes: Int?
    /// Of an episode, or of the film.
    let runtimeMinutes: Int?
    let next: Coming?
    let airings: [Coming]
    /// `announced`, `running` or `ended`; nil for films.
    let stage: String?
    let firstAired: String?
    let cinemaRelease: String?
    let homeRelease: String?
    let network: String?
    let country: String?
    let certification: String?
    let rank: Int?
    let genres: [String]
    let overview: String?
    let related: [Related]
    let plays: [PlayRow]

    /// - Parameter isWhole: whether all plays are told, or the last ten.
    init(_ title: Title, in own: OwnLibrary, note: Wire.Memo?, isWhole: Bool) {
        let (days, details) = (own.library.days, title.details)
        (self.title, year, kind, animeType) = (title.name, title.year, title.id.kind.word, title.animeType)
        isFilm = title.isFilm
        (simkl, address, ids) = (title.id.simkl, title.simklAddress, Dictionary(title.identifiers))
        alternativeNames = title.alternativeNames
        (status, addedAt) = (title.status?.rawValue, title.addedAt.map(days.words))
        (rating, ratedAt) = (title.rating?.value, title.rating?.ratedAt.map(days.words))
        let averages = [("simkl", title.crowd.simkl), ("imdb", title.crowd.imdb), ("mal", title.crowd.mal)]
        crowd = Dictionary(averages.compactMap { name, rating in rating.map { (name, $0.average) } }) { first, _ in first }
        dropPercent = title.crowd.dropPercent
        self.note = note?.text?.isEmpty == false ? note?.text : nil
        isNotePrivate = self.note == nil ? nil : note?.isPrivate != false
        pauses = own.library.paused.filter { $0.title == title.id }.map { Pause($0, days) }
        let progress = title.progress
        (watchedEpisodes, airedEpisodes, totalEpisodes) = (progress?.watched, progress?.aired, progress?.total)
        left = title.isFilm || title.status == .completed ? nil : title.timeLeft.map(Left.init)
        (minutes, runtimeMinutes) = (title.totals.knownMinutes, title.runtimeMinutes)
        next = title.next.map { Coming(episode: $0.episode.label, name: $0.name, at: $0.airs.map(days.words)) }
        airings = title.airings.filter { $0.time.day(days) >= own.today && !title.isElsewhere($0) }.prefix(5).map {
            Coming(episode: $0.episode?.label, name: $0.name, at: days.words($0.time))
        }
        stage = title.stage?.rawValue
        firstAired = details?.firstAired?.iso
        (cinemaRelease, homeRelease) = (details?.cinemaRelease?.iso, details?.homeRelease?.iso)
        (network, country, certification, rank) = (details?.network, details?.country, details?.certification, details?.rank)
        (genres, overview) = (details?.genres ?? [], details?.overview)
        related = own.library.related(to: title).map(Related.init)
        plays = title.plays.suffix(isWhole ? .max : 10).reversed().map { PlayRow($0, of: title, days) }
    }
}

// MARK: - Parts

extension TitleSheet {
    struct Coming: Encodable {
        let episode: String?
        let name: String?
        let at: String?
    }

    struct Pause: Encodable {
        let episode: String?
        let percent: Int
        let at: String?

        init(_ pause: PausedPlayback, _ days: DayRule) {
            (episode, percent, at) = (pause.episode?.label, pause.percent, pause.pausedAt.map(days.words))
        }
    }

    /// What has aired and is not watched.
    struct Left: Encodable {
        let episodes: Int
        /// As far as it is known; nil where nobody knows any of it.
        let minutes: Int?
        /// How many of these are by the ordinary length of an episode.
        let estimatedMinutes: Int
        /// Episodes whose length nobody knows.
        let unmeasured: Int

        init(_ left: TimeLeft) {
            episodes = left.episodes
            minutes = left.unmeasured > 0 && left.minutes == 0 ? nil : left.minutes
            (estimatedMinutes, unmeasured) = (left.estimatedMinutes, left.unmeasured)
        }
    }

    /// Another title of the library.
    struct Related: Encodable {
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        /// `sequel`, `prequel`, `other` for what else belongs to it; `recommended` by its viewers.
        let relation: String
        let status: String?
        let rating: Int?

        init(_ title: Title, _ relation: RelatedTitle.Relation?) {
            (self.title, year, kind, simkl) = (title.name, title.year, title.id.kind.word, title.id.simkl)
            (self.relation, status, rating) = (relation?.rawValue ?? "recommended", title.status?.rawValue, title.rating?.value)
        }
    }

    struct PlayRow: Encodable {
        let episode: String?
        let name: String?
        let at: String
        let minutes: Int?
        let isRewatch: Bool

        init(_ play: Play, of title: Title, _ days: DayRule) {
            (episode, name) = (play.episode?.label, play.episode.flatMap { title.episodeNames[$0] })
            (at, minutes, isRewatch) = (days.words(play.time), play.length.known, play.rewatch != nil)
        }
    }
}
