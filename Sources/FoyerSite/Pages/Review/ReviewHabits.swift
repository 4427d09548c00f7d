// When and how it was watched, and what stands out.

extension ReviewContext {
    var parts: SeriesChart? {
        guard case .month(let month) = period, !review.plays.isEmpty else { return nil }
        return activity.dayRows(of: month, within: site.knownDays(of: period), until: site.dataEnd)
            .chart(by: .day, in: period.name)
    }

    var calendar: DaysChart? {
        guard isYear, let span = period.days else { return nil }
        return activity.heatMap(months.map(\.month), span, until: site.dataEnd, in: period.name)
    }

    var records: [ReviewRecordContext] {
        var records: [ReviewRecordContext] = []
        func add(_ name: String, _ value: String, _ position: Int? = nil) {
            records.append(
                ReviewRecordContext(
                    name: name, title: position.map { library.titles[$0] }, value: value, site: site, links: links))
        }
        if let run = activity.longestRun, run.length > 1 { add(phrase("label.longestStreak"), run.words) }
        if let pause = activity.longestPause, pause.length > 1 { add(phrase("label.longestPause"), pause.words) }
        if let most = Activity.most(activity.days) {
            let amount = phrase("label.dayAmount", ["day": most.key.shortWords, "amount": most.totals.amount])
            add(phrase("review.fullestDay"), amount)
        }
        if isYear, let most = Activity.most(activity.weeks) {
            let first = max(most.key.firstDay, period.days?.lowerBound ?? most.key.firstDay)
            let (week, amount) = (String(most.key.week), most.totals.amount)
            add(
                phrase("review.fullestWeek"),
                phrase("review.weekAmount", ["week": week, "day": first.shortWords, "amount": amount]))
        }
        if let binge = review.longestBinge {
            let episodes = phrase("review.episodesOnDay", count: binge.totals.plays, ["day": binge.day.shortWords])
            add(
                library.edition.showsClockTimes ? phrase("review.longestSitting") : phrase("review.mostOfTitle"),
                [episodes, binge.totals.knownTime].compactMap { $0 }.joined(separator: ", "), binge.title)
        }
        let seasons = review.wholeSeasons
        if let season = seasons.fastest {
            let words = words(season)
            add(
                phrase("review.fastestSeason"),
                seasons.count == 1 ? words : phrase("review.seasonOfWhole", count: seasons.count, ["season": words]),
                season.position)
        }
        if let comfort = review.comfort {
            add(
                phrase("review.comfort"),
                comfort.title.title.isFilm
                    ? phrase("review.timesAgain", count: comfort.again) : phrase("review.episodesAgain", count: comfort.again),
                comfort.title.position)
        }
        if let oldest = review.oldest, review.watched.count > 1, let year = oldest.title.year {
            add(phrase("review.oldest"), phrase("review.fromYear", ["year": String(year)]), oldest.position)
        }
        return records
    }

    /// `season 2, 20 episodes in 5 days, 13 Jan 2024 to 17 Jan 2024`.
    private func words(_ season: Review.Season) -> String {
        let (first, last) = (season.span.first.shortWords, season.span.last.shortWords)
        let episodes =
            season.span.length == 1
            ? phrase("review.episodesInOneDay", count: season.episodes, ["day": first])
            : phrase(
                "review.episodesInDays", count: season.episodes,
                ["inDays": phrase("review.inDays", count: season.span.length), "first": first, "last": last])
        let number = season.number.map { phrase("review.season", ["number": String($0)]) }
        return [number, episodes].compactMap { $0 }.joined(separator: ", ")
    }

    var milestones: [ReviewPlayContext] {
        review.milestones.compactMap { play($0.play, name: $0.number.grouped) }
    }

    var backlog: String? {
        guard let first = period.days?.lowerBound else { return nil }
        let (start, end) = review.waiting
        guard start + end > 0 else { return nil }
        let change =
            end == start
            ? phrase("review.waitingSame")
            : end > start
                ? phrase("review.waitingMore", ["number": (end - start).grouped])
                : phrase("review.waitingFewer", ["number": (start - end).grouped])
        let waiting = phrase(
            "review.waiting", count: start,
            ["first": first.words, "last": lastDay.words, "number": end.grouped, "change": change])
        return "\(waiting) \(phrase("review.waitingRule"))"
    }
}

/// Something that stands out.
struct ReviewRecordContext: TemplateContext {
    let name: String
    let title: Title?
    let value: String
    let site: Site
    let links: Links

    static let summary = "Something that stands out."
    static let fields = Fields<Self>(
        .text("name", "What it is, as in `Longest streak`.") { $0.name },
        .text("title", "The title that it is about, if it is about one.") { $0.title?.name },
        .link("link", "The title's own page.") { record in record.title.map { record.site.address(of: $0, record.links) } },
        .text("value", "What holds.") { $0.value })
}
