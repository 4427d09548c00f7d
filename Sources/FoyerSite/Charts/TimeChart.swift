/// What divides time in a chart.
enum TimePart {
    case year, month, week, weekday, day

    /// The head of its column.
    var head: String {
        switch self {
        case .year: "Year"
        case .month: "Month"
        case .week: "Week"
        case .weekday, .day: "Day"
        }
    }

    fileprivate var hasNumericLabels: Bool { self == .year || self == .day }
}

extension [TotalsRow] {
    /// What was watched along time, with the mean of what is whole.
    ///
    /// - Parameters:
    ///   - time: the time that is divided, as in `2025`; empty where the page is about it.
    ///   - limit: what else is said of the plays.
    ///   - remarks: more sentences on what the numbers stand on.
    func chart(by part: TimePart, in time: String, limit: String = "", remarks: [String] = []) -> SeriesChart {
        let mean = part == .weekday ? nil : wholeMean
        return chart(of: part.head, hasNumericLabels: part.hasNumericLabels, mean: mean?.number) { measure in
            let total = total
            let means = mean.map { "The mean of the \($0.count.grouped) whole \(part.word(many: true)) is \($0.number.label)." }
            return ChartWords(
                finding: part.finding(self), measure: "\(measure) by \(part.word())" + (time.isEmpty ? "" : ", \(time)"),
                source: ([total.amount + limit + "."] + [means].compactMap { $0 } + remarks).joined(separator: " "),
                sentence: total.amount + limit + ".")
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
