/// The sealed years that an edition shows, and the titles that they name and the library no longer has.
struct SealedReviews: Sendable {
    /// A year of which nothing may be shown is absent.
    private(set) var years: [Int: SealedYear] = [:]
    private var plays: [CalendarMonth: ReviewPlays] = [:]
    /// The library with those titles beside its own, without anything of the owner's; nil where none has left.
    private(set) var library: Library?
    /// Titles that have left, by the year that still tells of them.
    private(set) var left: [Int: [Title]] = [:]

    init() {}

    init(_ years: some Sequence<SealedYear>, of library: Library, for audience: Audience) {
        var former: [TitleID: Title] = [:]
        for year in years.map({ $0.told(to: audience) }).sorted(by: { $0.year < $1.year }) {
            let months = year.months
            guard months.values.contains(where: { !$0.titles.isEmpty }) else { continue }
            self.years[year.year] = year
            plays.merge(months) { first, _ in first }
            // By the name that the newest year knows.
            let titles = year.namedTitles
            for title in titles where library.title(title.id) == nil { former[title.id] = title }
            let left = library.lacking(titles)
            if !left.isEmpty { self.left[year.year] = left }
        }
        if !former.isEmpty { self.library = library.recalling(Array(former.values)) }
    }

    func plays(in period: Period) -> ReviewPlays? {
        switch period {
        case .allTime: nil
        case .year(let year): years[year]?.plays
        case .month(let month): plays[month]
        }
    }

    /// The day on which a period was sealed.
    func sealedOn(_ period: Period) -> CalendarDay? { period.days.flatMap { years[$0.lowerBound.year]?.sealedOn } }

    func contains(_ month: CalendarMonth) -> Bool { years[month.year] != nil }

    /// Of all its years, those with a play or a rating.
    var months: [CalendarMonth] { plays.filter { !$0.value.titles.isEmpty }.map(\.key) }
}

extension Library {
    /// The library with titles that have left it.
    fileprivate func recalling(_ former: [Title]) -> Library {
        Library(
            edition: edition, owner: owner, days: days, country: country, syncedAt: syncedAt, titles: titles + former,
            paused: paused, accountStatistics: accountStatistics)
    }
}
