import Foundation

/// What was removed from a mirror, kept for a year: for each day a library of its own, in Simkl's rows.
///
/// Shape: `state/removed/2026-11-25.json`, as `GET /sync/all-items` answers.
struct RemovedTitles {
    private let folder: MirrorFolder

    static let path = "state/removed"

    init(_ folder: MirrorFolder) { self.folder = folder }

    /// The day of a moment, in UTC, as files are named: `2026-11-25`.
    static func name(of seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.year().month().day())
    }

    /// The file of a day, from the mirror on.
    static func file(_ day: String) -> String { "\(path)/\(day).json" }

    /// The days on which anything was removed, the newest last.
    var days: [String] { Self.days(in: folder.path) }

    static func days(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)")) ?? []
        return names.filter { $0.wholeMatch(of: /\d{4}-\d\d-\d\d\.json/) != nil }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Titles of a day; nil where the file cannot be read.
    func rows(_ day: String) -> [LibraryRow]? {
        guard let data = FileManager.default.contents(atPath: "\(folder.path)/\(Self.file(day))") else { return nil }
        var reader = WireReader(file: Self.file(day))
        let rows = try? PaddedText(data).parse { LibraryRow.rows($0, bucket: nil, &reader) }
        return reader.issues.isEmpty ? rows : nil
    }

    /// Keeps titles, beside those of the same day. They are on the disk when this returns.
    func add(_ rows: [LibraryRow], day: String) throws(MirrorError) {
        let known = days.contains(day) ? self.rows(day) : []
        // What cannot be read is not written over.
        guard let known else { throw .damagedRemovals(path: "\(folder.path)/\(Self.file(day))") }
        let buckets = Wire.Bucket.allCases.map { bucket in
            var file = LibraryFile(bucket: bucket)
            file.upsert((known + rows).filter { $0.bucket == bucket })
            return (bucket.rawValue, JSONParts.array(file.rows.map(\.text)))
        }
        try folder.write(Data(JSONParts.object(buckets)), beside: Self.file(day))
    }

    /// Forgets what was removed before a day.
    func prune(before day: String) { for old in days where old < day { folder.removeBeside(Self.file(old)) } }

    /// The ids of all titles that are kept.
    var ids: Set<Int> { Set(days.flatMap { rows($0) ?? [] }.map(\.id)) }
}
