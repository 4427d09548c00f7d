/// What is trending and not in the library, by what its owner's ratings lead to expect.
struct Discoveries: Sendable {
    /// The most promising of each kind first; a kind without any is absent.
    let kinds: [(kind: MediaKind, titles: [Found])]
    let taste: Taste

    struct Found: Sendable {
        let title: Title
        let expectation: Taste.Expectation
    }

    /// How many of each kind.
    static let most = 12

    init(_ trending: [Title], beside library: Library) {
        let taste = Taste(library.titles)
        self.taste = taste
        let found = trending.filter { library.current($0.id) == nil }.map { title in
            Found(title: title, expectation: taste.expectation(of: title))
        }.sorted { left, right in
            (right.expectation.value, left.title.sortKey, left.title.id)
                < (left.expectation.value, right.title.sortKey, right.title.id)
        }
        kinds = MediaKind.allCases.map { kind in (kind, Array(found.filter { $0.title.id.kind == kind }.prefix(Self.most))) }
            .filter { !$0.1.isEmpty }
    }
}
