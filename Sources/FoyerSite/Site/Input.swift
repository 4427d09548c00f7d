/// Something that an output of the site is made from, besides its own template and the site's settings.
///
/// Shape: as fine as nights change things. What an output declares is all that it may show: the same inputs, the same bytes.
enum Input: Hashable, Sendable {
    /// All of a title but what airs, by its position in the library.
    case title(Int)
    /// What is still to come of it.
    case airings(Int)
    /// Titles as lists show them, in this order.
    case titles([Int])
    /// The plays of a period, with the titles that they are of.
    case plays(Period)
    /// What the diary tells of a period.
    case diary(Period)
    /// All that the review of a period counts.
    case review(Period)
    /// How many plays have no believable day.
    case undated
    /// Everything of the library.
    case library
    /// The day on which the site is built.
    case today
    /// The instant at which it is built.
    case now
    /// The day of the data.
    case dataDay
    /// Whether the data is behind Simkl.
    case outdated
    /// What can be subscribed to.
    case feeds
    /// Something that the output was planned with.
    case value(String)
    /// The same, where it is more than a few words.
    case values(UInt64)
}
