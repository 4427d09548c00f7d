import Yams

extension ConfigurationFile {
    /// What goals are for: the year or the month that it is, or a certain one, as in `2026` and `2026-11`.
    enum GoalTime: Hashable {
        case thisYear, thisMonth
        case period(Period)

        static let expected: Expectation = "year, month, a year such as 2026 or a month such as 2026-11"

        init?(_ text: String) {
            switch text {
            case "year": self = .thisYear
            case "month": self = .thisMonth
            default:
                let time = /((?:19|20|21)\d\d)(?:-(0[1-9]|1[0-2]))?/
                guard let match = text.wholeMatch(of: time), let year = Int(match.1) else { return nil }
                let month = match.2.flatMap { Int($0) }
                self = .period(month.map { Period.month(CalendarMonth(year: year, month: $0)) } ?? .year(year))
            }
        }
    }

    /// - Throws: for the first key or number that is wrong.
    static func takeGoals(_ value: Node, file: String, into goals: inout Goals) throws(ConfigurationError) -> Expectation? {
        guard let times = value.mapping else { return "a mapping such as {year: {films: 52}}" }
        var seen: Set<GoalTime> = []
        for (keyNode, value) in times {
            let name = keyNode.scalar?.string ?? "…"
            guard let time = GoalTime(name) else {
                throw ConfigurationError(
                    file: file, mark: keyNode.mark,
                    problem: .wrongValue(key: "the time of a goal", value: name, expected: GoalTime.expected))
            }
            guard seen.insert(time).inserted else {
                throw ConfigurationError(file: file, mark: keyNode.mark, problem: .keyTwice(name))
            }
            if value.null != nil { continue }
            guard let amounts = value.mapping else {
                throw ConfigurationError(
                    file: file, mark: value.mark,
                    problem: .wrongValue(
                        key: name, value: value.scalar?.string ?? "…", expected: "a mapping such as {films: 52, hours: 400}"))
            }
            var read: [Goal.Measure: Int] = [:]
            try eachKey(of: amounts, as: Goal.Measure.self, file: file) { measure, value in
                read[measure] = value.int
                return (1...100_000).contains(value.int ?? 0) ? nil : "a whole number from 1 to 100000"
            }
            switch time {
            case .thisYear: goals.thisYear = read
            case .thisMonth: goals.thisMonth = read
            case .period(let period): goals.periods[period] = read
            }
        }
        return nil
    }

    /// Pinned titles: ids, addresses and names, with their places.
    static func takeFavourites(_ value: Node, file: String, into favourites: inout [Favourite]) -> Expectation? {
        let expected: Expectation = "a list of Simkl ids, addresses or names such as [2090, Severance]"
        guard let nodes = value.sequence, nodes.count <= 100 else {
            return value.sequence == nil ? expected : "a list of at most 100 titles"
        }
        for node in nodes {
            guard let text = node.scalar.flatMap({ DisplayText.visible($0.string) }), text.count <= 500 else { return expected }
            let place = [node.mark?.line, node.mark?.column].compactMap { $0.map { ":\($0)" } }.joined()
            favourites.append(Favourite(text, at: file + place))
        }
        return nil
    }
}
