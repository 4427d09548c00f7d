extension Library {
    /// What no page of the diary has, since nobody knows its day: what was marked has one.
    var withoutDay: Statistics.Totals {
        plays.undated.reduce(into: .init()) { if $1.evidence != .marked { $0.add($1.totals) } }
    }
}
