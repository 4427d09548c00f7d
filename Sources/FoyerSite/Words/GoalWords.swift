extension GoalProgress {
    /// `Films in 2026`.
    var name: String {
        let values: KeyValuePairs = ["inPeriod": goal.period.inSentence]
        return switch goal.measure {
        case .hours: phrase("goal.hours", values)
        case .episodes: phrase("goal.episodes", values)
        case .films: phrase("goal.films", values)
        case .shows: phrase("goal.shows", values)
        }
    }

    /// `41 of 52`.
    var fraction: String { phrase("goal.fraction", ["done": number(done), "amount": goal.amount.grouped]) }

    /// `2 behind`, `on pace`, `reached`, or `11 short` where the time is over.
    var state: String {
        if isReached { return phrase("goal.reached") }
        if isOver { return phrase("goal.short", ["number": left.grouped]) }
        if lead == 0 { return phrase("goal.onPace") }
        return lead > 0
            ? phrase("goal.ahead", ["number": lead.grouped]) : phrase("goal.behind", ["number": (-lead).grouped])
    }

    /// `11 to go, 41 days left`; nil where it is reached, or the time is over.
    var rest: String? {
        isReached || isOver
            ? nil : phrase("goal.rest", ["number": left.grouped, "days": phrase("count.days", count: daysLeft)])
    }

    /// Of hours those that are full.
    func number(_ done: Int) -> String { (goal.measure == .hours ? done / 60 : done).grouped }
}

extension Period {
    /// `in 2026`, or `in November 2026`.
    var inSentence: String {
        switch self {
        case .allTime: name
        case .year: phrase("label.inYear", ["year": name])
        case .month: phrase("label.inMonth", ["month": name])
        }
    }
}
