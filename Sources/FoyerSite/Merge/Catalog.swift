import Disk
import Simkl

/// What the optional files know of titles, found by Simkl id.
struct Catalog {
    private var crowd: [Int: CrowdRatings] = [:]
    private var details: [Int: Wire.Details] = [:]
    private var airedNames: [Int: AiredNames] = [:]
    private var episodes: [Int: [EpisodeNumber: Wire.CatalogEpisode]] = [:]
    /// Of those that were watched; of others where they were read.
    private var episodeNames: [Int: [EpisodeNumber: String]] = [:]
    private var episodeStills: [Int: [EpisodeNumber: String]] = [:]
    private let stages: ReleaseStages
    /// The newest row of a calendar that tells anything of the title itself.
    private var aired: [Int: Wire.Airing] = [:]
    private let country: String

    init(_ account: Account, country: String) {
        self.country = country
        stages = ReleaseStages(account)
        // The same id twice: the better founded word counts, whatever the order of the files.
        for row in account.crowd {
            crowd[row.id, default: CrowdRatings()].join(CrowdRatings(row.ratings))
        }
        for row in account.details {
            if let known = details[row.media.ids.simkl], known.fullForm >= row.fullForm { continue }
            details[row.media.ids.simkl] = row
        }
        var airedRatings: [Int: CrowdRatings] = [:]
        for airing in account.airings {
            if airing.metadata?.tellsOfTitle == true, aired[airing.id].map(airing.isNewer) ?? true { aired[airing.id] = airing }
            if let metadata = airing.metadata { airedNames[airing.id, default: AiredNames()].add(metadata) }
            guard let ratings = airing.metadata?.ratings else { continue }
            airedRatings[airing.id, default: CrowdRatings()].join(CrowdRatings(ratings, dropRate: airing.metadata?.dropRate))
        }
        crowd.merge(airedRatings) { $0.completed(by: $1) }
        for list in account.episodes {
            episodeNames[list.id, default: [:]].merge(Self.numbered(list.names, list.bucket), uniquingKeysWith: min)
            episodeStills[list.id, default: [:]].merge(Self.numbered(list.stills, list.bucket), uniquingKeysWith: min)
            for episode in list.episodes {
                guard let number = episode.episode else { continue }
                let key = EpisodeNumber(season: list.bucket == .anime ? nil : episode.season, number: number)
                let known = episodes[list.id]?[key]
                if known == nil || "\(episode)" < known.map({ "\($0)" }) ?? "" { episodes[list.id, default: [:]][key] = episode }
            }
        }
    }

    private static func numbered(
        _ texts: [EpisodePlace: String], _ bucket: Wire.Bucket
    ) -> some Sequence<(EpisodeNumber, String)> {
        texts.lazy.map { (EpisodeNumber(season: $0.season, number: $0.number, kind: MediaKind(bucket)), $1) }
    }

    func crowd(_ id: Int) -> CrowdRatings {
        let known = crowd[id] ?? CrowdRatings()
        guard let details = details[id], let ratings = details.ratings else { return known }
        return known.completed(by: CrowdRatings(ratings, dropRate: details.dropRate))
    }

    /// - Parameter sent: what the account's rows call it.
    func names(_ id: TitleID, sent: String?) -> TitleNames {
        var names = TitleNames(kind: id.kind, sent: sent)
        if let details = details[id.simkl] {
            names.title = details.media.title.flatMap(DisplayText.visible)
            names.english = details.englishTitle.flatMap(DisplayText.visible)
            names.alternatives = details.alternativeTitles.compactMap(DisplayText.visible)
            names.country = details.country
        }
        names.aired = airedNames[id.simkl]?.shown ?? AiredNames()
        return names
    }

    func runtimeMinutes(_ id: Int) -> Int? { details[id]?.media.runtime }

    func totalEpisodes(_ id: Int) -> Int? { details[id]?.totalEpisodes }

    /// Whether more of a title is known to come; a film that is in the cinema is out.
    func isToContinue(_ id: TitleID, isFilm: Bool) -> Bool {
        switch stages[id.simkl] {
        case .announced: true
        case .running: !isFilm
        case .ended, nil: false
        }
    }

    /// How far a show has come; nil where nothing tells.
    func stage(_ id: TitleID) -> ReleaseStage? { stages[id.simkl] }

    /// A list by number; of two rows for one place that which names its season, unless it is an anime's.
    func listedEpisodes(_ id: TitleID) -> [ListedEpisode] {
        func isUsual(_ number: EpisodeNumber) -> Bool { (number.season == nil) == (id.kind == .anime) }
        let list = (episodes[id.simkl] ?? [:]).sorted { left, right in
            left.key < right.key || !(right.key < left.key) && isUsual(left.key) && !isUsual(right.key)
        }
        var listed: [ListedEpisode] = []
        for (number, episode) in list where listed.last.map({ $0.number < number }) ?? true {
            listed.append(
                ListedEpisode(
                    number, airs: episode.date.map { AirTime($0, of: id.kind) }, hasAired: episode.hasAired == true,
                    runtimeMinutes: PlayLength.believable(episode.runtime)))
        }
        return listed
    }

    /// When and how long an episode was on the air, where its list is there.
    func episode(_ number: EpisodeNumber, of id: TitleID) -> (aired: AirTime?, runtimeMinutes: Int?)? {
        // An anime's list counts through, so its specials are not in it, whatever their numbers are.
        guard let list = episodes[id.simkl], id.kind != .anime || number.season == nil else { return nil }
        return list[number].map { ($0.date.map { AirTime($0, of: id.kind) }, $0.runtime) }
    }

    /// Whether it has names or pictures of a title's episodes.
    func hasTexts(_ id: TitleID) -> Bool { episodeNames[id.simkl] != nil || episodeStills[id.simkl] != nil }

    /// What an episode is called.
    func name(of episode: EpisodeNumber, in id: TitleID) -> String? {
        episode.name(wire: episodeNames[id.simkl]?[episode])
    }

    /// What the episodes are called besides some.
    func names(in id: TitleID, besides others: Set<EpisodeNumber>) -> EpisodeTexts {
        var names: [EpisodeNumber: String] = [:]
        for (episode, text) in episodeNames[id.simkl] ?? [:] where !others.contains(episode) {
            names[episode] = episode.name(wire: text)
        }
        return EpisodeTexts(names)
    }

    /// The path of a picture of an episode that was watched.
    func still(of episode: EpisodeNumber, in id: TitleID) -> String? {
        episodeStills[id.simkl]?[episode].flatMap { ImagePath(wire: $0, folder: "episodes")?.path }
    }

    /// What the details tell, and what they lack from the calendars.
    func details(_ id: Int) -> TitleDetails? {
        let wire = details[id]
        let calendar = aired[id]?.metadata
        guard wire != nil || calendar != nil else { return nil }
        var known = wire.map(record) ?? TitleDetails()
        if known.genres.isEmpty { known.genres = (calendar?.genres ?? []).compactMap(DisplayText.visible) }
        known.network = known.network ?? calendar?.network.flatMap(DisplayText.visible)
        known.country = known.country ?? calendar?.country.flatMap(DisplayText.visible)?.asCountry
        known.rank = known.rank ?? calendar?.rank.flatMap { $0 > 0 ? $0 : nil }
        return known
    }

    private func record(_ wire: Wire.Details) -> TitleDetails {
        var details = TitleDetails()
        details.overview = wire.overview.flatMap(wire.isPlain == true ? DisplayText.visible : DisplayText.plain)
        details.genres = wire.genres.compactMap(DisplayText.visible)
        details.network = wire.network.flatMap(DisplayText.visible)
        details.country = wire.country.flatMap(DisplayText.visible)?.asCountry
        details.rank = wire.rank.flatMap { $0 > 0 ? $0 : nil }
        details.certification = wire.certification.flatMap(DisplayText.visible)
        details.firstAired = wire.firstAired.map(CalendarDay.init(asWritten:))
        details.fanart = wire.fanart.flatMap { ImagePath(wire: $0, folder: "fanart") }
        details.related = related(wire)
        details.trailer = wire.trailers.lazy.compactMap { DisplayText.visible($0.youtube) }.first
        details.cinemaRelease = release(wire, types: [3, 2])
        details.homeRelease = release(wire, types: [4, 5])
        return details
    }

    private func related(_ wire: Wire.Details) -> [RelatedTitle] {
        var known: Set = [wire.media.ids.simkl]
        let relations = wire.relations.map { relation in
            RelatedTitle(simkl: relation.id, relation: relation.type.flatMap(RelatedTitle.Relation.init) ?? .other)
        }
        let recommended = wire.recommendations.map { RelatedTitle(simkl: $0.id, relation: nil) }
        return (relations + recommended).filter { known.insert($0.simkl).inserted }
    }

    /// The days on which a film came out: anywhere for the first time, and in the owner's country.
    func releases(_ id: Int) -> Set<CalendarDay> {
        guard let wire = details[id] else { return [] }
        let own = wire.releases.filter { $0.country == country }.map(\.date)
        return Set(([wire.released, wire.firstAired].compactMap { $0 } + own).map(CalendarDay.init(asWritten:)))
    }

    /// The earliest release of the first of these types that the owner's country has.
    private func release(_ wire: Wire.Details, types: [Int]) -> CalendarDay? {
        let own = wire.releases.filter { $0.country == country }
        for type in types {
            if let day = own.filter({ $0.type == type }).map({ CalendarDay(asWritten: $0.date) }).min() { return day }
        }
        return nil
    }
}

extension Wire.Airing.Metadata {
    /// Whether there is anything in it that details tell as well.
    fileprivate var tellsOfTitle: Bool { !genres.isEmpty || network != nil || country != nil || rank ?? 0 > 0 }
}

extension Wire.Airing {
    /// Whether what it says of its title counts before what another row says.
    fileprivate func isNewer(than other: Wire.Airing) -> Bool {
        if sentAt != other.sentAt { return sentAt > other.sentAt }
        return self != other && String(reflecting: self) > String(reflecting: other)
    }

    /// When it was sent; where nobody knows, the rolling file is newer than the months', and later months than earlier ones.
    var sentAt: (fetched: Int64, rolling: Int, date: Int64) {
        (fetchedAt ?? .min, isRolling ? 1 : 0, date.map { Moment(comparing: $0).secondsSince1970 } ?? .min)
    }
}

extension String {
    /// A country's code in capitals, as Simkl writes it in details; a name as it is.
    fileprivate var asCountry: String { utf8.count == 2 ? uppercased() : self }
}

extension Wire.Details {
    /// All that the record says: settles which of two records for one id counts.
    fileprivate var fullForm: String {
        var own = self
        // Nobody asks for these here.
        own.media.ids.others = [:]
        return (overview ?? "") + String(reflecting: own)
    }
}
