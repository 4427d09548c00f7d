/// How long titles lay on the list before they were watched.
///
/// Units: days. Shape: only titles with a day on which they were added, of whose first watching every play has a day: until begun a
/// believable one, until finished also that of a mark.
public struct ShelfTime: Hashable, Sendable {
    /// From being added to the first play.
    public private(set) var untilBegun: [Int] = []
    /// From being added to the last play of the first watching; only completed titles, by the day on which they were finished.
    public private(set) var untilFinished: [Int] = []
    /// Titles that were watched before they were added; they are in neither.
    public private(set) var watchedBefore = 0

    /// - Parameters:
    ///   - isBegun: whether it was begun in the period that is told of.
    ///   - isFinished: whether its first watching ended there.
    mutating func add(_ title: Title, days: DayRule, isBegun: Bool, isFinished: Bool) {
        guard isBegun || isFinished, let added = title.addedAt?.day(days), title.unrecordedEpisodes == 0 else { return }
        let watching = title.plays.filter { $0.rewatch == nil }
        let told = watching.compactMap { $0.time.markedDay(days) }
        guard told.count == watching.count, let first = told.min(), let last = told.max() else { return }
        let isDated = watching.allSatisfy { $0.time.day(days) != nil }
        if isBegun, isDated, first < added { watchedBefore += 1 }
        guard first >= added else { return }
        if isBegun, isDated { untilBegun.append(first.daysSince1970 - added.daysSince1970) }
        if isFinished, title.status == .completed { untilFinished.append(last.daysSince1970 - added.daysSince1970) }
    }
}

extension Library {
    /// Titles to be watched that nobody began, with the day on which they were added: the oldest first.
    public var unwatched: [(title: Title, added: CalendarDay)] {
        titles.filter { $0.status == .planToWatch && $0.plays.isEmpty && $0.unrecordedEpisodes == 0 }
            .compactMap { title in title.addedAt.map { (title, $0.day(days)) } }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }
}
