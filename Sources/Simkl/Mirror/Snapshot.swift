import Foundation

/// The activities as they stood at one moment: what the mirror has seen, or what there is to see.
struct Snapshot: Hashable, Sendable {
    /// As Simkl sent it.
    let text: Data
    let dates: [String: WireDate]

    init(_ answer: Answer<Wire.Activities>) {
        text = answer.body
        dates = answer.value.dates
    }

    /// Nil for anything that holds no activities.
    init?(_ text: Data) {
        var reader = WireReader(file: "activities.json")
        guard let activities = try? PaddedText(text).parse({ $0["all"] == nil ? nil : Wire.Activities($0, &reader) }) ?? nil
        else {
            return nil
        }
        self.text = text
        dates = activities.dates
    }

    var all: WireDate? { dates["all"] }

    /// Whether its newest change came before another's: nothing that happens to an account does that.
    func isOlder(than other: Snapshot) -> Bool {
        guard let all, let others = other.all else { return other.all != nil }
        return all.secondsSince1970 < others.secondsSince1970
    }

    /// Whether anything was ever put on a list of a bucket.
    func hasLists(of bucket: Wire.Bucket) -> Bool {
        let prefix = bucket == .shows ? "tv_shows." : bucket.rawValue + "."
        return LibraryQuery.statuses(of: bucket).contains { dates[prefix + $0] != nil }
    }

    /// From when on changes are asked for: a second earlier than the newest one known, since another may have come in the same
    /// second and `date_from` means *after*. By Simkl's clock, whatever this machine's says.
    var dateFrom: String? {
        guard case .instant(let seconds, _) = all else { return nil }
        return Date(timeIntervalSince1970: Double(seconds - 1)).formatted(.iso8601)
    }
}

/// What moved between two snapshots.
struct Delta: Hashable, Sendable {
    /// Whether anything did.
    private(set) var hasNews = false
    /// Buckets of which a list gained or changed titles.
    private(set) var lists: [Wire.Bucket] = []
    /// Buckets in which something was rated.
    private(set) var ratings: [Wire.Bucket] = []
    /// Buckets that lost titles.
    private(set) var lost: [Wire.Bucket] = []
    private(set) var hasMovedSettings = false
    private(set) var hasMovedPlayback = false

    init(from old: Snapshot, to new: Snapshot) {
        hasNews = old.dates != new.dates
        guard hasNews else { return }
        func moved(_ key: String) -> Bool { old.dates[key] != new.dates[key] }
        hasMovedSettings = moved("settings.all")
        for bucket in Wire.Bucket.allCases {
            let prefix = bucket == .shows ? "tv_shows." : bucket.rawValue + "."
            let leaves = Set(old.dates.keys).union(new.dates.keys).filter { $0.hasPrefix(prefix) && moved($0) }
                .map { $0.dropFirst(prefix.count) }
            let others: Set<Substring> = ["rated_at", "playback", "removed_from_list"]
            if leaves.contains("rated_at") { ratings.append(bucket) }
            hasMovedPlayback = hasMovedPlayback || leaves.contains("playback")
            if leaves.contains("removed_from_list") { lost.append(bucket) }
            // Every other date is a list's, also one that this program has never heard of.
            if leaves == ["all"] || leaves.contains(where: { !others.contains($0) && $0 != "all" }) { lists.append(bucket) }
        }
    }
}
