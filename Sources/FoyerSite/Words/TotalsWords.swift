extension Statistics.Totals {
    /// `381 episodes and 24 films`.
    var episodesAndFilms: String {
        [
            episodes > 0 ? phrase("count.episodes", count: episodes) : nil, films > 0 ? phrase("count.films", count: films) : nil,
        ].compactMap { $0 }.inWords
    }

    /// `34 plays, 21 h`; without the time where no play's length is known.
    var inWords: String { phrase("count.plays", count: plays) + (knownTime.map { ", " + $0 } ?? "") }

    /// `34 plays (21 h)`, likewise: inside a sentence.
    var inWordsAside: String { phrase("count.plays", count: plays) + (knownTime.map { " (\($0))" } ?? "") }

    /// `7 h 5 min, 9 plays`, likewise.
    var amount: String { (knownTime.map { $0 + ", " } ?? "") + phrase("count.plays", count: plays) }

    /// `7 h 5 min`; plays where no length is known.
    var figure: String { knownTime ?? phrase("count.plays", count: plays) }

    /// `21 h`, or `not known`.
    var timeInWords: String { knownMinutes.map { duration(minutes: $0) } ?? phrase("totals.notKnown") }

    /// Hours to one decimal, or `–` where nobody knows them.
    var hours: String { knownMinutes.map { decimalHours(minutes: $0) } ?? "–" }

    /// `7 h 5 min`; nil where nothing is known of the time, and where there is none.
    var knownTime: String? { minutes > 0 ? duration(minutes: minutes) : nil }

    /// What no number of hours holds: `1 play of unknown length counts as no time.` Nil where every length is known.
    var gap: String? {
        unmeasured > 0
            ? phrase("totals.gap", count: unmeasured) : nil
    }

    /// How much of it can be placed in time: `of which 1,488 h (51.1 %) have a known day`; nil where all can.
    ///
    /// - Parameter dated: what has a day.
    func datedWords(_ dated: Statistics.Totals) -> String? {
        guard plays > dated.plays, let known = knownMinutes, known > 0 else { return nil }
        guard dated.plays > 0 else { return phrase("totals.noneDated") }
        let (time, share) = (duration(minutes: dated.minutes), percent(dated.minutes, of: known))
        return phrase("totals.dated", ["dated": time, "share": share])
    }
}
