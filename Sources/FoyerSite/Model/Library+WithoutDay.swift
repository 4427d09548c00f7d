extension Library {
    /// What no page of the diary has, since nobody knows its day.
    var withoutDay: Statistics.Totals { plays.undated.reduce(into: .init()) { $0.add($1.totals) } }
}
