public import Foundation

/// An account as Simkl's servers hold it, with everything that the catalogue knows of its titles.
///
/// Every change moves the clock by one second and the dates that Simkl would move.
public struct LoopbackAccount: Sendable {
    /// The servers' clock, never the machine's.
    public var now: Date
    /// Whether a rating that files a title under another list moves that list's date: newer Simkl does, older did not.
    public var ratingMovesListDates = true
    public var settings: JSON
    /// Titles of the library and, without a status, titles that only the catalogue knows.
    var entries: [Entry] = []
    var activities = Activities()
    var playback: [JSON] = []
    /// When what was checked in is over; nil where nothing was.
    var checkInEnds: Date?
    /// Given statistics; nil when they are to be counted.
    var statistics: JSON?
    var crowd: [Int: JSON] = [:]
    var details: [Int: JSON] = [:]
    var episodes: [Int: [JSON]] = [:]
    var calendars: [Bucket: Calendar] = [:]
    var catalogChanges: [Int: Date] = [:]

    public init(now: Date, settings: JSON) {
        self.now = now
        self.settings = settings
    }

    /// The number of the account.
    public var id: Int { settings["account"]?["id"]?.int ?? 0 }

    /// The ids of a bucket's titles in the library, of one status or of all.
    public func ids(_ bucket: Bucket? = nil, status: String? = nil) -> [Int] {
        library.filter { (bucket == nil || $0.bucket == bucket) && (status == nil || $0.status == status) }.map(\.id)
    }

    /// The ids of a bucket's titles that are on no list.
    public func catalogueOnly(_ bucket: Bucket) -> [Int] {
        entries.filter { $0.bucket == bucket && $0.status == nil }.map(\.id)
    }

    /// Everything that Simkl keeps of a title; nil when it knows none.
    public func item(_ id: Int) -> JSON? { entry(id)?.item }

    var library: [Entry] { entries.filter { $0.status != nil } }

    func entry(_ id: Int) -> Entry? { entries.first { $0.id == id } }

    /// Changes a title in its place; nil when there is none with that id.
    mutating func change<Result>(_ id: Int, _ body: (inout Entry) -> Result) -> Result? {
        guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
        return body(&entries[index])
    }

    /// The next second.
    mutating func tick() -> Date {
        now += 1
        statistics = nil
        return now
    }
}
