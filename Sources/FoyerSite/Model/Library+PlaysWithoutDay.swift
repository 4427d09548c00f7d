extension Library {
    /// How many plays no page of the diary has, since nobody knows their day.
    var playsWithoutDay: Int {
        let ledger = statistics.ledger
        return ledger.stamped + ledger.years + ledger.undated + ledger.unrecorded
    }
}
