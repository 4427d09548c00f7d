// Charts of time that more than one kind of page has.

extension Activity {
    /// Monday to Sunday; nil where there is but one day.
    ///
    /// - Parameter limit: what else is said of the plays.
    func weekdayChart(_ limit: String = "") -> SeriesChart? {
        guard days.count > 1 else { return nil }
        let rows = zip(CalendarDay.weekdays, weekdays).map { TotalsRow($0, phrase: "on \($0)s", $1) }
        return rows.chart(of: "Day", sentence: rows.sentence(limit))
    }

    /// From the hour at which a day begins; nil in an edition that tells no times of day.
    ///
    func hourChart(_ days: DayRule) -> SeriesChart? {
        guard hours.reduce(0, { $0 + $1.plays }) > 1 else { return nil }
        let rows = (0..<24).map { number in
            let hour = (number + days.rolloverHour) % 24
            let name = padded(hour)
            return TotalsRow(name, phrase: "between \(name):00 and \(name):59", hours[hour])
        }
        return rows.chart(
            of: "Hour", hasNumericLabels: true,
            sentence: rows.sentence(" with a known time, by the hour in which they were marked"))
    }

    /// The days of some months; nil where none has a play.
    ///
    /// - Parameters:
    ///   - span: the days that the sentence counts.
    ///   - end: the last day that the data tells of.
    func heatMap(_ months: [CalendarMonth], _ span: ClosedRange<CalendarDay>, until end: CalendarDay) -> DaysChart? {
        let all = days.filter { span.contains($0.key) }
        guard let most = all.map(\.value.plays).max(), let day = all.filter({ $0.value.plays == most }).map(\.key).min() else {
            return nil
        }
        let last = max(min(span.upperBound, end), all.keys.max() ?? span.lowerBound)
        let length = DaySpan(first: span.lowerBound, last: last).length
        let plays = counted(most, "play", "plays")
        let equals = all.count { $0.value.plays == most }
        return DaysChart(
            months, days, from: span.lowerBound, until: end,
            sentence: "Something was watched on \(all.count.grouped) of \(counted(length, "day", "days")), at most \(plays)"
                + (equals == 1 ? " on \(day.words)." : ", on \(counted(equals, "day", "days"))."))
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
        until end: CalendarDay, top: Int? = nil, sentence: String
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
        self.init(months: months, days: days, unit: "plays a day", top: top, sentence: sentence)
    }
}
