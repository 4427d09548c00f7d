/// Titles of Simkl's lists that are not in the library, by what its owner's ratings lead to expect.
struct Discoveries: Sendable {
    /// The most promising of each kind first; a kind without any is absent.
    let kinds: [(kind: MediaKind, titles: [Found])]
    let taste: Taste

    struct Found: Sendable {
        let title: Title
        let expectation: Taste.Expectation
    }

    /// - Parameter most: how many of each kind.
    init(_ listed: [Title], beside library: Library, most: Int) {
        let taste = Taste(library.titles)
        self.taste = taste
        let found = library.lacking(listed).map { title in
            Found(title: title, expectation: taste.expectation(of: title))
        }.sorted { left, right in
            (right.expectation.value, left.title.sortKey, left.title.id)
                < (left.expectation.value, right.title.sortKey, right.title.id)
        }
        kinds = MediaKind.allCases.map { kind in (kind, Array(found.filter { $0.title.id.kind == kind }.prefix(most))) }
            .filter { !$0.1.isEmpty }
    }
}
