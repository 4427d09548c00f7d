extension Binge {
    /// What counts as one, in a sentence.
    ///
    /// - Parameter tellsSittings: whether the edition tells times of day.
    static func rule(tellsSittings: Bool) -> String {
        tellsSittings
            ? phrase("binge.sitting", ["minutes": String(pauseMinutes)]) : phrase("binge.day")
    }
}
