extension AirDelay {
    /// How a class of delays is called.
    func name(of delay: DelayClass) -> String {
        switch delay {
        case .beforeAiring: "before it aired"
        case .withinDay: isInDays ? "on the same day" : "within a day"
        case .withinWeek: "within a week"
        case .withinMonth: "within a month"
        case .withinYear: "within a year"
        case .later: "later"
        }
    }

    /// How long after airing half of them were watched, and how many are known.
    var sentence: String {
        let stand = "\(counted(seconds.count, "episode", "episodes")) whose air date and play are both known"
        guard let sample else { return "\(stand): too few to average." }
        let (median, mean) = (words(seconds: sample.median), words(seconds: sample.mean))
        return "Half were watched \(median) or sooner, the mean is \(mean): \(stand)."
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
