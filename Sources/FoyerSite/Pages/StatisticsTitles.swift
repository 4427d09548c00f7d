// What the statistics pages tell of titles.

extension TotalsRow {
    /// A title with what was watched of it.
    fileprivate init(_ title: Title, totals: Statistics.Totals, site: Site, links: Links) {
        self.init(
            title.name, address: links.to(site.path(of: title)), poster: Picture.poster(title.poster, links), totals)
    }
}

extension StatisticsContext {
    private func row(_ title: Title, day: CalendarDay? = nil, totals: Statistics.Totals = .init()) -> TitleRowContext {
        TitleRowContext(title: title, day: day, totals: totals, site: site, links: links)
    }

    var most: [TitleRowContext] {
        guard numbers.titles.count > 1 else { return [] }
        return mostWatched.map { row($0.title, totals: $0.totals) }
    }

    /// The same as bars, where there are enough titles for a ranking and enough plays for a drawing.
    var ranking: SeriesChart? {
        let total = numbers.total
        guard numbers.titles.count >= Sample.smallest, total.plays >= DrawnSample.smallest else { return nil }
        let rows = mostWatched.map { TotalsRow($0.title, totals: $0.totals, site: site, links: links) }
        return rows.chart(of: phrase("label.title"), size: total.plays) { measure in
            ChartWords(
                finding: ClassFinding.time(rows, none: phrase("statistics.noTitle"), isPartition: false),
                measure: ChartWords.measure(phrase("statistics.byTitle", ["measure": measure]), of: time),
                source: phrase("statistics.mostOfTitles", count: total.titles, ["shown": String(rows.count)]))
        }
    }

    // MARK: Binges

    private var tellsSittings: Bool { library.edition.showsClockTimes }

    var bingesRule: String { Binge.rule(tellsSittings: tellsSittings) }

    /// The five longest, or all by day where there are too few to rank.
    var binges: [TitleRowContext] {
        let all = numbers.binges
        let shown = all.count < Sample.smallest ? all : Array(all.sorted(by: Binge.isLonger).prefix(5))
        return shown.map { row(library.titles[$0.title], day: $0.day, totals: $0.totals) }
    }

    var bingesSentence: String? {
        let all = numbers.binges
        guard !all.isEmpty else { return nil }
        let plays = all.reduce(0) { $0 + $1.totals.plays }
        let episodes = phrase("count.episodes", count: plays)
        return switch (tellsSittings, all.count >= Sample.smallest) {
        case (true, false): phrase("statistics.sittings", count: all.count, ["episodes": episodes])
        case (true, true): phrase("statistics.longestSittings", count: all.count, ["episodes": episodes])
        case (false, false): phrase("statistics.bingeTimes", count: all.count, ["episodes": episodes])
        case (false, true): phrase("statistics.longestBingeTimes", count: all.count, ["episodes": episodes])
        }
    }

    // MARK: Lengths and decades

    /// From the shortest class that has plays to the longest.
    var lengths: SeriesChart? {
        let classes = numbers.lengths.classes
        guard let first = classes.firstIndex(where: { $0.plays > 0 }), let last = classes.lastIndex(where: { $0.plays > 0 }),
            first < last
        else { return nil }
        let known = classes.reduce(0) { $0 + $1.plays }
        let unknown = numbers.lengths.unknown
        let rows = classes[first...last].map { TotalsRow($0.class.name, Statistics.Totals(plays: $0.plays)) }
        return rows.chart(of: phrase("statistics.length"), [.plays]) { _ in
            ChartWords(
                finding: ClassFinding.lengths(rows), measure: ChartWords.measure(phrase("statistics.byLength"), of: time),
                source: unknown > 0
                    ? phrase(
                        "statistics.playsByLengthSome", count: known,
                        ["unknown": phrase("statistics.moreUnknown", count: unknown)])
                    : phrase("statistics.playsByLength", count: known))
        }
    }

    /// From the first decade to the last.
    var decades: SeriesChart? {
        guard let first = numbers.decades.keys.min(), let last = numbers.decades.keys.max(), first < last else { return nil }
        let rows = stride(from: first, through: last, by: 10).map { decade in
            TotalsRow(phrase("label.decade", ["year": String(decade)]), numbers.decades[decade])
        }
        let totals = numbers.decades.values.sum
        let unknown = numbers.withoutYear.titles
        let ofTitles = phrase("review.ofTitles", count: totals.titles)
        return rows.chart(of: phrase("statistics.decade"), [.plays, .titles, .hours]) { _ in
            ChartWords(
                finding: ClassFinding.decades(rows), measure: ChartWords.measure(phrase("statistics.byFirstYear"), of: time),
                source: unknown > 0
                    ? phrase(
                        "statistics.playsByYearSome", count: totals.plays,
                        ["ofTitles": ofTitles, "unknown": phrase("statistics.moreTitlesUnknown", count: unknown)])
                    : phrase("statistics.playsByYear", count: totals.plays, ["ofTitles": ofTitles]))
        }
    }

    // MARK: Finished or dropped

    var completion: [CompletionContext] {
        MediaKind.allCases.compactMap { kind in numbers.completion[kind].map { CompletionContext(kind: kind, completion: $0) } }
    }

    var completionSentence: String? {
        let all = numbers.completion.values
        let (begun, completed) = (all.reduce(0) { $0 + $1.begun }, all.reduce(0) { $0 + $1.completed })
        let dropped = all.reduce(0) { $0 + $1.dropped }
        guard begun > 0 else { return nil }
        let more = numbers.maybeBegun > 0 ? phrase("statistics.maybeBegun", count: numbers.maybeBegun) : nil
        return [shares(begun: begun, completed, dropped), more].compactMap { $0 }.joined(separator: " ")
    }

    private func shares(begun: Int, _ completed: Int, _ dropped: Int) -> String {
        guard begun >= Sample.smallest else {
            return period == .allTime
                ? phrase("statistics.begun", count: begun)
                : phrase("statistics.begunInPeriod", count: begun, ["inPeriod": period.inSentence])
        }
        let values: KeyValuePairs = [
            "inPeriod": period.inSentence, "finished": percent(completed, of: begun), "dropped": percent(dropped, of: begun),
        ]
        return period == .allTime
            ? phrase("statistics.shares", count: begun, values) : phrase("statistics.sharesInPeriod", count: begun, values)
    }

    private var endurance: Endurance? { period == .allTime ? Endurance(library.titles) : nil }

    var enduranceSentence: String? {
        guard let endurance, !endurance.titles.isEmpty else { return nil }
        return phrase("statistics.endured", count: endurance.titles.count, ["known": endurance.known.grouped])
    }

    var enduranceTitles: [TitleRowContext] { (endurance?.titles ?? []).prefix(5).map { row($0) } }

    // MARK: Waiting

    var shelfFacts: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ days: [Int]) {
            guard let sample = Sample(days) else { return }
            func inDays(_ number: Double) -> String { phrase("count.days", count: Int(number.rounded())) }
            let note = phrase("statistics.waited", count: sample.count, ["mean": inDays(sample.mean)])
            facts.append(FactContext(name, inDays(sample.median), note: note))
        }
        let inPeriod: KeyValuePairs = ["inPeriod": period.inSentence]
        add(
            period == .allTime ? phrase("statistics.untilBegun") : phrase("statistics.untilBegunInPeriod", inPeriod),
            numbers.shelf.untilBegun)
        add(
            period == .allTime ? phrase("statistics.untilFinished") : phrase("statistics.untilFinishedInPeriod", inPeriod),
            numbers.shelf.untilFinished)
        if !facts.isEmpty, numbers.shelf.watchedBefore > 0 {
            let titles = phrase("count.titles", count: numbers.shelf.watchedBefore)
            facts.append(FactContext(phrase("statistics.watchedBeforeListed"), titles))
        }
        return facts
    }

    var oldest: [TitleRowContext] {
        period == .allTime ? library.unwatched.prefix(5).map { row($0.title, day: $0.added) } : []
    }

    var backlog: [BacklogContext] {
        guard period == .allTime else { return [] }
        let lists = Status.open.map { status in (status, Backlog(of: library.titles.lazy.filter { $0.status == status })) }
        var rows = lists.filter { $0.1.minutes > 0 || $0.1.unknown > 0 }.map { status, backlog in
            self.row(backlog, of: status, days: status == .onHold ? nil : site.pace.days(for: backlog.minutes))
        }
        if lists.count(where: { $0.1.minutes > 0 }) > 1 {
            rows.append(self.row(lists.dropFirst().reduce(lists[0].1) { $0 + $1.1 }, of: nil, days: nil))
        }
        return rows
    }

    private func row(_ backlog: Backlog, of status: Status?, days: Int?) -> BacklogContext {
        BacklogContext(status: status, backlog: backlog, days: days, site: site, links: links)
    }

    var backlogSentence: String? {
        guard period == .allTime, !library.plays.plays.isEmpty else { return nil }
        let pace = site.pace.totals
        let isToday = site.dataEnd == site.watchingDay
        let (days, end) = (String(Pace.days), site.dataEnd.words)
        guard pace.plays > 0 else {
            return isToday
                ? phrase("statistics.noPace", ["days": days]) : phrase("statistics.noPaceUpTo", ["days": days, "day": end])
        }
        guard let time = pace.knownTime else {
            return isToday
                ? phrase("statistics.unknownPace", ["days": days])
                : phrase("statistics.unknownPaceUpTo", ["days": days, "day": end])
        }
        let daily = duration(minutes: Int((Double(pace.minutes) / Double(Pace.days)).rounded()))
        return isToday
            ? phrase("statistics.pace", ["days": days, "time": time, "daily": daily])
            : phrase("statistics.paceUpTo", ["days": days, "day": end, "time": time, "daily": daily])
    }
}
