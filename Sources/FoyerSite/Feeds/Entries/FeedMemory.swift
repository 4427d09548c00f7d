/// What the feeds of one edition have to stay true to.
struct FeedMemory: Hashable, Sendable {
    var identity: FeedIdentity
    /// By the feed's slug.
    var archives: [String: ArchiveBounds] = [:]
    /// When titles first got a rating, by Simkl id, as finely as the edition tells.
    private(set) var firstRated: [Int: Moment] = [:]
    /// The beginning of the day of the newest thing that was shown when the feeds were first written: what feeds without entries say
    /// for ever, since nothing in them has changed from then on. Nil as long as there is nothing.
    private(set) var begun: Moment?
    /// Of entries whose times no date of the data tells, by their keys; nil where no build has told of any.
    var revisions: [String: EntryRevision]?

    /// Nothing to remember yet.
    init(_ identity: FeedIdentity) { self.identity = identity }

    /// Takes note of when the feeds were first written.
    mutating func begin(_ site: Site) { begun = begun ?? site.newestDay.map(site.library.days.firstMoment) }

    /// Takes note of what is rated.
    mutating func rate(_ library: Library) {
        let known = firstRated
        firstRated = [:]
        for title in library.titles {
            guard let at = title.rating?.ratedAt?.start(library.days) ?? known[title.id.simkl] else { continue }
            firstRated[title.id.simkl] = min(at, known[title.id.simkl] ?? at)
        }
    }
}

extension FeedMemory: Remembered {
    static let version = 1

    private enum Key: CodingKey { case owner, earlier, archives, firstRated, begun, revisions }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        identity = FeedIdentity(
            owner: try values.decode(String.self, forKey: .owner),
            earlier: try values.decode([String: String].self, forKey: .earlier))
        archives = try values.decode([String: ArchiveBounds].self, forKey: .archives)
        firstRated = try values.decode([Int: Moment].self, forKey: .firstRated)
        begun = try values.decodeIfPresent(Moment.self, forKey: .begun)
        revisions = try values.decodeIfPresent([String: EntryRevision].self, forKey: .revisions)
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(identity.owner, forKey: .owner)
        try values.encode(identity.earlier, forKey: .earlier)
        try values.encode(archives, forKey: .archives)
        try values.encode(firstRated, forKey: .firstRated)
        try values.encodeIfPresent(begun, forKey: .begun)
        try values.encodeIfPresent(revisions, forKey: .revisions)
    }
}

extension News.Extent {
    /// What the feeds hold, and what their archives still have.
    init(_ feeds: FeedMemory?) {
        self.init(
            most: EntryPaging.most, changes: feeds?.archives[WhatChanged.slug]?.start?.at,
            arrivals: feeds?.archives[NewEpisodes.slug]?.start?.at)
    }
}
