/// Something that changed between two builds.
struct NewsChange: Hashable, Codable, Sendable {
    let kind: MediaKind
    let simkl: Int
    /// When a build noticed it, in seconds since 1970.
    let noticed: Int64
    let event: Event
    /// Nil for what is of the whole title.
    var slot: NewsSlot?
    var from: NewsTime?
    var to: NewsTime?
    var finale: Int?

    enum Event: String, Codable, Sendable {
        case moved, season, finale, ended, returned
    }

    init(_ event: Event, of id: TitleID, at noticed: Moment, _ date: TitleFacts.Date? = nil, from: NewsTime? = nil) {
        kind = id.kind
        simkl = id.simkl
        self.noticed = noticed.secondsSince1970
        self.event = event
        slot = date?.slot
        to = date?.time
        finale = date?.finale
        self.from = from
    }

    var title: TitleID { TitleID(kind: kind, simkl: simkl) }
    var moment: Moment { Moment(secondsSince1970: noticed) }
}

/// An episode or a film that has come out.
struct NewsArrival: Hashable, Codable, Sendable {
    let kind: MediaKind
    let simkl: Int
    let slot: NewsSlot
    let time: NewsTime
    let finale: Int?
    let isPremiere: Bool
    let minutes: Int?

    init?(_ airing: Airing) {
        guard let slot = NewsSlot(airing) else { return nil }
        kind = airing.title.kind
        simkl = airing.title.simkl
        self.slot = slot
        time = NewsTime(airing.time)
        finale = airing.finale?.rawValue
        isPremiere = airing.isPremiere
        minutes = airing.runtimeMinutes
    }

    var title: TitleID { TitleID(kind: kind, simkl: simkl) }

    /// The airing that it was.
    var airing: Airing {
        Airing(
            title: title, episode: slot.episode, time: time.time, name: nil, finale: finale.flatMap(Airing.Finale.init),
            isPremiere: isPremiere, runtimeMinutes: minutes,
            release: slot.release.map { $0 == .cinema ? .cinema : .home })
    }
}
