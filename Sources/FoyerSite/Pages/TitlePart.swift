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

    /// Each title's place by name alone, whatever its kind, from 1.
    var placesByName: [TitleID: Int] {
        let sorted = titles.sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }
        return Dictionary(sorted.enumerated().map { ($0.element.id, $0.offset + 1) }) { first, _ in first }
    }

    /// Where this page of a list is that begins at `first`.
    func path(after first: SitePath) -> SitePath { Self.path(number, after: first) }

    /// The page so many further on; nil where there is none.
    func neighbour(_ step: Int, after first: SitePath, _ links: Links) -> Address? {
        (1...count).contains(number + step) ? links.to(Self.path(number + step, after: first)) : nil
    }

    private static func path(_ number: Int, after first: SitePath) -> SitePath {
        number == 1 ? first : SitePath(first.folder, name: "page-\(number)")
    }
}

extension Library {
    /// By kind, and within it by name.
    var titlesByName: [Title] {
        titles.sorted { ($0.id.kind, $0.sortKey, $0.id) < ($1.id.kind, $1.sortKey, $1.id) }
    }
}
