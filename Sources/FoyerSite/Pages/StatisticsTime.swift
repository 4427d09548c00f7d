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
        let rows = partRows
        guard !rows.isEmpty else { return nil }
        let (name, hasNumericLabels) =
            switch period {
            case .allTime: ("Year", true)
            case .year: ("Month", false)
            case .month: ("Day", true)
            }
        return rows.chart(of: name, hasNumericLabels: hasNumericLabels, sentence: rows.sentence(limit))
    }

    private var partRows: [TotalsRow] {
        switch period {
        case .allTime:
            guard let first = listed.years.first, let last = listed.years.last else { return [] }
            // A typing error that is centuries away must not fill the page.
            let years = last - first < 100 ? Array(first...last) : listed.years
            return years.map { year in
                let totals = activity.months.reduce(into: Statistics.Totals()) { if $1.key.year == year { $0.add($1.value) } }
                return row(String(year), "in \(year)", totals, .year(year))
            }
        case .year(let year):
            return (1...12).map { number in
                let month = CalendarMonth(year: year, month: number)
                let phrase = "in \(month.words)"
                return row(month.shortWords, phrase, activity.months[month], .month(month), begins: month.firstDay)
            }
        case .month(let month):
            return (1...month.length).map { number in
                let day = CalendarDay(month, day: number)
                return row(String(number), "on \(number) \(month.name)", activity.days[day], begins: day)
            }
        }
    }

    private func row(
        _ name: String, _ phrase: String, _ totals: Statistics.Totals?, _ period: Period? = nil, begins: CalendarDay? = nil
    ) -> TotalsRow {
        let hasPlays = (totals?.plays ?? 0) > 0
        return TotalsRow(
            name, phrase: phrase, address: hasPlays ? period.map { links.to(StatisticsPages.path($0)) } : nil, totals,
            isToCome: !hasPlays && begins.map { $0 > site.dataEnd } ?? false)
    }

    var calendar: DaysChart? {
        guard case .year(let year) = period, let span = period.days else { return nil }
        return activity.heatMap((1...12).map { CalendarMonth(year: year, month: $0) }, span, until: site.dataEnd)
    }

    /// The weeks that the year has days in.
    var weeks: SeriesChart? {
        guard case .year = period, let days = period.days, activity.weeks.count > 1 else { return nil }
        let first = CalendarWeek(days.lowerBound).firstDay
        let rows = stride(from: first.daysSince1970, through: days.upperBound.daysSince1970, by: 7).map { number in
            let monday = CalendarDay(daysSince1970: number)
            let week = CalendarWeek(monday)
            let year = week.year == days.upperBound.year ? "" : " of \(week.year)"
            let cut = monday < days.lowerBound ? ", from 1 Jan" : monday.adding(days: 6) > days.upperBound ? ", to 31 Dec" : ""
            return row(
                "W\(padded(week.week))\(year)\(cut)", "in week \(week.week)\(year)\(cut)", activity.weeks[week], begins: monday)
        }
        return rows.chart(of: "Week", sentence: rows.sentence(limit))
    }

    var hours: SeriesChart? {
        activity.hourChart(library.days)
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
