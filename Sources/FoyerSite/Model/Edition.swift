/// The audience that a site is built for.
///
/// Shape: in every edition a memo is published only when its owner marked it as not private.
public enum Edition: String, CaseIterable, Sendable {
    /// For the owner's eyes: hidden titles too, and the time of day of each play, to the minute.
    case `private`
    /// For people one knows: without hidden titles, with the time of day of each play, to the minute.
    case friends
    /// For everyone: without hidden titles, days without times.
    case `public`

    /// Whether plays are shown with their time of day.
    public var showsClockTimes: Bool { self != .public }
}
