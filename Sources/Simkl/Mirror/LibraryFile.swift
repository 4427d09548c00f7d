import Foundation

/// One bucket of the library: its entries, each once.
///
/// Shape: `{"shows":[…]}`, in the order of the ids, so that the same entries are the same bytes however they came.
struct LibraryFile: Sendable {
    let bucket: Wire.Bucket
    private var entries: [Key: LibraryRow] = [:]

    private struct Key: Hashable, Comparable {
        let id: Int
        let rewatchID: Int

        init(_ row: LibraryRow) {
            id = row.id
            rewatchID = row.rewatchID ?? 0
        }

        init(id: Int) {
            self.id = id
            rewatchID = 0
        }

        static func < (left: Key, right: Key) -> Bool { (left.id, left.rewatchID) < (right.id, right.rewatchID) }
    }

    init(bucket: Wire.Bucket) { self.bucket = bucket }

    init(bucket: Wire.Bucket, data: Data) throws(JSONFault) {
        self.bucket = bucket
        var reader = WireReader(file: "\(bucket.rawValue).json")
        upsert(try PaddedText(data).parse { LibraryRow.rows($0, bucket: bucket, &reader) })
    }

    var isEmpty: Bool { entries.isEmpty }
    var ids: Set<Int> { Set(entries.keys.map(\.id)) }
    /// In the order of the ids.
    var rows: [LibraryRow] { entries.keys.sorted().compactMap { entries[$0] } }

    /// The entry of a title, not one of its rewatches.
    func row(_ id: Int) -> LibraryRow? { entries[Key(id: id)] }

    /// Puts entries over what is there.
    mutating func upsert(_ rows: [LibraryRow]) { for row in rows { entries[Key(row)] = row } }

    /// Applies what the ratings list says of an entry that is there.
    mutating func overlay(_ row: LibraryRow) {
        guard let known = entries[Key(id: row.id)] else { return }
        entries[Key(id: row.id)] = known.rated(by: row)
    }

    /// Removes titles, with all their rewatches.
    mutating func remove(_ ids: Set<Int>) {
        guard !ids.isEmpty else { return }
        entries = entries.filter { !ids.contains($0.key.id) }
    }

    func encoded() -> Data { Data(JSONParts.object([(bucket.rawValue, JSONParts.array(rows.map(\.text)))])) }
}
