// The forms in which builds remembered calendars and news in the first version of these files: read once, never written.

extension CalendarMemory {
    struct Version1: Decodable, Sendable {
        let airings: [String: Entry]

        struct Entry: Decodable, Sendable {
            let airing: Airing
            let fate: Fate
            let created: Moment
            let revisions: InEachForm<EventRevision>
        }

        struct Airing: Decodable, Sendable {
            let simkl: Int
            let season: Int?
            let number: Int?
            let moment: Moment?
            let day: CalendarDay?
            let name: String?
            let finale: FoyerSite.Airing.Finale?
            let isPremiere: Bool
            let runtimeMinutes: Int?
            let release: FoyerSite.Airing.Release?
        }
    }

    init(_ earlier: Version1) {
        airings = earlier.airings.compactMapValues { old in
            guard let time = AirTime(old.airing.moment, old.airing.day) else { return nil }
            // Of which kind the title is, the library tells.
            let title = TitleID(kind: old.airing.release == nil ? .tv : .movie, simkl: old.airing.simkl)
            let airing = Airing(
                title: title, episode: old.airing.number.map { EpisodeNumber(season: old.airing.season, number: $0) }, time: time,
                name: old.airing.name, finale: old.airing.finale, isPremiere: old.airing.isPremiere,
                runtimeMinutes: old.airing.runtimeMinutes, release: old.airing.release)
            // First times were to the second when the owner last did something: no finer than the day from now on.
            let created = old.created.utcDay.start
            let revisions = InEachForm { form in
                let revision = old.revisions[form]
                return EventRevision(
                    modified: revision.modified == old.created ? created : revision.modified, sequence: revision.sequence,
                    when: revision.when, hash: revision.hash)
            }
            return Entry(airing: airing, fate: old.fate, created: created, revisions: revisions)
        }
    }
}

extension News {
    struct Version1: Decodable, Sendable {
        let facts: [Facts]
        let arrivals: Log<Arrival>
        let changes: Log<Change>

        struct Log<Entry: Decodable & Sendable>: Decodable, Sendable { let entries: [Entry] }

        struct Facts: Decodable, Sendable {
            let kind: MediaKind
            let simkl: Int
            let stage: ReleaseStage?
            let season: Int?
            let dates: [Date]

            struct Date: Decodable, Sendable {
                let slot: Slot
                let time: Time
                let finale: Airing.Finale?
            }
        }

        struct Slot: Decodable, Sendable {
            let season: Int?
            let number: Int?
            let release: Airing.Release?

            var slot: NewsSlot {
                NewsSlot(
                    episode: number.map { EpisodeNumber(season: season, number: $0) }, release: number == nil ? release : nil)
            }
        }

        struct Time: Decodable, Sendable {
            let seconds: Moment?
            let day: CalendarDay?

            var time: AirTime? { AirTime(seconds, day) }
        }

        struct Arrival: Decodable, Sendable {
            let kind: MediaKind
            let simkl: Int
            let slot: Slot
            let time: Time
            let finale: Airing.Finale?
            let isPremiere: Bool
            let minutes: Int?
        }

        struct Change: Decodable, Sendable {
            let kind: MediaKind
            let simkl: Int
            let noticed: Moment
            let event: NewsChange.Event
            let slot: Slot?
            let from: Time?
            let to: Time?
            let finale: Airing.Finale?
        }
    }

    init(_ earlier: Version1) {
        facts = earlier.facts.map { old in
            TitleFacts(
                id: TitleID(kind: old.kind, simkl: old.simkl), stage: old.stage, season: old.season,
                dates: old.dates.compactMap { date in
                    date.time.time.map { TitleFacts.Date(slot: date.slot.slot, time: $0, finale: date.finale) }
                })
        }
        arrivals = earlier.arrivals.entries.compactMap { old in
            old.time.time.map { time in
                Airing(
                    title: TitleID(kind: old.kind, simkl: old.simkl), episode: old.slot.slot.episode, time: time, name: nil,
                    finale: old.finale, isPremiere: old.isPremiere, runtimeMinutes: old.minutes, release: old.slot.slot.release)
            }
        }
        changes = earlier.changes.entries.map { old in
            NewsChange(
                title: TitleID(kind: old.kind, simkl: old.simkl), noticed: old.noticed, event: old.event, slot: old.slot?.slot,
                from: old.from?.time, to: old.to?.time, finale: old.finale)
        }
    }
}

extension AirTime {
    /// Nil where there is neither.
    fileprivate init?(_ moment: Moment?, _ day: CalendarDay?) {
        guard let time = moment.map(AirTime.moment) ?? day.map(AirTime.day) else { return nil }
        self = time
    }
}
