/// What changed for the lists from one build to the next.
struct WhatChanged {
    let source: FeedSource

    var feed: EntryFeed {
        let site = source.site
        let changes = site.news.changes
        let followed = changes.entries.compactMap { change in
            site.library.title(change.title).flatMap { $0.isFollowed ? (title: $0, change: change) : nil }
        }
        return EntryFeed(
            name: "What changed", slug: "changes",
            summary: "Moved dates, new seasons, finales, and titles that ended or return, of what is on my lists.",
            items: followed, earlier: changes.forgotten
        ) { entry(of: $0.change, $0.title) }
    }

    private func entry(of change: NewsChange, _ title: Title) -> FeedEntry {
        let slot = change.slot?.label ?? ""
        var entry = FeedEntry(
            id: source.id(
                "change", change.event.rawValue, title.id.key, slot, change.from?.text ?? "", change.to?.text ?? "",
                change.moment.rfc3339),
            title: headline(change, title), words: words(change, title), published: change.moment, updated: change.moment,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = [JSONNode.Member(name: "change", value: .text(change.event.rawValue))]
        return entry
    }

    private func headline(_ change: NewsChange, _ title: Title) -> String {
        let slot = change.slot?.label ?? ""
        let day = change.to.map { $0.time.day(source.site.library.days).words } ?? ""
        return switch change.event {
        case .moved: "\(title.name) \(slot): now \(day)"
        case .season: "\(title.name): season \(change.slot?.season ?? 1) begins on \(day)"
        case .finale: "\(title.name) \(slot): \(finale(change)) on \(day)"
        case .ended: "\(title.name) has ended"
        case .returned: "\(title.name) returns"
        }
    }

    private func words(_ change: NewsChange, _ title: Title) -> String {
        let slot = change.slot?.label ?? ""
        return switch change.event {
        case .moved: "\(slot.capitalizedFirst) moved from \(day(change.from)) to \(day(change.to))."
        case .season: "The season begins on \(day(change.to))."
        case .finale: "\(slot) is the \(finale(change)), on \(day(change.to))."
        case .ended: "No more episodes are to come."
        case .returned: "It had ended, and more episodes are to come."
        }
    }

    private func finale(_ change: NewsChange) -> String {
        change.finale.flatMap(Airing.Finale.init)?.label ?? "finale"
    }

    private func day(_ time: NewsTime?) -> String {
        time.map { $0.time.day(source.site.library.days) }.map { "\($0.weekday) \($0.words)" } ?? "an unknown day"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
