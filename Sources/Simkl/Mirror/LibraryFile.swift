import Foundation

/// One bucket of the library: its entries, each once.
///
/// Shape: `{"shows":[…]}`, in the order of the ids, so that the same entries are the same bytes however they came.
struct LibraryFile: Sendable {
    let bucket: Wire.Bucket
    private var entries: [Key: LibraryRow] = [:]

    fileprivate struct Key: Hashable, Comparable {
        let id: Int
        /// Nil for the entry itself.
        var rewatchID: Int?

        static func < (left: Key, right: Key) -> Bool {
            (left.id, left.rewatchID ?? .min) < (right.id, right.rewatchID ?? .min)
        }
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

    /// One entry of each title, its own before its rewatches'.
    var titles: [LibraryRow] {
        var last: Int?
        return rows.filter { row in
            defer { last = row.id }
            return row.id != last
        }
    }

    /// The entry of a title, not one of its rewatches.
    func row(_ id: Int) -> LibraryRow? { entries[Key(id: id)] }

    /// Whether an entry is there, and says the same.
    func holds(_ row: LibraryRow) -> Bool { entries[Key(row)] == row }

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

extension LibraryFile.Key {
    fileprivate init(_ row: LibraryRow) { self.init(id: row.id, rewatchID: row.rewatchID) }
}
