/// What is left to watch of one list, and how long it takes at the owner's own pace.
public struct Backlog: Hashable, Sendable {
    /// The time that the pace is taken from.
    public static let paceDays = 90

    public let status: Status
    /// Titles with something left whose time is known.
    public let titles: Int
    public let minutes: Int
    /// Titles of the list with no known length or number of episodes; they are in neither number.
    public let unknown: Int

    init(_ status: Status, of titles: [Title]) {
        self.status = status
        var (known, minutes, unknown) = (0, 0, 0)
        for title in titles where title.status == status {
            guard let left = title.minutesLeft else {
                unknown += 1
                continue
            }
            if left > 0 { known += 1 }
            minutes += left
        }
        self.titles = known
        self.minutes = minutes
        self.unknown = unknown
    }

    /// Days until all of it is watched; nil without a pace.
    ///
    /// - Parameter paceMinutes: what was watched in the last ``paceDays``.
    public func days(paceMinutes: Int) -> Int? {
        guard paceMinutes > 0 else { return nil }
        return Int((Double(minutes) * Double(Self.paceDays) / Double(paceMinutes)).rounded(.up))
    }
}

extension Title {
    /// Minutes of what has aired and is not watched; nil where its length or the number of its episodes is unknown.
    var minutesLeft: Int? {
        if self.isFilm { return self.plays.isEmpty ? self.runtimeMinutes : 0 }
        guard let progress = self.progress else { return nil }
        let episodes = max(0, progress.aired - progress.watched)
        return episodes == 0 ? 0 : self.runtimeMinutes.map { episodes * $0 }
    }
}
