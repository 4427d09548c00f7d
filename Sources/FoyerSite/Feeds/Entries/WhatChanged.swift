/// What changed for the lists from one build to the next.
struct WhatChanged {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "changes"

    var feed: EntryFeed {
        // Those that one build noticed stand as it noticed them.
        var noticed: [Moment: Int] = [:]
        let places = source.site.news.changes.map { change in
            noticed[change.noticed, default: 10_000] += 1
            return EntryPlace(at: change.noticed, key: String(noticed[change.noticed] ?? 0))
        }
        return EntryFeed(
            name: "What changed", slug: Self.slug,
            summary: "Moved dates, new seasons, finales, and titles that ended or return, of what is on my lists.",
            items: Array(zip(places, source.site.news.changes)), known: known, entry: entry)
    }

    private func key(of change: NewsChange) -> EntryKey {
        source.key(
            "change", change.event.rawValue, of: change.title, slot: change.slot ?? NewsSlot(episode: nil, release: nil),
            change.from?.text ?? "", change.to?.text ?? "", change.noticed.rfc3339)
    }

    /// Nil for a title that is not followed any more.
    private func entry(of change: NewsChange) -> FeedEntry? {
        guard let title = source.site.library.title(change.title), title.isFollowed else { return nil }
        var entry = FeedEntry(
            key: key(of: change),
            title: headline(change, title), words: words(change, title), published: change.noticed, updated: change.noticed,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = [JSONNode.Member(name: "change", value: .text(change.event.rawValue))]
        return entry
    }

    /// `S04E03`, `in the cinema`, or `release`.
    private func slot(of change: NewsChange, _ title: Title) -> String {
        title.isFilm ? change.slot?.release?.label ?? "release" : change.slot?.label ?? ""
    }

    private func headline(_ change: NewsChange, _ title: Title) -> String {
        let slot = slot(of: change, title)
        let day = change.to.map { $0.day(source.site.library.days).words } ?? ""
        return switch change.event {
        case .moved: "\(title.name) \(slot): now \(day)"
        case .season: "\(title.name): season \(change.slot?.episode?.season ?? 1) begins on \(day)"
        case .finale: "\(title.name) \(slot): \(finale(change)) on \(day)"
        case .ended: "\(title.name) has ended"
        case .returned: "\(title.name) returns"
        }
    }

    private func words(_ change: NewsChange, _ title: Title) -> String {
        let slot = slot(of: change, title)
        return switch change.event {
        case .moved: "\(slot.capitalizedFirst) moved from \(day(change.from)) to \(day(change.to))."
        case .season: "The season begins on \(day(change.to))."
        case .finale: "\(slot) is the \(finale(change)), on \(day(change.to))."
        case .ended: "No more episodes are to come."
        case .returned: "It had ended, and more episodes are to come."
        }
    }

    private func finale(_ change: NewsChange) -> String {
        change.finale?.label ?? "finale"
    }

    private func day(_ time: AirTime?) -> String {
        time.map { $0.day(source.site.library.days) }.map { "\($0.weekday) \($0.words)" } ?? "an unknown day"
    }
}
