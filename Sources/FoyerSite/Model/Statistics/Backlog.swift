/// What is left to watch of some titles.
public struct Backlog: Hashable, Sendable {
    /// Titles with something left whose time is known.
    public private(set) var titles = 0
    public private(set) var minutes = 0
    /// How many of the minutes are those of ordinary episodes.
    public private(set) var estimatedMinutes = 0
    /// Titles with no known length or number of episodes; they are in none of the numbers.
    public private(set) var unknown = 0

    init(of titles: some Sequence<Title>) {
        for title in titles {
            guard let left = title.timeLeft, let minutes = left.knownMinutes else {
                unknown += 1
                continue
            }
            if !left.isNothing { self.titles += 1 }
            self.minutes += minutes
            estimatedMinutes += left.estimatedMinutes
        }
    }

    static func + (left: Backlog, right: Backlog) -> Backlog {
        var sum = left
        sum.titles += right.titles
        sum.minutes += right.minutes
        sum.estimatedMinutes += right.estimatedMinutes
        sum.unknown += right.unknown
        return sum
    }
}
