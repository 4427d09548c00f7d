/// Everything that is known of an account, as Simkl sends it: what the mirror's files hold, read.
public struct Account: Sendable {
    /// Entries of the library (`all-items`).
    public var items: [Wire.Item] = []
    /// Entries of the ratings list, in the same shape with fewer fields.
    public var ratings: [Wire.Item] = []
    public var activities: Wire.Activities?
    public var settings: Wire.Settings?
    public var stats: Wire.Stats?
    public var playback: [Wire.Playback] = []
    /// Airings of titles that stand in ``items`` or ``ratings``; the calendar files' other titles are not kept.
    public var airings: [Wire.Airing] = []
    /// The days that the calendar files tell everything of.
    public var calendars: Set<CalendarSpan> = []
    /// What begins in the weeks of the rolling calendar files, whoever's it is.
    public var premieres: [Wire.Premiere] = []
    /// What is trending at Simkl, in the order of the files.
    public var trending: [Wire.Listed] = []
    public var crowd: [Wire.Crowd] = []
    public var details: [Wire.Details] = []
    public var episodes: [EpisodeList] = []
    /// When the mirror was last in step with Simkl, in seconds since 1970; nil for files that were saved by hand.
    public var syncedAt: Int64?
    /// Why some of what Simkl has said is not believed yet, so that the mirror may be behind it; nil where all is.
    ///
    /// Until it is settled nothing may be concluded from what the account lacks or has.
    public var doubt: String?
    /// What had to be left out while reading, in the order of the files.
    public var issues: [ReadingIssue] = []

    public init() {}

    /// The catalogue's episodes of one title.
    public struct EpisodeList: Hashable, Sendable {
        public var bucket: Wire.Bucket
        /// The title's Simkl id.
        public var id: Int
        public var episodes: [Wire.CatalogEpisode]
        /// The names of those that the library has as watched; the others' only where they were asked for.
        public var names: [EpisodePlace: String]
        /// Pictures of those that it has as watched; the others' are never read.
        public var stills: [EpisodePlace: String]
    }

    /// Lets go of all that is about titles, which is almost all of it.
    public mutating func forgetTitles() {
        (items, ratings, airings, crowd, details, episodes) = ([], [], [], [], [], [])
    }

    /// Takes over what one of its files tells besides: the days that either knows are known.
    mutating func add(_ file: Account) {
        let days = calendars.union(file.calendars)
        self = joined(with: file)
        calendars = days
    }

    /// Both accounts' contents, for folders that hold an account in parts.
    public func joined(with other: Account) -> Account {
        var all = self
        all.items += other.items
        all.ratings += other.ratings
        all.activities = activities ?? other.activities
        all.settings = settings ?? other.settings
        all.stats = stats ?? other.stats
        all.playback += other.playback
        all.airings += other.airings
        // Each part has the airings of its own titles only, so a day is known whole where every part knows it.
        all.calendars.formIntersection(other.calendars)
        all.premieres += other.premieres
        all.trending += other.trending
        all.crowd += other.crowd
        all.details += other.details
        all.episodes += other.episodes
        all.syncedAt = [syncedAt, other.syncedAt].compactMap { $0 }.max()
        all.doubt = doubt ?? other.doubt
        all.issues += other.issues
        return all
    }
}
