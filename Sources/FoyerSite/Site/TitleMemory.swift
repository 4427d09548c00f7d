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
        next.titles.reserveCapacity(library.titles.count)
        let folders = library.titles.map { SitePath(of: $0).folder }
        let current = Set(folders)
        for (title, folder) in zip(library.titles, folders) where next.titles[title.id.simkl] == nil {
            var entry = Entry(name: title.name, folder: folder)
            // Most have always been where they are.
            if let known = titles[title.id.simkl], known.folder != folder || !known.earlier.isEmpty {
                var seen = current
                let earlier = (known.earlier + [known.folder]).reversed().filter { seen.insert($0).inserted }.reversed()
                entry.earlier = Array(earlier.suffix(Self.mostEarlier))
            }
            next.titles[title.id.simkl] = entry
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
