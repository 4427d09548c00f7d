/// What is said of something that changed.
struct ChangeWords {
    let drop: ChangedDrop
    /// What it is of.
    let title: Title
    let days: DayRule

    private var change: NewsChange { drop.first }

    /// In short, with the title's name: `Foundation S02E03: now 3 December 2026`.
    var headline: String {
        let day = day(change.to)?.words ?? ""
        return switch change.event {
        case .moved: movedHeadline(to: day)
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

    private func movedHeadline(to day: String) -> String {
        if !title.isFilm, let episodes = drop.episodes.ranges {
            return phrase("feed.episodeMovedTitle", ["title": title.name, "episode": episodes, "day": day])
        }
        let values: KeyValuePairs = ["title": title.name, "day": day]
        return switch change.slot?.release {
        case .cinema: phrase("feed.cinemaMovedTitle", values)
        case .home: phrase("feed.homeMovedTitle", values)
        case nil: phrase("feed.releaseMovedTitle", values)
        }
    }

    /// In a sentence of its own, with both dates of what moved.
    var sentence: String {
        let day = day(change.to)?.wordsWithWeekday ?? ""
        return switch change.event {
        case .moved: movedWords(to: day)
        case .season: phrase("feed.seasonBegins", ["day": day])
        case .finale: finaleWords(on: day)
        case .ended: phrase("feed.ended")
        case .returned: phrase("feed.returns")
        }
    }

    private func movedWords(to day: String) -> String {
        let from = self.day(change.from)?.wordsWithWeekday ?? ""
        if !title.isFilm, let episodes = drop.episodes.ranges {
            return phrase("feed.episodeMoved", ["episode": episodes, "from": from, "to": day])
        }
        let values: KeyValuePairs = ["from": from, "to": day]
        return switch change.slot?.release {
        case .cinema: phrase("feed.cinemaMoved", values)
        case .home: phrase("feed.homeMoved", values)
        case nil: phrase("feed.releaseMoved", values)
        }
    }

    private func finaleWords(on day: String) -> String {
        let values: KeyValuePairs = ["episode": change.slot?.label ?? "", "day": day]
        return switch change.finale {
        case .midSeason: phrase("feed.isMidSeasonFinale", values)
        case .season: phrase("feed.isSeasonFinale", values)
        case .series: phrase("feed.isSeriesFinale", values)
        case nil: phrase("feed.isFinale", values)
        }
    }

    /// Only what is of the whole title has none.
    private func day(_ time: AirTime?) -> CalendarDay? { time.map { $0.day(days) } }
}
