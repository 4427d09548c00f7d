/// Which titles an edition had when it was last built, and where their pages were.
struct TitleMemory: Remembered, Hashable {
    static let version = 1

    /// By Simkl id.
    private(set) var titles: [Int: Entry] = [:]

    struct Entry: Codable, Hashable, Sendable {
        var name: String
        /// The folder of its page, as in `tv/2090-the-walking-dead/`.
        var folder: String
        /// Where its page was before, the newest last.
        var earlier: [String] = []
    }

    private static let mostEarlier = 5

    init() {}

    /// What is known after a build that sees these titles.
    func after(_ library: Library) -> TitleMemory {
        var next = TitleMemory()
        let current = Set(library.titles.map { SitePath(of: $0).folder })
        for title in library.titles where next.titles[title.id.simkl] == nil {
            let folder = SitePath(of: title).folder
            var earlier = titles[title.id.simkl].map { $0.earlier + [$0.folder] } ?? []
            var seen = current
            earlier = earlier.reversed().filter { seen.insert($0).inserted }.reversed()
            next.titles[title.id.simkl] = Entry(
                name: title.name, folder: folder, earlier: Array(earlier.suffix(Self.mostEarlier)))
        }
        return next
    }

    /// Where pages of the titles of a library were, and are no more.
    func formerPages(of library: Library) -> [FormerPage] {
        library.titles.flatMap { title in
            (titles[title.id.simkl]?.earlier ?? []).map { FormerPage(title: title.id, path: SitePath($0)) }
        }
    }

    /// The names of titles that another memory lacks, in the order of the names.
    func names(missingIn other: TitleMemory) -> [String] {
        titles.filter { other.titles[$0.key] == nil }.map(\.value.name).sorted { ($0.sortKey, $0) < ($1.sortKey, $1) }
    }
}
