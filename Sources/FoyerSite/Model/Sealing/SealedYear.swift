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
        let named = Set(plays.plays.map(\.title)).union(plays.titles.map(\.id))
        titles = library.titles.compactMap { title in
            let sealed = SealedTitle(title, stampsIn: year, days: library.days)
            return named.contains(title.id) || sealed.bulk + sealed.airStamped > 0 ? sealed : nil
        }
    }

    /// What of it may be shown where some titles are hidden.
    ///
    /// - Parameter hidden: Simkl ids.
    func plays(hiding hidden: Set<Int>) -> ReviewPlays {
        let shown = titles.filter { !hidden.contains($0.id.simkl) }
        return ReviewPlays(
            zone: plays.zone, rolloverHour: plays.rolloverHour, plays: plays.plays.filter { !hidden.contains($0.title.simkl) },
            titles: plays.titles.filter { !hidden.contains($0.id.simkl) }, bulk: shown.reduce(0) { $0 + $1.bulk },
            airStamped: shown.reduce(0) { $0 + $1.airStamped })
    }
}

/// A title as it was called when a year was sealed: it may have left the library since.
struct SealedTitle: Hashable, Sendable, Codable {
    let id: TitleID
    let name: String
    let year: Int?
    let slug: String?
    /// Such as `24/24273cee77f9d9f`.
    let poster: String?
    /// Its plays whose date lies in the year and is not believed: kept by title, since a hidden title's are not to be counted.
    let bulk: Int
    let airStamped: Int

    fileprivate init(_ title: Title, stampsIn year: Int, days: DayRule) {
        id = title.id
        name = title.name
        self.year = title.year
        slug = title.slug
        poster = title.poster?.path
        var stamps = (bulk: 0, airStamped: 0)
        for play in title.plays {
            switch play.time {
            case .bulk(let moment) where days.day(of: moment).year == year: stamps.bulk += 1
            case .airStamped(let moment) where days.day(of: moment).year == year: stamps.airStamped += 1
            default: break
            }
        }
        (bulk, airStamped) = stamps
    }

    /// The title without anything of the owner's.
    var title: Title {
        var title = Title(id: id, name: name)
        title.year = year
        title.slug = slug
        title.poster = poster.flatMap { ImagePath($0) }
        return title
    }
}
