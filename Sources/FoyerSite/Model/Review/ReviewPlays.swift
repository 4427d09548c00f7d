/// All that the review of a year or a month is made from, cut out of a library: plain values that can be kept, and that stay the
/// same when the library goes on.
///
/// What a title is called and what it looks like is not part of it, nor what an edition may show: those are today's.
///
/// Shape: only plays with a believable day in the period, by day, then as they followed each other; what is told of titles, by title.
public struct ReviewPlays: Hashable, Sendable, Codable {
    /// The rule by which the plays were put into the period: a zone's IANA name, and the hour at which a day ends.
    public let zone: String
    public let rolloverHour: Int
    public let plays: [ReviewPlay]
    /// Titles with a play or a rating in the period, and those that were finished in it by a mark.
    public let titles: [ReviewTitle]
    /// Titles that were on a list and not begun when the period began, and when it ended (or today).
    public let waitedAtStart: [TitleID]
    public let waitsAtEnd: [TitleID]
    /// Plays whose date lies in the period and is not believed: marked faster than they can be watched, or at the airing or release.
    public let marked: Int
    public let stamped: Int
    /// The sittings that begin in the period, which may end after it; nil in what was kept without them, and where an edition tells no
    /// times of day: then they are told from the plays.
    public let sittings: [ReviewSitting]?

    enum CodingKeys: String, CodingKey {
        case zone, rolloverHour, plays, titles, waitedAtStart, waitsAtEnd, sittings
        case marked = "bulk"
        case stamped = "airStamped"
    }
}

/// A sitting, with the title that it is of.
public struct ReviewSitting: Hashable, Sendable, Codable {
    public let title: TitleID
    public let day: CalendarDay
    public let episodes: Int
    public let minutes: Int
}

/// A play, with the title that it is of.
public struct ReviewPlay: Hashable, Sendable {
    public let title: TitleID
    /// Its time is always a ``PlayTime/real(_:)`` or a ``PlayTime/day(_:)``.
    public let play: Play

    public init(title: TitleID, play: Play) {
        self.title = title
        self.play = play
    }
}

/// What a title was to a period besides its plays.
public struct ReviewTitle: Hashable, Sendable, Codable {
    public let id: TitleID
    public let past: Past
    /// Whether its first watching came to an end in the period, or was marked as at an end: that of a show that is completed, or of a
    /// film.
    public let isFinished: Bool
    /// The day of that; nil in what was sealed when none was kept, whose last play tells it.
    public let finishedOn: CalendarDay?
    /// The owner's rating, whenever it was given.
    public let rating: Int?
    /// The day of that rating, where it lies in the period.
    public let ratedOn: CalendarDay?

    /// What is known of the time before the period.
    public enum Past: String, Sendable, Codable {
        /// Nothing of it was watched before.
        case new
        /// Something was.
        case returning
        /// Some of its plays have no believable day, so nobody knows.
        case unknown
    }
}
