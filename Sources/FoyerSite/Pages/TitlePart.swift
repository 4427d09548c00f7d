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
    /// `12 titles`, of the whole list.
    var totalWords: String { counted(total, "title", "titles") }
    /// `, page 2 of 3`; nothing where there is but one.
    var turn: String { isPaged ? ", page \(number) of \(count)" : "" }

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
        titles.map { ($0, $0.sortKey) }.sorted { ($0.0.id.kind, $0.1, $0.0.id) < ($1.0.id.kind, $1.1, $1.0.id) }.map(\.0)
    }
}
