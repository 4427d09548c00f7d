/// What came out for the lists.
struct NewEpisodes {
    let source: FeedSource

    var feed: EntryFeed {
        let site = source.site
        let arrivals = site.news.arrivals
        let followed = arrivals.entries.compactMap { arrival in
            site.library.title(arrival.title).flatMap { $0.isFollowed ? (title: $0, airing: arrival.airing) : nil }
        }
        return EntryFeed(
            name: "New episodes", slug: "new-episodes",
            summary: "Episodes and films as they come out, of what is on my lists.", items: followed,
            earlier: arrivals.forgotten
        ) { entry(of: $0.airing, $0.title) }
    }

    private func entry(of airing: Airing, _ title: Title) -> FeedEntry {
        let days = source.site.library.days
        let start = airing.time.start(days)
        let slot = airing.episode?.label ?? airing.release?.label ?? ""
        var entry = FeedEntry(
            id: source.id("aired", title.id.key, slot),
            title: airing.episode == nil
                ? "\(title.name): \(slot)" : "\(title.name) \(slot)" + (airing.mark.map { " (\($0))" } ?? ""),
            words: words(airing, length: airing.runtimeMinutes ?? title.runtimeMinutes),
            published: start, updated: start,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = facts(airing)
        return entry
    }

    private func words(_ airing: Airing, length: Int?) -> String {
        let days = source.site.library.days
        let day = airing.time.day(days)
        var words = airing.episode == nil ? "Out \(airing.mark ?? "")" : "On the air"
        words += " since \(day.weekday) \(day.words)"
        if case .moment(let moment) = airing.time { words += ", \(days.clock(of: moment)) (\(days.zone))" }
        words += "."
        return words + (length.map { " \(duration(minutes: $0))." } ?? "")
    }

    private func facts(_ airing: Airing) -> [JSONNode.Member] {
        guard let episode = airing.episode else { return [] }
        return [
            JSONNode.Member(name: "season", value: episode.season.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "episode", value: .whole(episode.number)),
        ]
    }
}
