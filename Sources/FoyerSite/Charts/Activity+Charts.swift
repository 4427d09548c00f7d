// Charts of time that more than one kind of page has.

extension Activity {
    /// Monday to Sunday; nil where there is but one day, or too little to draw, or where ``weekChart(_:in:)`` tells the same.
    ///
    /// - Parameter onlyDated: whether it is said that plays without a day are left out.
    func weekdayChart(in time: String, onlyDated: Bool = false) -> SeriesChart? {
        guard days.count > 1, isDrawn, !(isWeekTold && timed.plays * 2 >= total.plays) else { return nil }
        return weekdays.enumerated().map { day, totals in
            TotalsRow(
                phrase("days.weekdays", at: day), short: phrase("days.weekdaysShort", at: day),
                subject: phrase("days.weekdaysMany", at: day), totals)
        }
        .chart(by: .weekday, in: time, onlyDated: onlyDated)
    }

    /// The hours of the week, from that at which a day begins; nil where too few times are known, and in an edition that tells none.
    func weekChart(_ days: DayRule, in time: String) -> WeekChart? {
        isWeekTold ? WeekChart(self, firstHour: days.rolloverHour, time: time) : nil
    }

    /// Whether there are enough plays to draw.
    var isDrawn: Bool { total.plays >= DrawnSample.smallest }

    private var timed: Statistics.Totals { hours.joined().sum }

    private var isWeekTold: Bool { timed.plays >= DrawnSample.smallest }

    /// The months of a year.
    ///
    /// - Parameters:
    ///   - known: the days that the data tells of.
    ///   - end: the last of them, from which on months are still to come.
    func monthRows(
        of year: Int, within known: ClosedRange<CalendarDay>?, until end: CalendarDay,
        address: (CalendarMonth) -> Address? = { _ in nil }
    ) -> [TotalsRow] {
        let kinds = kinds(by: \.month)
        return (1...12).map { number in
            let month = CalendarMonth(year: year, month: number)
            let totals = months[month]
            return TotalsRow(
                month.shortWords, short: month.shortName, subject: month.name, address: totals.flatMap { _ in address(month) },
                totals, kinds: kinds[month],
                isToCome: totals == nil && month.firstDay > end, isWhole: known.holds(month.firstDay...month.lastDay))
        }
    }

    /// The days of a month.
    func dayRows(of month: CalendarMonth, within known: ClosedRange<CalendarDay>?, until end: CalendarDay) -> [TotalsRow] {
        let kinds = kinds { $0 }
        return (1...month.length).map { number in
            let day = CalendarDay(month, day: number)
            let subject = phrase("chart.dayOfMonth", ["day": String(number), "month": month.name])
            return TotalsRow(
                String(number), subject: subject, days[day], kinds: kinds[day],
                isToCome: days[day] == nil && day > end, isWhole: known.holds(day...day))
        }
    }

    /// The days of some months; nil where none has a play.
    ///
    /// - Parameters:
    ///   - span: the days that the words count.
    ///   - end: the last day that the data tells of.
    ///   - time: the time that the months are, as in `2025`.
    func heatMap(
        _ months: [CalendarMonth], _ span: ClosedRange<CalendarDay>, until end: CalendarDay, in time: String
    ) -> DaysChart? {
        let all = days.filter { span.contains($0.key) }
        guard let most = all.map(\.value.plays).max(), let day = all.filter({ $0.value.plays == most }).map(\.key).min() else {
            return nil
        }
        let last = max(min(span.upperBound, end), all.keys.max() ?? span.lowerBound)
        let length = DaySpan(first: span.lowerBound, last: last).length
        let equals = all.count { $0.value.plays == most }
        let finding = phrase("chart.watchedDays", count: length, ["watched": all.count.grouped])
        let peak =
            equals == 1
            ? phrase("chart.mostOnDay", count: most, ["day": day.words])
            : phrase("chart.mostOnDays", count: equals, ["plays": phrase("count.plays", count: most)])
        return DaysChart(
            months, days, from: span.lowerBound, until: end,
            words: ChartWords(
                finding: finding, measure: ChartWords.measure(phrase("chart.playsADay"), of: time),
                source: phrase("chart.sentence", ["words": peak]).capitalizedFirst,
                sentence: phrase("chart.watchedDaysAndMost", ["watched": finding, "most": peak])))
    }
}

extension ClosedRange<CalendarDay>? {
    /// Whether all of a stretch of days is in it.
    func holds(_ days: ClosedRange<CalendarDay>) -> Bool {
        map { $0.contains(days.lowerBound) && $0.contains(days.upperBound) } ?? false
    }
}

extension DaysChart {
    /// The plays of each day.
    ///
    /// - Parameters:
    ///   - first: the first day that is counted.
    ///   - end: the last day that the data tells of.
    init(
        _ months: [CalendarMonth], _ totals: [CalendarDay: Statistics.Totals], from first: CalendarDay? = nil,
        until end: CalendarDay, top: Int? = nil, words: ChartWords
    ) {
        var days: [CalendarDay: Int] = [:]
        for month in months {
            for number in 1...month.length {
                let day = CalendarDay(month, day: number)
                let plays = totals[day]?.plays ?? 0
                let isCounted = first.map { $0 <= day } ?? true && day <= end
                if isCounted || plays > 0 { days[day] = plays }
            }
        }
        self.init(months: months, days: days, unit: phrase("chart.playsADayKey"), top: top, words: words)
    }
}
