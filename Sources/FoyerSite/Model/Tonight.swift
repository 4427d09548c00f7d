/// What could be watched tonight, all of it in one order: the most points first, then by name.
public struct Tonight: Sendable {
    public let picks: [TonightPick]
    /// How many titles of the two lists are out, and have no known length or number of episodes.
    public let unknown: Int
    /// What the owner's ratings say, of all kinds.
    public let taste: Taste

    /// How many a list shows, and among how many the dice roll.
    static let listed = 6
    public static let rolled = 12
    /// The minutes below which something is short, and up to which an evening reaches.
    public static let short = 90
    static let evening = 240

    /// - Parameter kind: what alone is wanted; nil for all.
    public init(_ library: Library, today: CalendarDay, kind: MediaKind? = nil) {
        let taste = Taste(library.titles)
        self.taste = taste
        let days = library.days
        let titles = library.titles.filter { kind == nil || $0.id.kind == kind }
        let pauses = library.pauses
        picks = titles.compactMap { TonightPick($0, paused: pauses[$0.id], taste: taste, days: days, today: today) }
            .sorted { left, right in
                (right.points, left.title.sortKey, left.title.id) < (left.points, right.title.sortKey, right.title.id)
            }
        unknown = titles.count { title in
            guard title.isForTonight(today, days) else { return false }
            return title.minutesLeft.map { $0 > 0 && title.runtimeMinutes == nil } ?? true
        }
    }

    /// A film that is short, or the next episodes of a show, as many as are.
    public var underNinetyMinutes: [TonightPick] { best { $0.count(within: Self.short - 1) > 0 } }

    /// What is seen to its end in one evening, and fills it.
    public var oneEvening: [TonightPick] { best { (Self.short...Self.evening).contains($0.minutesLeft) } }

    /// Shows of which little is left: the least time first.
    public var nearlyFinished: [TonightPick] {
        let shows = picks.enumerated().filter { $0.element.isNearlyFinished }
        return shows.sorted { ($0.element.minutesLeft, $0.offset) < ($1.element.minutesLeft, $1.offset) }
            .prefix(Self.listed).map(\.element)
    }

    private func best(_ fits: (TonightPick) -> Bool) -> [TonightPick] { Array(picks.lazy.filter(fits).prefix(Self.listed)) }

    /// All that dice can show: the best for each time, of all kinds together and of each alone.
    var pool: [TonightPick] {
        var places: Set<Int> = []
        for time in TonightTime.allCases {
            let fitting = picks.indices.filter { time.count(of: picks[$0]) > 0 }
            places.formUnion(fitting.prefix(Self.rolled))
            for kind in MediaKind.allCases {
                places.formUnion(fitting.lazy.filter { picks[$0].title.id.kind == kind }.prefix(Self.rolled))
            }
        }
        return places.sorted().map { picks[$0] }
    }
}
