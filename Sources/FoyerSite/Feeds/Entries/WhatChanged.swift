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
            name: phrase("feed.changes"), slug: Self.slug, summary: phrase("feed.changesSummary"),
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

    private func headline(_ change: NewsChange, _ title: Title) -> String {
        let day = day(change.to)?.words ?? ""
        return switch change.event {
        case .moved: movedHeadline(change, title, to: day)
        case .season:
            phrase(
                "feed.seasonTitle",
                ["title": title.name, "season": String(change.slot?.episode?.season ?? 1), "day": day])
        case .finale:
            phrase(
                "feed.finaleTitle",
                [
                    "title": title.name, "episode": change.slot?.label ?? "",
                    "finale": change.finale?.mark.label ?? phrase("feed.finale"), "day": day,
                ])
        case .ended: phrase("feed.endedTitle", ["title": title.name])
        case .returned: phrase("feed.returnsTitle", ["title": title.name])
        }
    }

    private func movedHeadline(_ change: NewsChange, _ title: Title, to day: String) -> String {
        if !title.isFilm, let episode = change.slot?.episode {
            return phrase("feed.episodeMovedTitle", ["title": title.name, "episode": episode.label, "day": day])
        }
        let values: KeyValuePairs = ["title": title.name, "day": day]
        return switch change.slot?.release {
        case .cinema: phrase("feed.cinemaMovedTitle", values)
        case .home: phrase("feed.homeMovedTitle", values)
        case nil: phrase("feed.releaseMovedTitle", values)
        }
    }

    private func words(_ change: NewsChange, _ title: Title) -> String {
        let day = day(change.to)?.wordsWithWeekday ?? ""
        return switch change.event {
        case .moved: movedWords(change, title, to: day)
        case .season: phrase("feed.seasonBegins", ["day": day])
        case .finale: finaleWords(change, on: day)
        case .ended: phrase("feed.ended")
        case .returned: phrase("feed.returns")
        }
    }

    private func movedWords(_ change: NewsChange, _ title: Title, to day: String) -> String {
        let from = self.day(change.from)?.wordsWithWeekday ?? ""
        if !title.isFilm, let episode = change.slot?.episode {
            return phrase("feed.episodeMoved", ["episode": episode.label, "from": from, "to": day])
        }
        let values: KeyValuePairs = ["from": from, "to": day]
        return switch change.slot?.release {
        case .cinema: phrase("feed.cinemaMoved", values)
        case .home: phrase("feed.homeMoved", values)
        case nil: phrase("feed.releaseMoved", values)
        }
    }

    private func finaleWords(_ change: NewsChange, on day: String) -> String {
        let values: KeyValuePairs = ["episode": change.slot?.label ?? "", "day": day]
        return switch change.finale {
        case .midSeason: phrase("feed.isMidSeasonFinale", values)
        case .season: phrase("feed.isSeasonFinale", values)
        case .series: phrase("feed.isSeriesFinale", values)
        case nil: phrase("feed.isFinale", values)
        }
    }

    /// Only what is of the whole title has none.
    private func day(_ time: AirTime?) -> CalendarDay? { time.map { $0.day(source.site.library.days) } }
}
