// What the statistics pages tell of time.

extension StatisticsContext {
    var partsHeading: String {
        switch period {
        case .allTime: "Year by year"
        case .year: "Month by month"
        case .month: "Day by day"
        }
    }

    /// From the first to the last of all time, or all of a year or a month.
    var parts: SeriesChart? {
        let known = site.knownDays(of: period)
        switch period {
        case .allTime: return years?.chart(by: .year, in: time, limit: limit, remarks: remarks)
        case .year(let year):
            return activity.monthRows(of: year, within: known, until: site.dataEnd) { links.to(StatisticsPages.path(.month($0))) }
                .chart(by: .month, in: time, remarks: remarks)
        case .month(let month):
            return activity.dayRows(of: month, within: known, until: site.dataEnd).chart(by: .day, in: time, remarks: remarks)
        }
    }

    private var years: [TotalsRow]? {
        guard let first = listed.years.first, let last = listed.years.last else { return nil }
        // A typing error that is centuries away must not fill the page.
        let years = last - first < 100 ? Array(first...last) : listed.years
        let (known, kinds) = (site.knownDays(of: .allTime), activity.kinds(by: \.year))
        return years.map { year in
            let days = Period.year(year).days
            let totals = activity.months.reduce(into: Statistics.Totals()) { if $1.key.year == year { $0.add($1.value) } }
            return TotalsRow(
                String(year), address: totals.plays > 0 ? links.to(StatisticsPages.path(.year(year))) : nil, totals,
                kinds: kinds[year], isWhole: days.map(known.holds) ?? false)
        }
    }

    /// How much of the numbers along time is estimated, or how much of all they are.
    private var remarks: [String] {
        if period == .allTime {
            let (all, dated) = (numbers.total.plays, activity.total.plays)
            return all > dated ? ["That is \(percent(dated, of: all)) of all plays."] : []
        }
        return estimated.map { ["\($0) of the time is estimated."] } ?? []
    }

    /// The time that charts say they are of.
    var time: String { period == .allTime ? "all time" : period.name }

    var calendar: DaysChart? {
        guard case .year(let year) = period, let span = period.days else { return nil }
        let months = (1...12).map { CalendarMonth(year: year, month: $0) }
        return activity.heatMap(months, span, until: site.dataEnd, in: time)
    }

    /// The weeks that the year has days in.
    var weeks: SeriesChart? {
        guard case .year = period, let days = period.days, activity.weeks.count > 1, activity.isDrawn else { return nil }
        let first = CalendarWeek(days.lowerBound).firstDay
        let (known, kinds) = (site.knownDays(of: period), activity.kinds { CalendarWeek($0) })
        return stride(from: first.daysSince1970, through: days.upperBound.daysSince1970, by: 7).map { number in
            let monday = CalendarDay(daysSince1970: number)
            let week = CalendarWeek(monday)
            let year = week.year == days.upperBound.year ? "" : " of \(week.year)"
            let cut = monday < days.lowerBound ? "from 1 Jan" : monday.adding(days: 6) > days.upperBound ? "to 31 Dec" : ""
            let totals = activity.weeks[week]
            return TotalsRow(
                "W\(padded(week.week))\(year)" + (cut.isEmpty ? "" : ", \(cut)"),
                subject: "week \(week.week)\(year)" + (cut.isEmpty ? "" : " (\(cut))"), totals, kinds: kinds[week],
                isToCome: totals == nil && monday > site.dataEnd, isWhole: known.holds(monday...monday.adding(days: 6)))
        }.chart(by: .week, in: time)
    }

    /// What charts along time say of the plays that they count.
    var limit: String { period == .allTime ? " with a known day" : "" }

    private var isMonth: Bool { if case .month = period { true } else { false } }

    var records: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ span: DaySpan?) {
            guard let span, span.length > 1 else { return }
            facts.append(FactContext(name, span.words))
        }
        add("Longest streak", activity.longestRun)
        if period == .allTime, let run = activity.currentRun(today: site.watchingDay) {
            facts.append(FactContext("Current streak", "\(counted(run.length, "day", "days")), since \(run.first.shortWords)"))
        }
        add("Longest pause", activity.longestPause)
        if let most = Activity.most(activity.days) {
            facts.append(FactContext("Most active day", "\(most.key.shortWords): \(most.totals.amount)"))
        }
        if !isMonth, let most = Activity.most(activity.weeks) {
            facts.append(
                FactContext("Most active week", "week \(most.key.week) of \(most.key.year): \(most.totals.amount)"))
        }
        if let most = Activity.most(activity.months) {
            facts.append(FactContext("Most active month", "\(most.key.words): \(most.totals.amount)"))
        }
        return facts
    }
}
