/// What the owner thought of it all: how the ratings are spread, and where they differ from everyone's.
enum RatingsPage: PageKind {
    static let template = "ratings"
    static let stylesheets = ["ratings.css"]
    static let hasChapters = true
    static var navigation: [NavigationEntry: SitePath] { [.ratings: path] }
    static let path = SitePath("ratings/")

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.ratings"), description: phrase("rating.allDescription"), section: path)
        return [page(path, head: head, inputs: [.library]) { RatingsContext(site: site, links: $0) }]
    }

    typealias Context = RatingsContext
}

/// What `pages/ratings.md` is rendered with.
struct RatingsContext: TemplateContext {
    let site: Site
    let links: Links
    private let rated: [Title]
    private let averages: RatingAverages
    private let comparison: CrowdComparison

    init(site: Site, links: Links) {
        self.site = site
        self.links = links
        rated = site.library.titles.filter { $0.rating != nil }
        averages = RatingAverages(rated.compactMap(\.rating?.value))
        comparison = CrowdComparison(rated)
    }

    static let summary = "The ratings as a whole."
    static let fields = Fields<Self>(
        .flag("isEmpty", "Whether nothing is rated.") { $0.rated.isEmpty },
        .flag("isFew", "Whether too few are rated to tell more than their numbers.") { $0.isFew },
        .text("fewest", "How many ratings are enough.") { _ in String(Sample.smallest) },
        .flag("isGrouped", "Whether they are told by anything that they have in common.") { $0.isGrouped },
        .list("numbers", "How many, their median and their mean.") { $0.numbers },
        .chart("distribution", "How many titles have each rating, from 1 to 10.") { $0.distribution },
        .list("values", "The ratings that titles have, 10 first.") { $0.values },
        .list("top", "The best rated titles, among equals the last rated first; at most 12.") { $0.top },
        .list("kinds", "The ratings by kind; here and below nothing where all have one in common.") { $0.telling($0.kinds) },
        .list("decades", "The ratings by decade of release.") { $0.telling($0.decades) },
        .list("genres", "The ratings by genre, the best mean first; those with five ratings or more, at most 12.") {
            $0.telling($0.genres)
        },
        .list("years", "The ratings by the year in which they were given.") { $0.telling($0.years) },
        .text("crowdSentence", "How the ratings compare with those of Simkl's viewers, and what was left out.") {
            $0.comparison.sentence
        },
        .chart("higher", "Where I rate most above Simkl's viewers; at most 10.") { $0.gaps($0.comparison.higher) },
        .chart("lower", "Where I rate most below Simkl's viewers; at most 10.") { $0.gaps($0.comparison.lower) },
        .chart("groupGaps", "My means beside those of Simkl's viewers, by kind and decade; nothing of fewer than five titles.") {
            $0.groupGaps
        },
        .chart("genreGaps", "The same by genre: the 12 with the most titles.") { $0.genreGaps })

    private func gaps(_ pairs: [CrowdComparison.Pair]) -> GapChart? {
        GapChart(pairs, limit: 10, withOtherServices: true, address: { links.to(site.path(of: $0)) }) {
            Picture.poster($0.poster, links)
        }
    }

    private var groupGaps: GapChart? {
        let kinds = comparison.groups(by: { [$0.id.kind] }, name: \.plural)
        let decades = comparison.groups(by: { [$0.decade].compactMap { $0 } }, name: decadeName)
        return GapChart(kinds + decades, by: phrase("rating.kindOrDecade"))
    }

    private var genreGaps: GapChart? {
        let genres = comparison.groups(by: \.genres, name: genreName)
        let most = genres.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(Self.mostGenres)
        return GapChart(most.sorted { ($1.tenths, $0.name) < ($0.tenths, $1.name) }, by: phrase("review.genre"))
    }

    private static let mostGenres = 12

    private func decadeName(_ decade: Int) -> String { phrase("label.decade", ["year": String(decade)]) }

    /// Fewer are neither averaged nor ranked.
    private var isFew: Bool { rated.count < Sample.smallest }

    private var isGrouped: Bool { [kinds, decades, genres, years].contains { $0.count > 1 } }

    /// What all have in common tells nothing that the numbers above do not.
    private func telling(_ groups: [RatingGroupContext]) -> [RatingGroupContext] { groups.count > 1 ? groups : [] }

    private var numbers: [FactContext] {
        [
            FactContext(phrase("rating.rated"), phrase("count.titles", count: averages.count)),
            FactContext(phrase("label.median"), averages.medianText), FactContext(phrase("label.mean"), averages.meanText),
        ]
    }

    private var distribution: SeriesChart {
        let counts = site.library.statistics.ratings
        return .ratings(counts, averages) { links.to(RatingPages.path($0)) }
    }

    private var values: [RatingValueContext] {
        (1...10).reversed().filter { site.library.statistics.ratings[$0] ?? 0 > 0 }.map {
            RatingValueContext(value: $0, link: links.to(RatingPages.path($0)))
        }
    }

    private var top: [TitleCardContext] {
        let titles = rated.newestFirst { $0.rating?.ratedAt?.order }.enumerated()
        return titles.sorted { left, right in
            (right.element.rating?.value ?? 0, left.offset) < (left.element.rating?.value ?? 0, right.offset)
        }
        .prefix(12).map { _, title in
            let year = title.year.map { " · \($0)" } ?? ""
            return TitleCardContext(
                title: title, site: site, links: links, remark: title.rating.map { stars($0.value) + year } ?? "")
        }
    }

    private var kinds: [RatingGroupContext] {
        RatingGroupContext.all(rated, by: { [$0.id.kind] }) { $0.plural }
    }

    private var decades: [RatingGroupContext] {
        RatingGroupContext.all(rated, by: { [$0.year.map { $0 / 10 * 10 } ?? .max] }) {
            $0 == .max ? phrase("rating.yearUnknown") : decadeName($0)
        }
    }

    private var genres: [RatingGroupContext] {
        let known = RatingGroupContext.all(rated, by: \.genres, name: genreName).filter { $0.averages.count >= Sample.smallest }
        return Array(known.sorted { ($1.averages.mean ?? 0, $0.name) < ($0.averages.mean ?? 0, $1.name) }.prefix(Self.mostGenres))
    }

    private var years: [RatingGroupContext] {
        let days = site.library.days
        return RatingGroupContext.all(rated, by: { [$0.rating?.day(days)?.year ?? .max] }) {
            $0 == .max ? phrase("rating.dayUnknown") : String($0)
        }
    }
}
