extension Site {
    /// The year and the month that it is.
    var currentPeriods: [Period] { [.year(watchingDay.year), .month(watchingDay.month)] }

    /// How far the goals of a period are.
    func goals(of period: Period) -> [GoalProgress] {
        let goals = goals.goals(for: period, today: watchingDay)
        guard !goals.isEmpty else { return [] }
        let review = review(of: period)
        return goals.compactMap { GoalProgress($0, review, end: dataEnd) }
    }

    /// What a page that tells the goals of a period shows besides the plays in it.
    func goals(in period: Period) -> Input {
        let goals = goals.goals(for: period, today: watchingDay)
        // While it runs they are told up to a day.
        let end = period.days.map { min(dataEnd, $0.upperBound.adding(days: 1)) }
        return .value(goals.isEmpty ? "" : "goals \(goals.map { "\($0.amount) \($0.measure)" }) until \(end?.iso ?? "")")
    }
}
