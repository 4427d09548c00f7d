/// What is left to watch of one list.
public struct Backlog: Hashable, Sendable {
    public let status: Status
    /// Titles with something left whose time is known.
    public let titles: Int
    public let minutes: Int
    /// How many of the minutes are those of ordinary episodes.
    public let estimatedMinutes: Int
    /// Titles of the list with no known length or number of episodes; they are in none of the numbers.
    public let unknown: Int

    init(_ status: Status, of titles: [Title]) {
        self.status = status
        var (known, minutes, estimated, unknown) = (0, 0, 0, 0)
        for title in titles where title.status == status {
            guard let left = title.timeLeft, left.unmeasured == 0 else {
                unknown += 1
                continue
            }
            if !left.isNothing { known += 1 }
            minutes += left.minutes
            estimated += left.estimatedMinutes
        }
        self.titles = known
        self.minutes = minutes
        estimatedMinutes = estimated
        self.unknown = unknown
    }
}
