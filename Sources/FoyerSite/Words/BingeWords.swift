extension Binge {
    /// What counts as one, in a sentence.
    ///
    /// - Parameter tellsSittings: whether the edition tells times of day.
    static func rule(tellsSittings: Bool) -> String {
        tellsSittings
            ? "Three or more episodes of one title, each begun no later than \(pauseMinutes) minutes after the end of the one before."
            : "Three or more episodes of one title, watched on one day."
    }
}
