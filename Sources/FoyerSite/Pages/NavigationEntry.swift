/// The entries of the navigation, in their order. A kind of page says which of them lead to it; the others are not there.
enum NavigationEntry: CaseIterable, Hashable, Sendable {
    case home, upcoming
    case watching, plan
    case tv, anime, movies
    case diary, years, ratings, statistics
    case search, feeds, about

    /// One short word: a dozen of them share a row.
    var label: String {
        switch self {
        case .home: "Home"
        case .upcoming: "Upcoming"
        case .watching: "Watching"
        case .plan: "Plan"
        case .tv: "TV"
        case .anime: "Anime"
        case .movies: "Films"
        case .diary: "Diary"
        case .years: "Years"
        case .ratings: "Ratings"
        case .statistics: "Statistics"
        case .search: "Search"
        case .feeds: "Feeds"
        case .about: "About"
        }
    }
}

/// One entry of the navigation, as the layout writes it.
struct NavigationContext: TemplateContext {
    let label: String
    let address: Address
    let isCurrent: Bool

    static let place = Place.html
    static let summary = "A section of the site."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.label },
        .link("link", "Its page.") { $0.address },
        .flag("isCurrent", "Whether the page belongs to it.") { $0.isCurrent })

    static func all(_ layout: LayoutContext) -> [NavigationContext] {
        let paths = PageKinds.navigation
        return NavigationEntry.allCases.compactMap { entry in
            paths[entry].map { path in
                NavigationContext(label: entry.label, address: layout.links.to(path), isCurrent: layout.page.head.section == path)
            }
        }
    }
}
