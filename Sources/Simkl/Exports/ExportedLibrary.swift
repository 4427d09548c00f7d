/// The shapes of a library that exporters write beside Simkl's own: lists by name inside buckets or buckets inside lists, one file a list,
/// and `{"lists":…,"episodes":…}`.
///
/// Only names that mean one thing are followed; what stands under another is not looked into.
enum ExportedLibrary {
    /// What a file's name says of the entries in it.
    struct Place: Hashable {
        var bucket: Wire.Bucket?
        var list: ListName?

        init(bucket: Wire.Bucket? = nil, list: ListName? = nil) { (self.bucket, self.list) = (bucket, list) }

        /// By the parts of a path, `movies/plantowatch.json`, `anime_completed.json`, and so on.
        init(file: String) {
            let stem = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
            let parts = stem.split { "/_- .".contains($0) }.map(String.init)
            bucket = parts.lazy.compactMap { Wire.Bucket(exported: $0) }.first
            // Some lists have names of several words.
            let runs = parts.indices.flatMap { start in (start..<parts.count).map { parts[start...$0].joined() } }
            list = runs.lazy.compactMap { ListName($0) }.first
        }

        fileprivate func inside(_ name: String) -> Place? {
            if let bucket = Wire.Bucket(exported: name) { return Place(bucket: bucket, list: list) }
            return ListName(name).map { Place(bucket: bucket, list: $0) }
        }
    }

    /// Every entry that a file has, with the list that its place names where the entry itself names none.
    static func items(_ root: JSONValue, _ place: Place, _ reader: inout WireReader) -> [Wire.Item] {
        if isSimkls(root) {
            return AccountFolder.items(root, bucket: place.bucket, &reader).on(place.list)
        }
        guard root["lists"] != nil else { return items(in: root, place, depth: 0, &reader) }
        let listed = reader.object(root, "lists") { items(in: $0, place, depth: 0, &$1) }
        let episodes = root["episodes"].map { !LibraryLook.isEmpty($0) } ?? false
        let watched = episodes ? reader.object(root, "episodes") { items(in: $0, Place(), depth: 0, &$1) } : []
        // Without them, a library would say that nothing is known of any episode, which is not what its owner has.
        if watched?.isEmpty ?? true, episodes {
            reader.skip("its “episodes” are not in a shape that is known, so they are left out")
        }
        return (listed ?? []) + (watched ?? [])
    }

    /// Buckets of entries, wrapped or not, or a bare list: as Simkl answers.
    private static func isSimkls(_ root: JSONValue) -> Bool {
        guard root.kind == .object, !root.isEmpty else { return true }
        let buckets = Wire.Bucket.allCases.compactMap { LibraryLook.bucket(root, $0) }
        return !buckets.isEmpty && buckets.allSatisfy { $0.kind != .object || $0.isEmpty }
    }

    private static func items(
        in value: JSONValue, _ place: Place, depth: Int, _ reader: inout WireReader
    ) -> [Wire.Item] {
        switch value.kind {
        case .array: return reader.elements(value) { Wire.Item($0, bucket: place.bucket, &$1) }.on(place.list)
        case .object:
            // Buckets, lists, and each wrapped once more.
            guard depth < 4 else { return [] }
            var items: [Wire.Item] = []
            reader.members(value) { name, member, reader in
                guard let place = place.inside(name) else { return }
                items += Self.items(in: member, place, depth: depth + 1, &reader)
            }
            return items
        default: return []
        }
    }
}

extension [Wire.Item] {
    /// On the list that their place names, unless they say themselves which one they are on.
    func on(_ list: ListName?) -> [Wire.Item] {
        guard let list else { return self }
        return map { item in
            var item = item
            item.status = item.status ?? list.wire
            return item
        }
    }
}

extension Wire.Item {
    /// What two files must not both tell.
    var identity: String { "\(bucket.rawValue)/\(media.ids.simkl)/\(isRewatch ? rewatchID ?? 1 : 0)" }
}
