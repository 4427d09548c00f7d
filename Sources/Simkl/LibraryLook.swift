/// What a library's file looks like of which nothing could be read, for whoever saved or named the wrong one.
enum LibraryLook {
    /// Whether a file says that there is nothing: `null`, `[]`, `{}`, or buckets without entries.
    static func isEmpty(_ root: JSONValue) -> Bool {
        if root.kind == .null || ((root.kind == .array || root.kind == .object) && root.isEmpty) { return true }
        let buckets = Wire.Bucket.allCases.compactMap { bucket(root, $0) }
        return !buckets.isEmpty
            && buckets.allSatisfy { $0.kind == .null || (($0.kind == .array || $0.kind == .object) && $0.isEmpty) }
    }

    /// The entries of a bucket, which some programs wrap once more: `{"movies":{"movies":[…]}}`; nil where it is absent.
    static func bucket(_ root: JSONValue, _ bucket: Wire.Bucket) -> JSONValue? {
        let key: StaticString = bucket == .shows ? "shows" : bucket == .anime ? "anime" : "movies"
        guard let value = root[key] else { return nil }
        return value[key] ?? value
    }

    /// A noun with what has to be known of it.
    static func words(_ root: JSONValue) -> String {
        switch root.kind {
        case .object: object(root)
        case .array: list(root)
        case .string: "a text"
        case .bool, .null: "a single word"
        case .integer, .double: "a number"
        }
    }

    private static func object(_ root: JSONValue) -> String {
        let entries = Wire.Bucket.allCases.compactMap { bucket(root, $0) }.filter { $0.kind == .array }.reduce(0) {
            $0 + count($1)
        }
        if entries > 0 { return nameless(entries) }
        if root["calendar"]?.kind == .array { return "a calendar file of Simkl's; the folder to name is the one around it" }
        if root["total_mins"] != nil { return "Simkl's answer to GET /users/{id}/stats" }
        if root["account"] != nil, root["user"] != nil { return "Simkl's answer to GET /users/settings" }
        if root["all"] != nil { return "Simkl's answer to GET /sync/activities" }
        var names: [String] = []
        root.forEachMember { name, _ in names.append("“\(name.prefix(30))”") }
        return "an object with the members \(names.prefix(5).joined(separator: ", "))\(names.count > 5 ? " …" : "")"
    }

    private static func list(_ root: JSONValue) -> String {
        var first: JSONValue?
        root.forEachElement { position, element in if position == 0 { first = element } }
        guard let first, first.kind == .object else { return "a list of something that is no title" }
        if Wire.Bucket.wrappers.contains(where: { first[$0.key] != nil }) { return nameless(count(root)) }
        if first["date"] != nil, first["ids"] != nil {
            return "a calendar file of Simkl's; the folder to name is the one around it"
        }
        if first["simkl"]?.kind == .object { return "a list of others' ratings; the folder to name is the one around it" }
        return "a list of something that is no title of a library"
    }

    private static func nameless(_ entries: Int) -> String {
        entries == 1 ? "a list of one entry without a Simkl id" : "a list of \(entries) entries without Simkl ids"
    }

    private static func count(_ list: JSONValue) -> Int {
        var count = 0
        list.forEachElement { _, _ in count += 1 }
        return count
    }
}
