/// What every document of a site's feeds says of where it comes from.
struct FeedSource: Sendable {
    let site: Site
    let baseURL: BaseURL

    /// Nil for a site that does not know its own address: what readers show stands on its own, so it needs absolute ones.
    init?(_ site: Site) {
        guard let baseURL = site.baseURL else { return nil }
        self.site = site
        self.baseURL = baseURL
    }

    static let attribution = "Titles, dates and pictures are from Simkl, https://simkl.com/"

    var author: String { site.library.owner.name ?? site.name }
    var home: String { baseURL.address(of: .home) }
    var icon: String { baseURL.text + "assets/icon-192.png" }

    func address(of file: String) -> String { baseURL.text + file }

    func title(of feed: EntryFeed) -> String { "\(feed.name) · \(site.name)" }

    func id(_ key: String...) -> EntryID { EntryID(of: site.library.owner, key.joined(separator: "\u{1F}")) }

    /// Not that of an entry, and another for each audience: what they may see differs.
    func id(of feed: EntryFeed) -> EntryID { id("feed", feed.slug, site.library.edition.rawValue) }

    /// What a document holds, how far back its archives go, and whose data it is.
    func description(_ document: EntryDocument) -> String {
        let feed = document.feed
        let days = site.library.days
        // An archive that is full does not change when another one goes.
        let oldest = document.archive == nil && feed.isCut ? feed.entries.first?.published : nil
        let reach = oldest.map { " It goes back to \(days.calendarDay(of: $0).words)." } ?? ""
        return "\(feed.summary)\(reach) Powered by Simkl, https://simkl.com/"
    }

    /// When anything in a document last changed: never the time of the build.
    func updated(_ document: EntryDocument) -> Moment {
        document.entries.map(\.updated).max() ?? site.library.dataMoment.map(stamp) ?? Moment(secondsSince1970: 0)
    }

    /// An instant of the owner's life, as far as the audience may know it: where it may not see the time of day, the day's beginning.
    func stamp(_ moment: Moment) -> Moment {
        let library = site.library
        return library.edition.showsClockTimes ? moment : library.days.firstMoment(of: library.days.day(of: moment))
    }
}
