/// What the owner decides about the site. Every value is optional: `foyer.yaml` gives some, the command line others.
public struct Configuration: Hashable, Sendable {
    /// The site's name.
    public var title: String?
    public var baseURL: BaseURL?
    /// An IANA name.
    public var timeZone: String?
    /// Hours after midnight that still belong to the evening before, 0 to 23.
    public var rolloverHour: Int?
    /// The pages' language, as BCP 47 writes it.
    public var language: String?
    /// In which names of titles are.
    public var titleLanguage: TitleLanguage?
    /// ISO 3166-1 alpha-2, in capitals.
    public var country: String?
    public var edition: Edition?
    /// Simkl ids.
    public var hiddenTitles: Set<Int> = []
    public var spoilers: Spoilers?
    /// Which robots may read the public edition.
    public var robots: Robots?
    public var calendars = CalendarSettings()
    public var notify = NotifySettings()
    /// Simkl ids of titles that the reviews of years and months leave out.
    public var unreviewedTitles: Set<Int> = []

    /// What is pinned to the front page.
    public var favourites: [Favourite] = []
    public var goals = Goals()

    /// Whether each page's Markdown is published beside it.
    public var hasMarkdown = true
    /// The forms of the library that are published beside the pages, each once.
    public var exports: [LibraryExport] = []
    /// Whether there is a page of what is trending at Simkl and not in the library.
    public var discovers = false
    /// Whether the page of what comes tells of premieres outside the library; nil where the edition decides.
    public var premieres: Bool?
    public var openWeb = OpenWebSettings()

    public init() {}

    /// Whom the site is for.
    public var audience: Audience {
        Audience(
            edition ?? .public, hiddenTitles: hiddenTitles, spoilers: spoilers ?? .none, discovers: discovers,
            premieres: premieres)
    }

    /// Whether episodes that were not watched are named.
    public var tellsAllEpisodeNames: Bool { audience.spoilers == .names }

    /// - Parameter file: what errors call the file that it was read from.
    /// - Throws: ``ConfigurationError`` where what was said in different places does not go together.
    public func check(file: String) throws(ConfigurationError) {
        guard audience.edition == .public, let obstacle = openWeb.obstacle(at: baseURL) else { return }
        throw ConfigurationError(file: file, line: nil, column: nil, problem: .contradiction(key: "fediverse", obstacle))
    }

    /// What the merge needs of it.
    public var mergeOptions: LibraryMerger.Options {
        var options = LibraryMerger.Options()
        options.timeZone = timeZone
        options.rolloverHour = rolloverHour ?? options.rolloverHour
        options.country = country ?? options.country
        options.hiddenTitles = hiddenTitles
        options.titleLanguage = titleLanguage ?? options.titleLanguage
        return options
    }
}
