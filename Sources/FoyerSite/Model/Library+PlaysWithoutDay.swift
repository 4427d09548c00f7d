extension Library {
    /// How many plays no page of the diary has, since nobody knows their day.
    var playsWithoutDay: Int { statistics.ledger.plays - statistics.ledger.real - statistics.ledger.days }
}
