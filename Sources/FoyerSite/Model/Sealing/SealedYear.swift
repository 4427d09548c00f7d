/// A year that is over, as it was when it was sealed: what its review is made from, whatever the account says later.
///
/// Shape: of every title, hidden ones too: what an edition may show is decided each time that a page is made.
struct SealedYear: Hashable, Remembered {
    static let version = 2

    /// Plays were objects: they still can be read.
    struct Version1: Decodable, Sendable {
        let year: SealedYear

        init(from decoder: any Decoder) throws { year = try SealedYear(from: decoder) }
    }

    init(_ earlier: Version1) { self = earlier.year }

    let year: Int
    let sealedOn: CalendarDay
    let plays: ReviewPlays
    /// Titles with a play or a rating in the year, believed or not, by kind and id.
    let titles: [SealedTitle]
    /// Titles that may have waited on a list in some month of the year, by kind and id.
    let waits: [SealedWait]

    init(_ year: Int, of library: Library, on day: CalendarDay) {
        self.year = year
        sealedOn = day
        let plays = library.reviewPlays(in: .year(year), today: day)
        let named = Set(plays.titles.map(\.id))
        let waiting = named.union(plays.waitedAtStart).union(plays.waitsAtEnd)
        var (titles, waits): ([SealedTitle], [SealedWait]) = ([], [])
        for (position, title) in library.titles.enumerated() {
            let sealed = SealedTitle(title, in: year)
            if named.contains(title.id) || sealed.isMisdated { titles.append(sealed) }
            if waiting.contains(title.id), library.plays.areDated[position], let added = library.plays.addedDays[position] {
                waits.append(SealedWait(title: title.id, since: added))
            }
        }
        (self.plays, self.titles, self.waits) = (plays, titles, waits)
    }

    /// What of it an audience may know: decided each time that a page is made.
    func told(to audience: Audience) -> SealedYear { SealedYear(self, for: audience) }

    /// The titles that it names, without anything of the owner's. Whether an anime is a film, its plays tell.
    var namedTitles: [Title] {
        let films = Set(plays.plays.lazy.filter(\.play.isFilm).map(\.title))
        return titles.map { $0.title(isFilm: films.contains($0.id)) }
    }

    var isSound: Bool { (1...9999).contains(year) && (0...23).contains(plays.rolloverHour) }

    private init(_ year: SealedYear, for audience: Audience) {
        self.year = year.year
        sealedOn = year.sealedOn
        let rule = DayRule(zone: year.plays.zone, rolloverHour: year.plays.rolloverHour) ?? .utc
        func isShown(_ id: TitleID) -> Bool { !audience.hidden.contains(id.simkl) }
        titles = year.titles.filter { isShown($0.id) }
        waits = year.waits.filter { isShown($0.title) }
        let plays = year.plays
        self.plays = ReviewPlays(
            zone: plays.zone, rolloverHour: plays.rolloverHour,
            plays: plays.plays.lazy.filter { isShown($0.title) }.map { $0.told(by: audience.edition, rule) }.ordered(by: rule),
            titles: plays.titles.filter { isShown($0.id) }, waitedAtStart: plays.waitedAtStart.filter(isShown),
            waitsAtEnd: plays.waitsAtEnd.filter(isShown), marked: titles.reduce(0) { $0 + $1.marked.values.reduce(0, +) },
            stamped: titles.reduce(0) { $0 + $1.stamped.values.reduce(0, +) },
            sittings: audience.edition.showsClockTimes ? plays.sittings?.filter { isShown($0.title) } : nil)
    }
}

/// The day since which a title waited on a list, unless its first play is before it.
struct SealedWait: Hashable, Sendable, Codable {
    let title: TitleID
    let since: CalendarDay
}
