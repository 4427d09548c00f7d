extension TimePart {
    /// `month`, `weekdays`.
    func word(many: Bool = false) -> String {
        let word =
            switch self {
            case .year: "year"
            case .month: "month"
            case .week: "week"
            case .weekday: "weekday"
            case .day: "day"
            }
        return many ? word + "s" : word
    }

    /// What the rows show: `Saturdays carry the week`, `November 2025 is the fullest month: 45 h`, `No month stands out`.
    func finding(_ rows: [TotalsRow]) -> String {
        switch rows.standout {
        case .only(let row): "All of it \(self == .week || self == .month || self == .year ? "in" : "on") \(rows[row].subject)"
        case .leading(let leading): self == .weekday ? weekFinding(rows, leading) : fullest(rows, leading)
        case .none: "No \(word()) stands out"
        }
    }

    private func fullest(_ rows: [TotalsRow], _ leading: [Int]) -> String {
        let names = leading.map { rows[$0].subject }.inWords
        guard leading.count == 1 else { return "\(names.capitalizedFirst) are the fullest \(word(many: true))" }
        return "\(names.capitalizedFirst) is the fullest \(word()): \(rows[leading[0]].totals.figure)"
    }

    /// Days that have at least twice their even share carry the week; others that have the most lead it.
    private func weekFinding(_ rows: [TotalsRow], _ leading: [Int]) -> String {
        let weights = rows.weights
        let led = leading.reduce(0) { $0 + weights[$1] }
        let isCarried = led * rows.count >= weights.reduce(0, +) * 2 * leading.count
        return "\(leading.map { rows[$0].subject }.inWords) \(isCarried ? "carry" : "lead") the week"
    }
}
