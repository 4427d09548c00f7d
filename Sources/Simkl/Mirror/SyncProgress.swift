/// How far a sync has come, for whoever waits.
public struct SyncProgress: Hashable, Sendable {
    public let step: Step
    /// How many there are by now, in the buckets that have been looked at; of the one that is being fetched, how many have come, and
    /// nothing while none has.
    public let titles: [Wire.Bucket: Int]

    /// What is being fetched.
    public enum Step: Hashable, Sendable {
        /// A bucket of the library, whole.
        case library(Wire.Bucket)
        /// So many files of the calendar.
        case calendars(Int)
        /// Title details and episode lists, of which so many are still to come.
        case details(Int)
    }
}
