/// Something new that is told once: an episode of today, a date that moved, the review of a month.
///
/// Shape: finished, in the site's language. ``keys`` are what it is known by for ever, in records of what was told.
public struct Notice: Hashable, Sendable {
    public let kind: NoticeKind
    /// The heading that it stands under.
    let section: String
    /// All of it, in one line.
    public let words: String
    /// Of the title's page here, where the site has an address; else at Simkl.
    let address: String
    /// One, or those of all that it sums up.
    public internal(set) var keys: [String]
    let subject: Subject

    /// What machines may want to know of it.
    struct Subject: Hashable, Sendable {
        /// Of the title; of a month its words.
        let name: String
        /// Nil for a month, as ``simkl``.
        var kind: MediaKind?
        var simkl: Int?
        /// Their labels; none of films, and of what is of the whole title.
        var episodes: [String] = []
        /// The day of it, or the new one.
        var day: CalendarDay?
        /// Nil where only the day is known.
        var time: Moment?
        /// Where it was before.
        var before: CalendarDay?
    }
}

extension Notice: Encodable {
    private enum CodingKeys: String, CodingKey {
        case kind, words, url, title, media, simkl, episodes, day, at, before
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(words, forKey: .words)
        try container.encode(address, forKey: .url)
        try container.encode(subject.name, forKey: .title)
        try container.encode(subject.kind?.rawValue, forKey: .media)
        try container.encode(subject.simkl, forKey: .simkl)
        try container.encode(subject.episodes, forKey: .episodes)
        try container.encode(subject.day?.iso, forKey: .day)
        try container.encode(subject.time?.rfc3339, forKey: .at)
        try container.encode(subject.before?.iso, forKey: .before)
    }
}
