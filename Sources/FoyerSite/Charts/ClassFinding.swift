/// What rows of classes show: kinds, lengths, decades, genres.
enum ClassFinding {
    /// Parts of one whole: `Most of the time went to TV shows`, `The most time went to TV shows and anime`.
    ///
    /// - Parameters:
    ///   - none: what is said where none stands out: `No kind stands out`.
    ///   - isPartition: whether what counts in one row counts in no other, so that more than half can be most.
    static func time(_ rows: [TotalsRow], none: String, isPartition: Bool) -> String {
        let (weights, isTimed) = (rows.weights, rows.total.minutes > 0)
        switch rows.standout {
        case .only(let row):
            let name = rows[row].name
            guard isPartition else { return phrase("chart.onlyKnown", ["name": name]) }
            return isTimed ? phrase("chart.allTimeWent", ["name": name]) : phrase("chart.allPlaysWent", ["name": name])
        case .leading(let leading):
            let names = leading.map { rows[$0].name }.inWords
            if isPartition, leading.count == 1, weights[leading[0]] * 2 > weights.reduce(0, +) {
                return isTimed
                    ? phrase("chart.mostOfTimeWent", ["name": names]) : phrase("chart.mostOfPlaysWent", ["name": names])
            }
            return isTimed ? phrase("chart.mostTimeWent", ["names": names]) : phrase("chart.mostPlaysWent", ["names": names])
        case .none: return none
        }
    }

    /// Of plays by their length: `Most plays last 45–59 min`.
    static func lengths(_ rows: [TotalsRow]) -> String {
        guard case .leading(let leading) = Standout(rows.map(\.totals.plays)) else { return phrase("chart.noLength") }
        let names = leading.map { rows[$0].name }.inWords
        if leading.count > 1 { return phrase("chart.commonestLengths", ["lengths": names]).capitalizedFirst }
        return rows[leading[0]].totals.plays * 2 > rows.total.plays
            ? phrase("chart.mostPlaysLast", ["length": names])
            : phrase("chart.commonestLength", ["length": names]).capitalizedFirst
    }

    /// Of plays by decade: `Most plays are of the 2010s`.
    static func decades(_ rows: [TotalsRow]) -> String {
        guard case .leading(let leading) = Standout(rows.map(\.totals.plays)) else { return phrase("chart.noDecade") }
        let names = leading.map { phrase("chart.theDecade", ["decade": rows[$0].name]) }.inWords
        return leading.count == 1 && rows[leading[0]].totals.plays * 2 > rows.total.plays
            ? phrase("chart.mostPlaysFromDecade", ["decade": names]) : phrase("chart.greatestPartFromDecades", ["decades": names])
    }
}
