/// What begins, or comes back, and is on none of the owner's lists.
struct PremiereContext: TemplateContext {
    let found: Discoveries.Found
    let taste: Taste
    let airing: Airing
    let site: Site
    let links: Links

    /// Of each kind.
    static let most = 6
    /// How far it is looked ahead: the calendars go not much further.
    private static let days = 28

    /// By day; of more than are shown those that the owner's ratings promise most of. Empty where they are not told.
    static func all(on site: Site, links: Links) -> [PremiereContext] {
        var first: [TitleID: Airing] = [:]
        let last = site.today.adding(days: days)
        for title in site.library.premieres {
            first[title.id] = title.airings.first { site.isToCome($0) && $0.time.day(site.library.days) < last }
        }
        let coming = site.library.premieres.filter { first[$0.id] != nil }
        guard !coming.isEmpty else { return [] }
        let discoveries = Discoveries(coming, beside: site.library, most: most)
        let chosen = discoveries.kinds.flatMap(\.titles).compactMap { found in
            first[found.title.id].map {
                PremiereContext(found: found, taste: discoveries.taste, airing: $0, site: site, links: links)
            }
        }
        return chosen.sorted { left, right in
            (left.day, left.found.title.sortKey, left.found.title.id) < (
                right.day, right.found.title.sortKey, right.found.title.id
            )
        }
    }

    static let summary = "What begins, or comes back, and is on none of the owner's lists."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.found.title.name },
        .link("link", "Its page on Simkl.") { SimklAddress.item($0.found.title) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.found.title.poster, $0.links) },
        .time("day", "The day, as in `27 Nov 2026`.") { TimeText($0.day.shortWords, of: $0.day) },
        .text("mark", "`series premiere`, `season premiere`, `premiere`, or `release` of a film.") {
            Drop($0.airing).marks(of: $0.found.title)
        },
        .text("known", "What it is known for: genres, network, what of it the owner likes, Simkl's rating.") { $0.known })

    private var day: CalendarDay { airing.time.day(site.library.days) }

    private var known: String {
        let genres = found.title.genres.prefix(3).map(genreName).joined(separator: ", ")
        let parts = [genres, found.title.details?.network ?? ""] + found.expectation.reasons(taste)
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
