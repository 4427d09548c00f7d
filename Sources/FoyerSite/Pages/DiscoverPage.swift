/// What is trending on Simkl and not in the library; only where the owner wants it.
enum DiscoverPage: PageKind {
    static let template = "discover"
    static let path = SitePath("discover/")
    static let navigation: [NavigationEntry: SitePath] = [.discover: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        guard let trending = site.trending else { return [] }
        let head = PageHead(title: phrase("discover.heading"), description: phrase("discover.description"), section: path)
        let faces = LibraryFingerprints.fingerprint { $0.feed(trending) { $0.feed(face: $1) } }
        return [page(path, head: head, inputs: [.library, .values(faces)]) { DiscoverContext(trending, on: site, links: $0) }]
    }

    typealias Context = DiscoverContext
}

/// What `pages/discover.md` is rendered with.
struct DiscoverContext: TemplateContext {
    let discoveries: Discoveries
    let links: Links

    /// How many titles of each kind.
    private static let most = 12

    init(_ trending: [Title], on site: Site, links: Links) {
        discoveries = Discoveries(trending, beside: site.library, most: Self.most)
        self.links = links
    }

    static let summary = "What is trending on Simkl and not in the library."
    static let fields = Fields<Self>(
        .flag("isEmpty", "Whether there is nothing.") { $0.discoveries.kinds.isEmpty },
        .list("kinds", "The kinds of which there is something.") { context in
            context.discoveries.kinds.map { kind, found in
                DiscoveredKindContext(kind: kind, found: found, taste: context.discoveries.taste, links: context.links)
            }
        })
}

/// What is trending of one kind.
struct DiscoveredKindContext: TemplateContext {
    let kind: MediaKind
    let found: [Discoveries.Found]
    let taste: Taste
    let links: Links

    static let summary = "What is trending on Simkl of one kind."
    static let fields = Fields<Self>(
        .text("name", "The kind, as in `TV shows`.") { $0.kind.plural },
        .link("mostWatched", "Simkl's own list of what is watched most.") { SimklAddress.mostWatched($0.kind) },
        .list("titles", "The titles, what promises most first; at most 12.") { context in
            context.found.map { DiscoveredTitleContext(found: $0, taste: context.taste, links: context.links) }
        })
}

/// A title that is trending on Simkl and not in the library.
struct DiscoveredTitleContext: TemplateContext {
    let found: Discoveries.Found
    let taste: Taste
    let links: Links

    static let summary = "A title that is trending on Simkl and not in the library."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.found.title.name },
        .text("year", "The year it came out.") { $0.found.title.year.map(String.init) },
        .link("link", "Its page on Simkl.") { SimklAddress.item($0.found.title) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.found.title.poster, $0.links) },
        .text("reason", "Why it is offered, in words; nothing where nothing speaks for it.") { context in
            context.found.expectation.reasons(context.taste).joined(separator: " · ")
        })
}
