/// A page that the navigation leads to. A kind of page says which of them are its own; the others are not there.
enum NavigationEntry: Hashable, Sendable {
    case home, upcoming
    case library, tonight, discover
    case diary, years, ratings, statistics
    case search, feeds, about

    var label: String {
        switch self {
        case .home: phrase("navigation.home")
        case .upcoming: phrase("navigation.upcoming")
        case .library: phrase("navigation.library")
        case .tonight: phrase("navigation.tonight")
        case .discover: phrase("navigation.discover")
        case .diary: phrase("navigation.diary")
        case .years: phrase("navigation.years")
        case .ratings: phrase("navigation.ratings")
        case .statistics: phrase("navigation.statistics")
        case .search: phrase("navigation.search")
        case .feeds: phrase("navigation.feeds")
        case .about: phrase("navigation.about")
        }
    }

    /// Its page, for those that there is one for.
    fileprivate var path: SitePath? { PageKinds.navigation[self] }
}

/// What the masthead offers: a page, or a few of them under one name.
private enum Door: CaseIterable {
    case home, library, diary, upcoming, numbers

    var label: String {
        switch self {
        case .home: NavigationEntry.home.label
        case .library: NavigationEntry.library.label
        case .diary: NavigationEntry.diary.label
        case .upcoming: NavigationEntry.upcoming.label
        case .numbers: phrase("navigation.numbers")
        }
    }

    var entries: [NavigationEntry] {
        switch self {
        case .home: [.home]
        case .library: [.library]
        case .diary: [.diary]
        case .upcoming: [.upcoming, .tonight, .discover]
        case .numbers: [.years, .ratings, .statistics]
        }
    }
}

/// One of the few entries of the masthead, as the layout writes it.
struct DoorContext: TemplateContext {
    let label: String
    let entries: [NavigationContext]

    static let place = Place.html
    static let summary = "A part of the site."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.label },
        .flag("isCurrent", "Whether the page belongs to it.") { $0.entries.contains { $0.isCurrent } },
        .link("link", "Its page, where it has one page alone.") { $0.entries.count == 1 ? $0.entries.first?.address : nil },
        .list("entries", "Its pages.") { $0.entries })

    static func all(_ layout: LayoutContext) -> [DoorContext] {
        Door.allCases.map { door in
            DoorContext(label: door.label, entries: NavigationContext.all(door.entries, layout))
        }
    }
}

/// A link to a page of the site, as the layout writes it.
struct NavigationContext: TemplateContext {
    let label: String
    let address: Address
    let isCurrent: Bool

    static let place = Place.html
    static let summary = "A page of the site that every page leads to."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.label },
        .link("link", "Its page.") { $0.address },
        .flag("isCurrent", "Whether the page belongs to it.") { $0.isCurrent })

    static func all(_ entries: [NavigationEntry], _ layout: LayoutContext) -> [NavigationContext] {
        entries.compactMap { entry in
            if entry == .discover, layout.site.trending == nil { return nil }
            return entry.path.map { path in
                NavigationContext(label: entry.label, address: layout.links.to(path), isCurrent: layout.page.head.section == path)
            }
        }
    }
}
