// What the statistics pages tell of titles.

extension StatisticsContext {
    private func row(_ title: Title, day: CalendarDay? = nil, totals: Statistics.Totals = .init()) -> TitleRowContext {
        TitleRowContext(title: title, day: day, totals: totals, site: site, links: links)
    }

    var most: [TitleRowContext] {
        guard numbers.titles.count > 1 else { return [] }
        return numbers.mostWatched(in: library, limit: 10).map { row($0.title, totals: $0.totals) }
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
        let times = tellsSittings ? counted(all.count, "sitting", "sittings") : counted(all.count, "time", "times")
        return "\(times), \(plays.grouped) episodes" + (all.count < Sample.smallest ? "." : "; the longest in time:")
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
        return rows.chart(of: "Length", [.plays]) { _ in
            ChartWords(
                finding: ClassFinding.lengths(rows), measure: "Plays by length, \(time)",
                source: "\(counted(known, "play", "plays")) by length"
                    + (unknown > 0 ? "; that of \(unknown.grouped) more is unknown." : "."))
        }
    }

    /// From the first decade to the last.
    var decades: SeriesChart? {
        guard let first = numbers.decades.keys.min(), let last = numbers.decades.keys.max(), first < last else { return nil }
        let rows = stride(from: first, through: last, by: 10).map { TotalsRow("\($0)s", numbers.decades[$0]) }
        let totals = numbers.decades.values.reduce(into: Statistics.Totals()) { $0.add($1) }
        let unknown = numbers.withoutYear.titles
        let known = "\(counted(totals.plays, "play", "plays")) of \(counted(totals.titles, "title", "titles"))"
        return rows.chart(of: "Decade", [.plays, .titles, .hours]) { _ in
            ChartWords(
                finding: ClassFinding.decades(rows), measure: "Plays by the title’s first year, \(time)",
                source: known + " by the title's first year"
                    + (unknown > 0 ? "; that of \(counted(unknown, "title", "titles")) more is unknown." : "."))
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
        let when = period == .allTime ? "" : " in \(period.name)"
        let maybe = numbers.maybeBegun
        let more =
            maybe > 0 ? " Of \(maybe.grouped) more nobody knows whether \(maybe == 1 ? "it was" : "they were") begun before." : ""
        guard begun >= Sample.smallest else { return "\(counted(begun, "show", "shows")) begun\(when)." + more }
        return "Of \(begun.grouped) shows begun\(when), \(percent(completed, of: begun)) are finished and "
            + "\(percent(dropped, of: begun)) dropped." + more
    }

    private var endurance: Endurance? { period == .allTime ? Endurance(library.titles) : nil }

    var enduranceSentence: String? {
        guard let endurance, !endurance.titles.isEmpty else { return nil }
        return
            "Finished all the same: \(counted(endurance.titles.count, "title", "titles")) that at least a third of Simkl’s viewers "
            + "gave up, of \(endurance.known.grouped) whose drop rate is known."
    }

    var enduranceTitles: [TitleRowContext] { (endurance?.titles ?? []).prefix(5).map { row($0) } }

    // MARK: Waiting

    var shelfFacts: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ days: [Int]) {
            guard let sample = Sample(days) else { return }
            let (median, mean) = (Int(sample.median.rounded()), Int(sample.mean.rounded()))
            facts.append(
                FactContext(
                    name,
                    "median \(counted(median, "day", "days")), mean \(counted(mean, "day", "days")), of "
                        + counted(sample.count, "title", "titles")
                ))
        }
        let when = period == .allTime ? "" : " in \(period.name)"
        add("Until begun\(when)", numbers.shelf.untilBegun)
        add("Until finished\(when)", numbers.shelf.untilFinished)
        if !facts.isEmpty, numbers.shelf.watchedBefore > 0 {
            facts.append(FactContext("Watched before they were listed", counted(numbers.shelf.watchedBefore, "title", "titles")))
        }
        return facts
    }

    var oldest: [TitleRowContext] {
        period == .allTime ? library.unwatched.prefix(5).map { row($0.title, day: $0.added) } : []
    }

    /// What was watched in the last ``Backlog/paceDays`` that the data tells of.
    private var pace: Statistics.Totals {
        let first = site.dataEnd.adding(days: 1 - Backlog.paceDays)
        return library.plays.plays(on: first...site.dataEnd).reduce(into: .init()) { $0.add($1.totals) }
    }

    var backlog: [BacklogContext] {
        guard period == .allTime else { return [] }
        let pace = pace.minutes
        return [Status.watching, .planToWatch].map { Backlog($0, of: library.titles) }
            .filter { $0.minutes > 0 || $0.unknown > 0 }
            .map { BacklogContext(backlog: $0, days: $0.days(paceMinutes: pace), site: site, links: links) }
    }

    var backlogSentence: String? {
        guard period == .allTime else { return nil }
        let pace = pace
        let days =
            site.dataEnd == site.watchingDay
            ? "the last \(Backlog.paceDays) days"
            : "the \(Backlog.paceDays) days up to \(site.dataEnd.words), where the data ends"
        guard pace.plays > 0 else { return "No play of \(days) is known, so there is no forecast." }
        guard let time = pace.knownTime else {
            return "No length of what was watched in \(days) is known, so there is no forecast."
        }
        let daily = Int((Double(pace.minutes) / Double(Backlog.paceDays)).rounded())
        return "At the pace of \(days): \(time), \(duration(minutes: daily)) a day. Titles on hold are in no forecast."
    }
}
