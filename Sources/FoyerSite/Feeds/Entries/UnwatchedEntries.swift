/// What is out and was not watched, and what is to come, as one document that holds all of it: what is watched leaves it.
struct UnwatchedEntries {
    let source: FeedSource
    let drops: KnownDrops

    static let slug = "unwatched"

    /// The newest of what is out, and the next of what is to come: a list that nobody gets to the end of helps nobody.
    static let (mostOut, mostToCome) = (100, 50)

    /// A drop of which something was not watched.
    private struct Left {
        let known: KnownDrops.Known
        let drop: Drop
    }

    func feed(_ times: inout EntryTimes) -> EntryFeed {
        let left = drops.all.compactMap { known in known.drop.unwatched(of: known.title).map { Left(known: known, drop: $0) } }
        let out = left.filter { !isToCome($0) }.suffix(Self.mostOut)
        let toCome = left.filter(isToCome).prefix(Self.mostToCome)
        var entries: [FeedEntry] = []
        for left in out { entries.append(times.dated(entry(of: left, isToCome: false, new: left.known.start))) }
        for left in toCome { entries.append(times.dated(entry(of: left, isToCome: true, new: times.new))) }
        return EntryFeed(
            name: phrase("feed.unwatched"), slug: Self.slug, summary: phrase("feed.unwatchedSummary"), entries: entries,
            isComplete: true)
    }

    private func isToCome(_ left: Left) -> Bool { source.site.isToCome(left.drop.first) }

    /// By the episode that its drop begins with: what is watched of a drop makes no other entry of the rest.
    ///
    /// - Parameter new: when it was published, if no build has told of it.
    private func entry(of left: Left, isToCome: Bool, new: Moment) -> FeedEntry {
        let title = left.known.title
        let text = DropText(drop: left.drop, title: title, site: source.site)
        var entry = FeedEntry(
            key: source.key("unwatched", of: title.id, slot: NewsSlot(left.known.drop.first)), title: text.headline,
            words: isToCome ? text.toCome : text.out, published: new, updated: new,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = text.facts + [JSONNode.Member(name: "is_out", value: .flag(!isToCome))]
        return entry
    }
}
