import Foundation
import Testing

@testable import FoyerSite

extension Site {
    /// A site that is planned from an account, as far as its feeds go.
    static func planned(
        _ account: AccountFiles, now: String = "2026-11-20T12:00:00Z", edition: Edition = .public, hidden: Set<Int> = [],
        zone: String = "Europe/Stockholm", base: String? = "https://foyer.example/me/watch/", earlier: News? = nil,
        feeds: FeedMemory? = nil
    ) throws -> PlannedFeeds {
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let library = try account.merged(options, for: Audience(edition, hiddenTitles: hidden)).library
        let now = try moment(now)
        let memory = feeds ?? FeedMemory(FeedIdentity(owner: "account 7"))
        let site = Site(
            library: library, name: "Foyer", words: .english, baseURL: base.flatMap(BaseURL.init), now: now,
            news: (earlier ?? News()).after(library, now: now, extent: News.Extent(memory)), remembersNews: true)
        return PlannedFeeds(site: site, feeds: EntryFeeds(site, remembered: memory).feeds + DataFiles.all(of: site))
    }
}

/// A site, and what can be subscribed to.
struct PlannedFeeds {
    let site: Site
    var feeds: [Feed]

    /// The text of one of its feeds.
    func feed(_ path: String) throws -> String { try #require(feeds.first { $0.path == path }, "\(path)").text() }

    /// A feed's items, of its JSON.
    func items(_ path: String) throws -> [[String: Any]] {
        let feed = try JSONSerialization.jsonObject(with: Data(try feed(path).utf8)) as? [String: Any]
        return try #require(feed?["items"] as? [[String: Any]])
    }
}
