extension AccountFolder {
    func readCalendars(known: Set<Int>, into account: inout Account) throws(AccountError) {
        let months = subfolders("calendar").flatMap { year in subfolders("calendar/\(year)").map { "\(year)/\($0)/" } }
        for (name, bucket) in [("tv", Wire.Bucket.shows), ("anime", .anime), ("movie_release", .movies)] {
            for folder in [""] + months {
                let file = "calendar/\(folder)\(name).json"
                let read = try load(file, &account) { root, reader in
                    var airings = Self.airings(root, bucket: bucket, isRolling: folder.isEmpty, known: known, &reader)
                    for position in airings.indices { airings[position].fetchedAt = fetchedAt(file) }
                    // Of a file that could not be read whole, nobody knows what it lacks.
                    let isWhole = reader.issues.allSatisfy { $0.loss != .item && !$0.pointer.hasSuffix("/date") }
                    let rows = isWhole ? Self.dates(root) : []
                    let premieres = folder.isEmpty ? Self.premieres(root, bucket: bucket, file: file) : []
                    return (airings, CalendarSpan(bucket: bucket, rows: rows, isRolling: folder.isEmpty), premieres)
                }
                guard let (airings, span, premieres) = read else { continue }
                account.airings += airings
                account.premieres += premieres
                if let span { account.calendars.insert(span) }
            }
        }
    }

    /// The rows of the titles that are known.
    static func airings(
        _ root: JSONValue, bucket: Wire.Bucket, isRolling: Bool, known: Set<Int>, _ reader: inout WireReader
    ) -> [Wire.Airing] {
        var airings: [Wire.Airing]
        if root.kind == .object {
            let metadata = metadata(root, of: known, &reader) { Wire.Airing.Metadata($0, &$1) }
            airings = reader.list(root, "calendar") {
                Wire.Airing(
                    $0, bucket: bucket, version: 2, isRolling: isRolling, metadata: metadata, wanted: known.contains, &$1)
            }
        } else {
            airings = reader.elements(root) {
                Wire.Airing(
                    $0, bucket: bucket, version: 1, isRolling: isRolling, metadata: [:], wanted: known.contains, &$1)
            }
        }
        airings.removeAll { !known.contains($0.id) }
        return airings
    }

    /// What begins, whoever's it is: what is wrong with it is not told, since most of it is nothing to the account.
    ///
    /// Why of the second version alone: the rows of the first tell neither genres nor a network.
    static func premieres(_ root: JSONValue, bucket: Wire.Bucket, file: String) -> [Wire.Premiere] {
        guard root.kind == .object else { return [] }
        var reader = WireReader(file: file)
        let ids = Set(
            reader.list(root, "calendar") { row, reader in
                Wire.Premiere.isOne(row, in: bucket, &reader) ? reader.integer(row, "simkl_id") : nil
            })
        let titles = metadata(root, of: ids, &reader) { Wire.Listed($0, bucket: bucket, &$1) }
        let airings = airings(root, bucket: bucket, isRolling: true, known: ids, &reader)
        return airings.compactMap { airing in
            titles[airing.id].flatMap { Wire.Premiere(title: $0, airing: airing) }
        }
    }

    /// What the second version tells of titles, by Simkl id.
    private static func metadata<Value>(
        _ root: JSONValue, of ids: Set<Int>, _ reader: inout WireReader, _ read: (JSONValue, inout WireReader) -> Value?
    ) -> [Int: Value] {
        var found: [Int: Value] = [:]
        _ = reader.object(root, "metadata") { members, reader -> Void? in
            reader.members(members) { name, value, reader in
                guard let id = Int(name), ids.contains(id), value.kind == .object else { return }
                found[id] = read(value, &reader)
            }
            return nil
        }
        return found
    }

    /// The dates of all rows of a calendar file, whoever's they are; nothing where one of them cannot be read.
    private static func dates(_ root: JSONValue) -> [WireDate] {
        var dates: [WireDate] = []
        var isWhole = true
        (root["calendar"] ?? root).forEachElement { _, row in
            guard let text = row["date"]?.string, !text.isEmpty else { return }
            if let date = WireDate(text) { dates.append(date) } else { isWhole = false }
        }
        return isWhole ? dates : []
    }
}
