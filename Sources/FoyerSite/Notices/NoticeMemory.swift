import Disk

/// What runs of `foyer notify` remember, below the state of builds: the news of an edition, and what each place was told of them.
///
/// Why the news are not those of builds: whoever is told things need not build, and may look more often, or less.
public struct NoticeMemory: Sendable {
    /// Where it is below the state.
    static let folder = "notify"

    private let files: StateFolder
    private let edition: Edition
    /// Nil where nothing is written.
    private let lock: FolderLock<StateError>?
    /// What is said of damaged files.
    public private(set) var notes: [Diagnostic] = []
    private var news = News()

    /// - Parameter isKept: whether anything may be written; then it is for one run at a time.
    /// - Throws: ``StateError/busy(path:)`` where another run is at it for longer than it is waited for.
    public init(_ state: StateFolder, _ edition: Edition, isKept: Bool) throws(StateError) {
        files = StateFolder("\(state.path)/\(Self.folder)")
        self.edition = edition
        lock = isKept ? try FolderLock(files.path, mode: 0o700) : nil
        news = try files.read("news-\(edition.rawValue).json", as: News.self, &notes) ?? News()
    }

    /// Takes note of a library; what is new in it stays new until each place has been told.
    mutating func see(_ library: Library, now: Moment) throws(StateError) -> News {
        news = news.after(library, now: now, extent: News.Extent(most: Self.mostNews))
        if lock != nil { try files.write(news, to: "news-\(edition.rawValue).json") }
        return news
    }

    private static let mostNews = 2000

    /// What a place was told; nil where it was never told anything.
    public mutating func told(to place: String) throws(StateError) -> ToldRecord? {
        try files.read(file(place), as: ToldRecord.self, &notes)
    }

    /// Puts on the disk what a place is told.
    public func keep(_ told: ToldRecord, for place: String) throws(StateError) {
        if lock != nil { try files.write(told, to: file(place)) }
    }

    private func file(_ place: String) -> String { "told-\(edition.rawValue)-\(place).json" }
}
