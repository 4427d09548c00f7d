/// Writes the newest entries of a feed as an account's outbox.
///
/// Shape: each is a `Note` whose id is its place in the diary, which stays the same for good, and the `Create` that told of it.
///
/// Source: https://www.w3.org/TR/activitypub/#outbox; https://www.w3.org/TR/activitystreams-vocabulary/#dfn-orderedcollection
struct OutboxText {
    private let source: FeedSource
    private let document: EntryDocument

    init(_ document: EntryDocument, source: FeedSource) {
        self.document = document
        self.source = source
    }

    private static let everyone = "https://www.w3.org/ns/activitystreams#Public"

    var text: String {
        let told = document.entries.reversed().compactMap(create)
        return JSONNode.object(
            ("@context", .text(FediverseFiles.context)),
            ("id", .text(source.address(of: FediverseFiles.outbox))),
            ("type", .text("OrderedCollection")),
            ("totalItems", .whole(told.count)),
            ("orderedItems", .list(told))
        ).document
    }

    private var actor: JSONNode { .text(source.address(of: FediverseFiles.actor)) }

    /// Nil for what has no place of its own, and so nothing to be known by.
    private func create(_ entry: FeedEntry) -> JSONNode? {
        guard let id = entry.permalink else { return nil }
        return .object(
            ("id", .text("\(id)-create")),
            ("type", .text("Create")),
            ("actor", actor),
            ("published", .text(entry.published.rfc3339)),
            ("to", .texts([Self.everyone])),
            ("object", note(entry, id: id)))
    }

    private func note(_ entry: FeedEntry, id: String) -> JSONNode {
        let picture = entry.subject.poster.map { poster in
            JSONNode.list([
                .object(
                    ("type", .text("Image")), ("mediaType", .text("image/webp")), ("url", .text(poster)),
                    ("name", .text(phrase("card.poster", ["title": entry.subject.name]))))
            ])
        }
        return .object(
            ("id", .text(id)),
            ("type", .text("Note")),
            ("attributedTo", actor),
            ("to", .texts([Self.everyone])),
            ("published", .text(entry.published.rfc3339)),
            ("updated", entry.updated > entry.published ? .text(entry.updated.rfc3339) : nil),
            ("url", .text(entry.page)),
            ("content", .text(EntryHTML.note(of: entry))),
            ("attachment", picture))
    }
}
