/// What rows of classes show: kinds, lengths, decades, genres.
enum ClassFinding {
    /// Parts of one whole: `Most of the time went to TV shows`, `The most time went to TV shows and anime`.
    ///
    /// - Parameter isPartition: whether what counts in one row counts in no other, so that more than half can be most.
    static func time(_ rows: [TotalsRow], noun: String, isPartition: Bool) -> String {
        let (weights, isTimed) = (rows.weights, rows.total.minutes > 0)
        switch rows.standout {
        case .only(let row):
            return isPartition
                ? "All \(isTimed ? "the time" : "plays") went to \(rows[row].name)" : "Only \(rows[row].name) is known"
        case .leading(let leading):
            let names = leading.map { rows[$0].name }.inWords
            let isMost = isPartition && leading.count == 1 && weights[leading[0]] * 2 > weights.reduce(0, +)
            return "\(isMost ? "Most of the" : "The most") \(isTimed ? "time" : "plays") went to \(names)"
        case .none: return "No \(noun) stands out"
        }
    }

    /// Of plays by their length: `Most plays last 45–59 min`.
    static func lengths(_ rows: [TotalsRow]) -> String {
        guard case .leading(let leading) = Standout(rows.map(\.totals.plays)) else { return "No length stands out" }
        let names = leading.map { rows[$0].name }.inWords
        if leading.count > 1 { return "\(names.capitalizedFirst) are the most common lengths" }
        return rows[leading[0]].totals.plays * 2 > rows.total.plays
            ? "Most plays last \(names)" : "\(names.capitalizedFirst) is the most common length"
    }

    /// Of plays by decade: `Most plays are of the 2010s`.
    static func decades(_ rows: [TotalsRow]) -> String {
        guard case .leading(let leading) = Standout(rows.map(\.totals.plays)) else { return "No decade stands out" }
        let names = leading.map { "the \(rows[$0].name)" }.inWords
        return leading.count == 1 && rows[leading[0]].totals.plays * 2 > rows.total.plays
            ? "Most plays are of titles from \(names)" : "The most plays are of titles from \(names)"
    }
}
