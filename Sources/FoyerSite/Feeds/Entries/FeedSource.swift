/// What every document of a site's feeds says of where it comes from.
struct FeedSource: Sendable {
    let site: Site
    let baseURL: BaseURL
    let identity: FeedIdentity
    /// When the feeds were first written.
    private let begun: Moment
    /// Titles whose Simkl id another one of the library has too, all but the first of each.
    private let twins: Set<TitleID>

    /// Nil for a site that does not know its own address: what readers show stands on its own, so it needs absolute ones.
    init?(_ site: Site, _ memory: FeedMemory) {
        guard let baseURL = site.baseURL else { return nil }
        self.site = site
        self.baseURL = baseURL
        identity = memory.identity
        begun = memory.begun ?? Moment(secondsSince1970: 0)
        var seen: Set<Int> = []
        twins = Set(site.library.titles.lazy.map(\.id).filter { !seen.insert($0.simkl).inserted })
    }

    static var attribution: String { phrase("feed.rights", ["address": Feed.simkl]) }

    var author: String { site.author }
    var home: String { baseURL.address(of: .home) }
    var icon: String { baseURL.text + "assets/icon-192.png" }

    func address(of file: String) -> String { baseURL.text + file }

    /// The absolute address of an entry of the diary.
    func permalink(of entry: DiaryEntry) -> String { "\(baseURL.address(of: .diary(entry.day.month)))#\(entry.anchor)" }

    func title(of feed: EntryFeed) -> String { "\(feed.name) · \(site.name)" }

    func key(_ event: String..., of title: TitleID, slot: NewsSlot? = nil, _ after: String...) -> EntryKey {
        EntryKey(event, title, isTwin: twins.contains(title), slot: slot, after)
    }

    func key(of feed: EntryFeed) -> EntryKey { EntryKey(feed: feed.slug, site.library.edition) }

    /// What a document holds, how far back its archives go, and whose data it is.
    func description(_ document: EntryDocument) -> String {
        let feed = document.feed
        let days = site.library.days
        // An archive that is full does not change when another one goes.
        let oldest = document.archive == nil ? feed.oldest?.published : nil
        let reach = oldest.map { phrase("feed.goesBackTo", ["day": days.calendarDay(of: $0).words]) }
        return [feed.summary, reach, Feed.poweredBy].compactMap { $0 }.joined(separator: " ")
    }

    /// When anything in a document last changed: never the time of the build, nor of what other documents tell.
    func updated(_ document: EntryDocument) -> Moment { document.entries.map(\.updated).max() ?? begun }
}
