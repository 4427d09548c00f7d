/// One page of a long list of titles: 60 of them.
struct TitlePart: Sendable {
    let titles: [Title]
    /// How many titles the whole list has.
    let total: Int
    /// This page, from 1, and how many there are.
    let number: Int
    let count: Int

    private static let size = 60

    /// Every page of a list; one without titles has one page.
    static func all(of titles: [Title]) -> [TitlePart] {
        let count = max(1, (titles.count + size - 1) / size)
        return (1...count).map { number in
            TitlePart(
                titles: Array(titles.dropFirst((number - 1) * size).prefix(size)), total: titles.count, number: number,
                count: count)
        }
    }

    /// All that a page of them shows.
    func inputs(in library: Library) -> [Input] {
        [.titles(titles.compactMap { library.position(of: $0.id) }), .value("\(number) of \(count), \(total)")]
    }

    var isPaged: Bool { count > 1 }

    /// Where this page of a list is that begins at `first`.
    func path(after first: SitePath) -> SitePath { Self.path(number, after: first) }

    /// The page so many further on; nil where there is none.
    func neighbour(_ step: Int, after first: SitePath, _ links: Links) -> Address? {
        (1...count).contains(number + step) ? links.to(Self.path(number + step, after: first)) : nil
    }

    /// The pages to go to by their numbers: the first, the last, and those around this one.
    func numbers(after first: SitePath, _ links: Links) -> [PageNumberContext] {
        let shown = Set([1, count]).union(number - 2...number + 2).filter((1...count).contains).sorted()
        return zip(shown, [0] + shown).map { shown, before in
            PageNumberContext(
                number: shown, link: shown == number ? nil : links.to(Self.path(shown, after: first)),
                isBehindGap: shown > before + 1)
        }
    }

    private static func path(_ number: Int, after first: SitePath) -> SitePath {
        number == 1 ? first : SitePath(first.folder, name: "page-\(number)")
    }
}

/// A page of a long list, as its other pages lead to it.
struct PageNumberContext: TemplateContext {
    let number: Int
    let link: Address?
    let isBehindGap: Bool

    static let summary = "A page of a long list, by its number."
    static let fields = Fields<Self>(
        .text("number", "Its number.") { String($0.number) },
        .link("link", "Where it is; nothing for the page itself.") { $0.link },
        .flag("isBehindGap", "Whether pages between it and the one before are left out here.") { $0.isBehindGap })
}

extension Library {
    /// By kind, and within it by name.
    var titlesByName: [Title] {
        titles.sorted { ($0.id.kind, $0.sortKey, $0.id) < ($1.id.kind, $1.sortKey, $1.id) }
    }
}
