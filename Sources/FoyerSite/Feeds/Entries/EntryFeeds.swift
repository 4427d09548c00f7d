/// The feeds of entries, each in Atom and as JSON Feed.
enum EntryFeeds {
    /// None for a site that does not know its own address.
    static func all(of site: Site) -> [Feed] {
        guard let source = FeedSource(site) else { return [] }
        var feeds = [NewEpisodes(source: source).feed, RecentlyWatched(source: source).feed, RecentRatings(source: source).feed]
        if site.remembersNews { feeds.append(WhatChanged(source: source).feed) }
        return feeds.flatMap { feed in feed.documents.flatMap { files(of: $0, source: source) } }
    }

    private static func files(of document: EntryDocument, source: FeedSource) -> [Feed] {
        let feed = document.feed
        let isListed = document.archive == nil
        let name = feed.name + (document.archive.map { ", archive \($0)" } ?? "")
        return [
            Feed(path: document.path(.atom), format: .atom, name: name, summary: feed.summary, isListed: isListed) {
                AtomText(document, source: source).text
            },
            Feed(path: document.path(.jsonFeed), format: .jsonFeed, name: name, summary: feed.summary, isListed: isListed) {
                JSONFeedText(document, source: source).text
            },
        ]
    }
}
