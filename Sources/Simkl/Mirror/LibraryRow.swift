/// One entry of the library as text, with what the mirror has to know of it.
struct LibraryRow: Hashable, Sendable {
    let bucket: Wire.Bucket
    /// The Simkl id.
    let id: Int
    /// One of several watchings of the same title, 1 where its number is not told; nil for the entry itself.
    let rewatchID: Int?
    let status: String?
    /// Whether the owner's rating is in it.
    let isRated: Bool
    /// From 1 to 10.
    let rating: Int?
    /// In seconds since 1970.
    let lastWatchedAt: Int64?
    private let slug: String?
    private let title: String?
    private let year: Int?
    /// The whole entry as JSON.
    let text: [UInt8]

    /// Nil without a Simkl id: nothing could ever be joined to it.
    init?(_ object: JSONValue, bucket: Wire.Bucket?, _ reader: inout WireReader) {
        guard object.kind == .object, let (media, wrapper) = Wire.Media.wrapped(in: object, &reader) else {
            reader.skip("it has no show, anime or movie with a Simkl id")
            return nil
        }
        self.bucket = bucket ?? wrapper
        id = media.ids.simkl
        (slug, title, year) = (media.ids.slug, media.title, media.year)
        status = reader.string(object, "status", .word)
        isRated = object["user_rating"].map { $0.kind != .null } ?? false
        rating = object["user_rating"]?.integer
        lastWatchedAt = object["last_watched_at"]?.string.flatMap { WireDate($0)?.secondsSince1970 }
        rewatchID = object["rewatch_id"]?.integer ?? (reader.bool(object, "is_rewatch") == true ? 1 : nil)
        text = object.minified
    }

    /// Whether two entries with one id in two buckets are one title that Simkl has sorted anew.
    func isSameTitle(as other: LibraryRow) -> Bool {
        guard id == other.id else { return false }
        if let slug, let otherSlug = other.slug { return slug == otherSlug }
        return title == other.title && year == other.year
    }

    /// The rows of an answer: an object of buckets, `null`, `[]`, or a bare list.
    static func rows(_ root: JSONValue, bucket: Wire.Bucket?, _ reader: inout WireReader) -> [LibraryRow] {
        AccountFolder.elements(root, bucket: bucket, &reader) { LibraryRow($0, bucket: $1, &$2) }
    }
}

extension LibraryRow {
    /// What rating a title changes of its entry.
    private static let ratedMembers: Set<String> = [
        "user_rating", "user_rated_at", "status", "last_watched_at", "last_watched", "next_to_watch", "added_to_watchlist_at",
    ]

    /// The entry with what a row of the ratings list says of it. All else stays as it is, in its order.
    func rated(by row: LibraryRow) -> LibraryRow {
        var members: [(name: String, value: [UInt8])] = []
        try? PaddedText(text).parse { $0.forEachMember { members.append(($0, $1.minified)) } }
        try? PaddedText(row.text).parse { object in
            object.forEachMember { name, value in
                guard Self.ratedMembers.contains(name) else { return }
                if let known = members.firstIndex(where: { $0.name == name }) {
                    members[known].value = value.minified
                } else {
                    members.append((name, value.minified))
                }
            }
        }
        return LibraryRow(self, ratedBy: row, text: JSONParts.object(members))
    }

    private init(_ row: LibraryRow, ratedBy rated: LibraryRow, text: [UInt8]) {
        (bucket, id, rewatchID, slug, title, year) = (row.bucket, row.id, row.rewatchID, row.slug, row.title, row.year)
        (status, isRated, rating) = (rated.status ?? row.status, rated.isRated, rated.rating)
        lastWatchedAt = rated.lastWatchedAt ?? row.lastWatchedAt
        self.text = text
    }
}
