/// What became of the shows that were begun. Films do not count: an account knows only of those that were finished.
public struct Completion: Hashable, Sendable {
    public private(set) var begun = 0
    public private(set) var statuses: [Status: Int] = [:]

    mutating func add(_ status: Status?) {
        begun += 1
        if let status { statuses[status, default: 0] += 1 }
    }

    public var completed: Int { statuses[.completed] ?? 0 }
    public var dropped: Int { statuses[.dropped] ?? 0 }
    /// Being watched, on hold, or on no list that tells.
    public var goingOn: Int { begun - completed - dropped }
}

/// Titles that were finished although many others gave up.
public struct Endurance: Hashable, Sendable {
    /// At least this percentage gave up.
    public static let share = 100.0 / 3

    /// Those that at least a third gave up, the most given up first.
    public let titles: [Title]
    /// Finished titles whose drop rate Simkl tells.
    public let known: Int

    init(_ titles: [Title]) {
        let known = titles.filter { $0.status == .completed && $0.crowd.dropPercent != nil }
        self.known = known.count
        self.titles = known.filter { ($0.crowd.dropPercent ?? 0) >= Self.share }
            .sorted { ($1.crowd.dropPercent ?? 0, $0.id) < ($0.crowd.dropPercent ?? 0, $1.id) }
    }
}
