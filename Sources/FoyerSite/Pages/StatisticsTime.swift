// What the statistics pages tell of time.

extension StatisticsContext {
    var partsHeading: String {
        switch period {
        case .allTime: listed.years.count == 1 ? phrase("statistics.monthByMonth") : phrase("statistics.yearByYear")
        case .year: phrase("statistics.monthByMonth")
        case .month: phrase("statistics.dayByDay")
        }
    }

    /// From the first to the last of all time, or all of a year or a month; where all is of one year, the months of that. Nothing of what
    /// is too little.
    var parts: SeriesChart? {
        guard !isFew else { return nil }
        let known = site.knownDays(of: period)
        switch period {
        case .allTime where listed.years.count == 1:
            return activity.monthRows(of: listed.years[0], within: known, until: site.dataEnd) {
                links.to(StatisticsPages.path(.month($0)))
            }.chart(by: .month, in: time, onlyDated: true, remarks: remarks)
        case .allTime: return years?.chart(by: .year, in: time, onlyDated: true, remarks: remarks)
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
            return all > dated ? [phrase("statistics.datedShare", ["share": percent(dated, of: all)])] : []
        }
        return estimated.map { [phrase("statistics.estimatedShare", ["share": $0])] } ?? []
    }

    /// The time that charts say they are of.
    var time: String { period == .allTime ? phrase("statistics.allTime") : period.name }

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
            let words = words(for: week, in: days)
            let totals = activity.weeks[week]
            return TotalsRow(
                words.name, short: words.short, subject: words.subject, totals, kinds: kinds[week],
                isToCome: totals == nil && monday > site.dataEnd, isWhole: known.holds(monday...monday.adding(days: 6)))
        }.chart(by: .week, in: time)
    }

    /// How a row calls a week, and how a sentence does: one that lies in two years with the day from or to which this one has it.
    private func words(
        for week: CalendarWeek, in year: ClosedRange<CalendarDay>
    ) -> (name: String, short: String, subject: String) {
        let short = phrase("statistics.weekName", ["week": padded(week.week)])
        let values: KeyValuePairs = ["week": String(week.week), "year": String(week.year)]
        let isOfYear = week.year == year.upperBound.year
        let name = isOfYear ? short : phrase("statistics.weekNameOfYear", ["week": padded(week.week), "year": String(week.year)])
        let subject = isOfYear ? phrase("statistics.week", values) : phrase("statistics.weekOfYear", values)
        if week.firstDay < year.lowerBound {
            let day = year.lowerBound.dayAndMonth.withPlainSpaces
            return (
                phrase("statistics.weekNameFrom", ["week": name, "day": day]), short,
                phrase("statistics.weekFrom", ["week": subject, "day": day])
            )
        }
        if week.firstDay.adding(days: 6) > year.upperBound {
            let day = year.upperBound.dayAndMonth.withPlainSpaces
            return (
                phrase("statistics.weekNameTo", ["week": name, "day": day]), short,
                phrase("statistics.weekTo", ["week": subject, "day": day])
            )
        }
        return (name, short, subject)
    }

    private var isMonth: Bool { if case .month = period { true } else { false } }

    var records: [FactContext] {
        guard !isFew else { return [] }
        var facts: [FactContext] = []
        func add(_ name: String, _ span: DaySpan?) {
            guard let span, span.length > 1 else { return }
            facts.append(FactContext(name, phrase("count.days", count: span.length), note: span.range))
        }
        add(phrase("label.longestStreak"), activity.longestRun)
        if period == .allTime, let run = activity.currentRun(today: site.watchingDay) {
            let since = phrase("statistics.sinceDay", ["day": run.first.shortWords])
            let days = phrase("count.days", count: run.length)
            facts.append(FactContext(phrase("statistics.currentStreak"), days, note: since))
        }
        add(phrase("label.longestPause"), activity.longestPause)
        if let most = Activity.most(activity.days) {
            let day = most.key.shortWords
            facts.append(FactContext(phrase("statistics.mostActiveDay"), day, note: most.totals.amount))
        }
        if !isMonth, let most = Activity.most(activity.weeks) {
            let (week, year) = (String(most.key.week), String(most.key.year))
            let name = phrase("statistics.weekOfYear", ["week": week, "year": year]).capitalizedFirst
            facts.append(FactContext(phrase("statistics.mostActiveWeek"), name, note: most.totals.amount))
        }
        if let most = Activity.most(activity.months) {
            let month = most.key.words
            facts.append(FactContext(phrase("statistics.mostActiveMonth"), month, note: most.totals.amount))
        }
        return facts
    }
}
