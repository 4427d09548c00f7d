/// The owner's own rating.
public struct Rating: Hashable, Sendable {
    /// 1 to 10.
    public let value: Int
    /// Nil where none is believable.
    public let ratedAt: HistoryTime?

    /// The day on which it was given; nil where none is believable.
    func day(_ rule: DayRule) -> CalendarDay? { ratedAt?.day(rule) }
}

/// What others think of a title; nil where nobody has voted or the mirror does not know.
public struct CrowdRatings: Hashable, Sendable {
    public var simkl: CrowdRating?
    public var imdb: CrowdRating?
    public var mal: CrowdRating?
    /// Percent of viewers that gave up, 0 to 100.
    public var dropPercent: Double?

    public init() {}
}

/// An average rating of many.
public struct CrowdRating: Hashable, Sendable {
    /// 1 to 10.
    public let average: Double
    public let votes: Int?
}
