/// One of the ratings from 1 to 10.
struct RatingValueContext: TemplateContext {
    let value: Int
    let link: Address?

    static let summary = "One of the ratings from 1 to 10."
    static let fields = Fields<Self>(
        .text("value", "The rating.") { String($0.value) },
        .link("link", "Its page; nothing where this is its page.") { $0.link })
}

/// The ratings of some of the titles.
struct RatingGroupContext: TemplateContext {
    let name: String
    let averages: RatingAverages

    static let summary = "The ratings of some of the titles."
    static let fields = Fields<Self>(
        .text("name", "What the titles have in common.") { $0.name },
        .count("count", "How many they are.") { $0.averages.count },
        .text("median", "The middle of their ratings.") { $0.averages.medianText },
        .text("mean", "The mean of their ratings.") { $0.averages.meanText })

    /// One for each key that titles have, in the keys' order.
    static func all<Key: Hashable & Comparable>(
        _ titles: [Title], by key: (Title) -> Key, name: (Key) -> String
    ) -> [RatingGroupContext] {
        Dictionary(grouping: titles, by: key).sorted { $0.key < $1.key }.map { key, titles in
            RatingGroupContext(name: name(key), averages: RatingAverages(titles.compactMap(\.rating?.value)))
        }
    }
}

/// A title that the owner sees otherwise than most.
struct CrowdGapContext: TemplateContext {
    let pair: CrowdComparison.Pair
    let site: Site
    let links: Links

    init(_ pair: CrowdComparison.Pair, site: Site, links: Links) {
        self.pair = pair
        self.site = site
        self.links = links
    }

    static let summary = "A title that I see otherwise than most."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.pair.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.pair.title)) },
        .text("own", "My rating, 1 to 10.") { String($0.pair.own) },
        .text("crowd", "Simkl's rating, as in `8.4`.") { $0.pair.crowd.average.oneDecimal },
        .count("votes", "How many votes that stands on.") { $0.pair.votes },
        .text("difference", "How much higher mine is, as in `+0.6`.") { signed(tenths: $0.pair.tenths) },
        .text("imdb", "IMDb's rating; `–` where it is not known.") { $0.pair.title.crowd.imdb?.average.oneDecimal ?? "–" },
        .text("mal", "MyAnimeList's rating; `–` where it is not known.") { $0.pair.title.crowd.mal?.average.oneDecimal ?? "–" })
}
