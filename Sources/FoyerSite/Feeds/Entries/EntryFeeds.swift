import Disk

/// The feeds of entries, each in Atom and as JSON Feed, and what is to be remembered of them.
struct EntryFeeds: Sendable {
    /// None for a site that does not know its own address.
    private(set) var feeds: [Feed] = []
    private(set) var memory: FeedMemory

    /// - Parameter remembered: what the build before left.
    init(_ site: Site, remembered: FeedMemory) {
        memory = remembered
        memory.rate(site.library)
        memory.begin(site)
        guard let source = FeedSource(site, memory) else { return }
        var all = [
            NewEpisodes(source: source, known: memory.archives[NewEpisodes.slug]).feed,
            RecentlyWatched(source: source, known: memory.archives[RecentlyWatched.slug]).feed,
            RecentRatings(
                source: source, known: memory.archives[RecentRatings.slug], firstRated: memory.firstRated
            ).feed,
        ]
        all.append(
            OnThisDayEntries(source: source, known: memory.archives[OnThisDayEntries.slug], begun: memory.begun).feed)
        if site.remembersNews { all.append(WhatChanged(source: source, known: memory.archives[WhatChanged.slug]).feed) }
        var times = EntryTimes(memory.revisions, now: site.now, begun: memory.begun ?? site.now.utcDay.start)
        let drops = KnownDrops(site)
        all.append(UnwatchedEntries(source: source, drops: drops).feed(&times))
        all.append(WeekEntries(source: source, drops: drops).feed(&times))
        all.append(MonthEntries(source: source).feed(&times))
        all.append(ReviewEntries(source: source, known: memory.archives[ReviewEntries.slug]).feed(&times))
        memory.revisions = times.revisions
        for feed in all { memory.archives[feed.slug] = feed.paging.bounds }
        let documents = all.flatMap(\.documents)
        let exceptions = source.identity.exceptions(all.map(source.key) + documents.flatMap { $0.entries.map(\.key) })
        // One that is not shown today may be again.
        memory.identity.earlier.merge(exceptions) { known, _ in known }
        memory.identity.formerName = nil
        feeds = documents.flatMap { Self.files(of: $0, source: source) }
        if let fediverse = site.fediverse, let watched = documents.first(where: { $0.feed.slug == RecentlyWatched.slug }) {
            feeds.append(Self.outbox(of: fediverse.account, watched, source: source))
        }
    }

    /// The newest of what was watched, as servers of the fediverse read it.
    private static func outbox(of account: FediverseAccount, _ document: EntryDocument, source: FeedSource) -> Feed {
        Feed(
            path: FediverseFiles.outbox, format: .data, name: account.text, summary: document.feed.summary, isListed: false,
            inputs: inputs(of: document, source)
        ) { OutboxText(document, source: source).text }
    }

    private static func inputs(of document: EntryDocument, _ source: FeedSource) -> [Input] {
        [.values(LibraryFingerprints.fingerprint { $0.feed(document, of: source) })]
    }

    private static func files(of document: EntryDocument, source: FeedSource) -> [Feed] {
        let feed = document.feed
        let isListed = document.archive == nil
        let name = document.archive.map { "\(feed.name) \($0)" } ?? feed.name
        let inputs = inputs(of: document, source)
        return [
            Feed(
                path: document.path(.atom), format: .atom, name: name, summary: feed.summary, isListed: isListed, inputs: inputs
            ) {
                AtomText(document, source: source).text
            },
            Feed(
                path: document.path(.jsonFeed), format: .jsonFeed, name: name, summary: feed.summary, isListed: isListed,
                inputs: inputs
            ) {
                JSONFeedText(document, source: source).text
            },
        ]
    }
}

extension Fingerprint {
    /// All that a document is written from, in either format.
    fileprivate mutating func feed(_ document: EntryDocument, of source: FeedSource) {
        let feed = document.feed
        self.feed([feed.name, feed.slug, source.identity.id(source.key(of: feed)).text, source.description(document)])
        self.feed(feed.isComplete ? 1 : 0)
        self.feed(document.archive)
        self.feed(document.previous)
        self.feed(source.updated(document))
        self.feed(document.entries) { $0.feed($1, source.identity.id($1.key)) }
    }

    private mutating func feed(_ entry: FeedEntry, _ id: EntryID) {
        feed(id.text as String)
        feed(wordsOf: entry)
        feed(entry.sections) { $0.feed($1.lines.map(\.page)) }
        feed(entry.page)
        feed(entry.published)
        feed(entry.updated)
        feed(entry.subject.id?.key)
        feed([entry.subject.name, entry.subject.page, entry.subject.simkl, entry.subject.poster ?? ""])
    }
}
