import Foundation

/// A title that is no longer in the library, as it was.
public struct RemovedTitle: Hashable, Sendable {
    /// When it was removed: `2026-11-25`.
    public let day: String
    public let item: Wire.Item

    /// What a mirror keeps of what was removed, the oldest first; rewatches stand beside their title.
    public static func all(in folder: String) throws(MirrorError) -> [RemovedTitle] {
        var titles: [RemovedTitle] = []
        for day in RemovedTitles.days(in: folder) {
            let path = "\(folder)/\(RemovedTitles.file(day))"
            var reader = WireReader(file: RemovedTitles.file(day))
            guard let data = FileManager.default.contents(atPath: path),
                let items = try? PaddedText(data).parse({ AccountFolder.items($0, bucket: nil, &reader) })
            else { throw .damagedRemovals(path: path) }
            titles += items.map { RemovedTitle(day: day, item: $0) }
        }
        return titles
    }
}

extension MirrorFolder {
    /// Keeps titles as they are, before they are removed.
    public func keepCopies(of titles: [(bucket: Wire.Bucket, simkl: Int)], now: Int64) throws(MirrorError) {
        var rows: [LibraryRow] = []
        for (bucket, titles) in Dictionary(grouping: titles, by: \.bucket) {
            let ids = Set(titles.map(\.simkl))
            let data = try data("\(bucket.rawValue).json", now: now)
            let file = data.flatMap { try? LibraryFile(bucket: bucket, data: $0) }
            rows += file?.rows.filter { ids.contains($0.id) } ?? []
        }
        if !rows.isEmpty { try RemovedTitles(self).add(rows, day: RemovedTitles.name(of: now)) }
    }
}
