extension AirDelay {
    /// How a class of delays is called.
    func name(of delay: DelayClass) -> String {
        switch delay {
        case .beforeAiring: phrase("delay.before")
        case .withinDay: isInDays ? phrase("delay.sameDay") : phrase("delay.withinDay")
        case .withinWeek: phrase("delay.withinWeek")
        case .withinMonth: phrase("delay.withinMonth")
        case .withinYear: phrase("delay.withinYear")
        case .later: phrase("delay.later")
        }
    }

    /// Live or binge: how many shows had been over when they were begun, how soon the others were watched, and of how many it is known.
    var sentence: String { [binged, watched, coverage].compactMap { $0 }.joined(separator: " ") }

    private var over: Int { shows.count - live.count }

    private var binged: String {
        let days = String(Title.liveDays)
        if over == 0 { return phrase("delay.noneOver", count: shows.count, ["days": days]) }
        if over == shows.count { return phrase("delay.allOver", count: shows.count, ["days": days]) }
        return phrase("delay.someOver", count: over, ["shows": phrase("count.shows", count: shows.count), "days": days])
    }

    /// How soon half of the shows that were not over were watched; nil where all were.
    private var watched: String? {
        if live.isEmpty { return nil }
        guard let sample = Sample(live) else { return phrase("delay.tooFew") }
        let values: KeyValuePairs = ["shows": sample.count.grouped, "delay": words(seconds: sample.median)]
        return over == 0 ? phrase("delay.half", values) : phrase("delay.halfOfOthers", values)
    }

    private var coverage: String {
        phrase(
            "delay.known",
            [
                "episodes": known.grouped, "allEpisodes": phrase("count.episodes", count: episodeCount),
                "shows": shows.count.grouped, "allShows": phrase("count.shows", count: showCount),
            ])
    }

    /// `5 hours after airing`.
    private func words(seconds: Double) -> String {
        let hours = Int((abs(seconds) / 3600).rounded())
        if isInDays, seconds == 0 { return phrase("delay.onTheDay") }
        let span = span(hours: hours, days: abs(seconds) / 86_400)
        return seconds < 0 ? phrase("delay.spanBefore", ["span": span]) : phrase("delay.spanAfter", ["span": span])
    }

    private func span(hours: Int, days: Double) -> String {
        if isInDays, hours < 24 * 730 { return phrase("delay.decimalDays", ["days": days.oneDecimal]) }
        return switch hours {
        case 0: phrase("delay.underAnHour")
        case ..<48: phrase("delay.hours", count: hours)
        case ..<(24 * 730): phrase("delay.days", count: (hours + 12) / 24)
        default: phrase("delay.years", ["years": (Double(hours) / 24 / 365.25).oneDecimal])
        }
    }
}
