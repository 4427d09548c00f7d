/// A year that is over, as it was when it was sealed: what its review is made from, whatever the account says later.
///
/// Shape: of every title, hidden ones too: what an edition may show is decided each time that a page is made.
struct SealedYear: Hashable, Sendable, Codable {
    let year: Int
    let sealedOn: CalendarDay
    let plays: ReviewPlays
    /// Every title that the year has anything of, by kind and id.
    let titles: [SealedTitle]

    init(_ year: Int, of library: Library, on day: CalendarDay) {
        self.year = year
        sealedOn = day
        plays = library.reviewPlays(in: .year(year), today: day)
        let named = Set(plays.titles.map(\.id)).union(plays.waitedAtStart).union(plays.waitsAtEnd)
        titles = library.titles.indices.compactMap { position in
            let sealed = SealedTitle(at: position, of: library, in: year)
            return named.contains(sealed.id) || !sealed.bulk.isEmpty || !sealed.airStamped.isEmpty ? sealed : nil
        }
    }

    private init(_ year: SealedYear, plays: ReviewPlays, titles: [SealedTitle]) {
        self.year = year.year
        sealedOn = year.sealedOn
        self.plays = plays
        self.titles = titles
    }

    /// What of it may be shown where some titles are hidden.
    ///
    /// - Parameter hidden: Simkl ids.
    func hiding(_ hidden: Set<Int>) -> SealedYear {
        guard titles.contains(where: { hidden.contains($0.id.simkl) }) else { return self }
        let shown = titles.filter { !hidden.contains($0.id.simkl) }
        func isShown(_ id: TitleID) -> Bool { !hidden.contains(id.simkl) }
        let plays = plays.with(
            plays.plays.filter { isShown($0.title) }, plays.titles.filter { isShown($0.id) },
            waiting: (plays.waitedAtStart.filter(isShown), plays.waitsAtEnd.filter(isShown)),
            stamps: shown.map { ($0.bulk.values.reduce(0, +), $0.airStamped.values.reduce(0, +)) })
        return SealedYear(self, plays: plays, titles: shown)
    }
}

extension ReviewPlays {
    /// Other plays and titles, by the same rule for days.
    func with(
        _ plays: [ReviewPlay], _ titles: [ReviewTitle], waiting: (start: [TitleID], end: [TitleID]),
        stamps: [(bulk: Int, airStamped: Int)]
    ) -> ReviewPlays {
        ReviewPlays(
            zone: zone, rolloverHour: rolloverHour, plays: plays, titles: titles, waitedAtStart: waiting.start,
            waitsAtEnd: waiting.end, bulk: stamps.reduce(0) { $0 + $1.bulk },
            airStamped: stamps.reduce(0) { $0 + $1.airStamped })
    }
}
