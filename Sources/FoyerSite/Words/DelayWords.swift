extension AirDelay {
    /// How a class of delays is called.
    func name(of delay: DelayClass) -> String {
        switch delay {
        case .beforeAiring: "before it aired"
        case .withinDay: isInDays ? "on the same day" : "within a day"
        case .withinWeek: "within a week"
        case .withinMonth: "within 30 days"
        case .withinYear: "within a year"
        case .later: "later"
        }
    }

    /// Live or binge: how many shows had been over when they were begun, how soon the others were watched, and of how many it is known.
    var sentence: String {
        let over = shows.count - live.count
        let known =
            "Air dates and plays are both known for \(self.known.grouped) of \(counted(episodeCount, "episode", "episodes")), of "
            + "\(shows.count.grouped) of \(counted(showCount, "show", "shows"))."
        let binged =
            "Live or binge: \(over == 0 ? "none" : over == shows.count ? "all" : over.grouped) of "
            + "\(counted(shows.count, "show", "shows")) had been over for more than \(Title.liveDays) days when "
            + "\(over == 1 || shows.count == 1 ? "it was" : "they were") begun."
        guard !live.isEmpty else { return "\(binged) \(known)" }
        guard let sample = Sample(live) else {
            return "\(binged) Too few are left to average. \(known)"
        }
        return
            "\(binged) Half of the \(over == 0 ? "" : "other ")\(sample.count.grouped) were watched \(words(seconds: sample.median)) "
            + "or sooner, each by its ordinary episode. \(known)"
    }

    /// `5 hours after airing`.
    private func words(seconds: Double) -> String {
        let hours = Int((abs(seconds) / 3600).rounded())
        if isInDays {
            if seconds == 0 { return "on the day of airing" }
            if hours < 24 * 730 {
                return "\((abs(seconds) / 86_400).oneDecimal) days" + (seconds < 0 ? " before airing" : " after airing")
            }
        }
        let span: String
        switch hours {
        case 0: span = "less than an hour"
        case ..<48: span = counted(hours, "hour", "hours")
        case ..<(24 * 730): span = counted((hours + 12) / 24, "day", "days")
        default: span = (Double(hours) / 24 / 365.25).oneDecimal + " years"
        }
        return span + (seconds < 0 ? " before airing" : " after airing")
    }
}
