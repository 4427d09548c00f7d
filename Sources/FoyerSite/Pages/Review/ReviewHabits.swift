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
        func days(_ span: DaySpan) -> String {
            span.length == 1 ? "on \(span.first.shortWords)" : span.words
        }
        if let run = activity.longestRun, run.length > 1 { add("Longest streak", days(run)) }
        if let pause = activity.longestPause, pause.length > 1 { add("Longest pause", days(pause)) }
        if let most = Activity.most(activity.days) { add("Fullest day", "\(most.key.shortWords): \(most.totals.amount)") }
        if isYear, let most = Activity.most(activity.weeks) {
            let first = max(most.key.firstDay, period.days?.lowerBound ?? most.key.firstDay)
            add("Fullest week", "week \(most.key.week), from \(first.shortWords): \(most.totals.amount)")
        }
        if let binge = review.longestBinge {
            let time = binge.totals.knownTime.map { ", \($0)" } ?? ""
            add(
                library.edition.showsClockTimes ? "Longest sitting" : "Most of one title",
                "\(binge.totals.plays.grouped) episodes on \(binge.day.shortWords)\(time)", binge.title)
        }
        let seasons = review.wholeSeasons
        if let season = seasons.fastest {
            let of = seasons.count == 1 ? "" : "; of \(seasons.count.grouped) seasons that were watched whole"
            let number = season.number.map { "season \($0), " } ?? ""
            let time = season.span.length == 1 ? "in one day, \(season.span.first.shortWords)" : "in " + days(season.span)
            add("Fastest season", "\(number)\(season.episodes.grouped) episodes \(time)\(of)", season.position)
        }
        if let comfort = review.comfort {
            let again = comfort.again
            let plays = comfort.title.title.isFilm ? counted(again, "time", "times") : counted(again, "episode", "episodes")
            add("Comfort", "\(plays) again", comfort.title.position)
        }
        if let oldest = review.oldest, review.watched.count > 1, let year = oldest.title.year {
            add("Oldest", "from \(year)", oldest.position)
        }
        return records
    }

    var milestones: [ReviewPlayContext] {
        review.milestones.compactMap { play($0.play, name: $0.number.grouped) }
    }

    var backlog: String? {
        guard let first = period.days?.lowerBound else { return nil }
        let (start, end) = review.waiting
        guard start + end > 0 else { return nil }
        let change =
            end == start ? "as many as before" : end > start ? "\((end - start).grouped) more" : "\((start - end).grouped) fewer"
        return "Before \(first.words), \(counted(start, "title", "titles")) lay on a list and had not been begun; at the end of "
            + "\(lastDay.words) it was \(end.grouped), \(change). Only titles that are still on a list and not dropped, with a day on "
            + "which they were added and a day for each play of the first watching, are counted."
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
