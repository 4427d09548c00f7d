/// What kinds of news `foyer notify` tells.
public enum NoticeKind: String, CaseIterable, Codable, Sendable {
    /// Episodes of today.
    case episodes
    /// Films that come out today.
    case films
    /// A season whose first episode has a date.
    case seasons
    /// A title that had ended, and goes on.
    case returned
    /// Dates that are others.
    case moved
    /// Episodes that are the last ones of something.
    case finales
    case ended
    /// The review of a month that is over.
    case months
}
