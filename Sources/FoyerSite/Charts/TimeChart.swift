/// What divides time in a chart.
enum TimePart {
    case year, month, week, weekday, day

    /// The head of its column.
    var head: String {
        switch self {
        case .year: phrase("label.year")
        case .month: phrase("label.month")
        case .week: phrase("label.week")
        case .weekday, .day: phrase("label.day")
        }
    }

    fileprivate var hasNumericLabels: Bool { self == .year || self == .day }
}

extension [TotalsRow] {
    /// What was watched along time, with the mean of what is whole.
    ///
    /// - Parameters:
    ///   - time: the time that is divided, as in `2025`; empty where the page is about it.
    ///   - onlyDated: whether it is said that plays without a day are left out.
    ///   - remarks: more sentences on what the numbers stand on.
    func chart(by part: TimePart, in time: String, onlyDated: Bool = false, remarks: [String] = []) -> SeriesChart {
        let mean = part == .weekday ? nil : wholeMean
        return chart(of: part.head, hasNumericLabels: part.hasNumericLabels, mean: mean?.number) { measure in
            let amount = total.amount
            let sentence =
                onlyDated ? phrase("chart.datedAmount", ["amount": amount]) : phrase("chart.sentence", ["words": amount])
            let means = mean.flatMap { part.mean($0.number.label, of: $0.count) }
            return ChartWords(
                finding: part.finding(self), measure: ChartWords.measure(part.measure(measure), of: time),
                source: ([sentence, means].compactMap { $0 } + remarks).joined(separator: " "), sentence: sentence)
        }
    }

    /// The mean of what the data tells all of, and how many these are; nil where there are too few to average.
    private var wholeMean: (number: ChartNumber, count: Int)? {
        let whole = filter(\.isWhole)
        guard whole.count >= Sample.smallest else { return nil }
        let (all, own) = (total, whole.total)
        let number: ChartNumber =
            all.minutes > 0 ? .hours(minutes: own.minutes, over: whole.count) : .mean(own.plays, over: whole.count)
        return number.value > 0 ? (number, whole.count) : nil
    }
}
