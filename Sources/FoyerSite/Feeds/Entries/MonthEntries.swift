/// Each month that is over and has a review, on the day after its last.
struct MonthEntries {
    let source: FeedSource

    static let slug = "months"

    /// The newest: a longer past is on the site.
    static let most = 24

    /// Titles that an entry names.
    private static let mostTitles = 3

    func feed(_ times: inout EntryTimes) -> EntryFeed {
        let site = source.site
        let over = site.reviewedPeriods.months.filter { $0.lastDay < site.today && !site.isRunning(.month($0)) }
        var entries: [FeedEntry] = []
        for month in over.suffix(Self.most) { entries.append(times.dated(entry(of: month))) }
        return EntryFeed(
            name: phrase("feed.months"), slug: Self.slug, summary: phrase("feed.monthsSummary"), entries: entries)
    }

    private func entry(of month: CalendarMonth) -> FeedEntry {
        let (review, days) = (source.site.review(of: .month(month)), source.site.library.days)
        let end = days.firstMoment(of: month.lastDay.adding(days: 1))
        let title = phrase("review.title", ["period": month.words])
        let total = review.watched.map(\.totals).sum
        var entry = FeedEntry(
            key: EntryKey("month", month.firstDay.iso), title: title,
            words: [watched(total), titles(review), rated(review)].compactMap { $0 }.joined(separator: " "), published: end,
            updated: end,
            subject: FeedEntry.Subject(title, at: .review(of: month), baseURL: source.baseURL))
        entry.facts = [
            JSONNode.Member(name: "month", value: .text(String(month.firstDay.iso.prefix(7)))),
            JSONNode.Member(name: "plays", value: .whole(total.plays)),
            JSONNode.Member(name: "minutes", value: total.knownMinutes.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "ratings", value: .whole(review.rated.count)),
        ]
        return entry
    }

    private func watched(_ total: Statistics.Totals) -> String {
        total.plays > 0 ? phrase("feed.monthWatched", ["plays": total.inWords]) : phrase("feed.monthUnwatched")
    }

    /// The most time first, as the page has them.
    private func titles(_ review: Review) -> String? {
        let names = review.watched.byTime.prefix(Self.mostTitles).map(\.title.name)
        if names.isEmpty { return nil }
        let values: KeyValuePairs = ["titles": names.inWords]
        return review.watched.count > names.count ? phrase("feed.monthTitlesAndMore", values) : phrase("feed.monthTitles", values)
    }

    private func rated(_ review: Review) -> String? {
        review.rated.isEmpty ? nil : phrase("feed.monthRated", count: review.rated.count)
    }
}
