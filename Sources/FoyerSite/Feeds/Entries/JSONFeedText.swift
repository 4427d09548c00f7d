/// Writes feeds as JSON Feed 1.1.
///
/// Source: https://www.jsonfeed.org/version/1.1/
struct JSONFeedText {
    private let source: FeedSource
    private let document: EntryDocument

    init(_ document: EntryDocument, source: FeedSource) {
        self.document = document
        self.source = source
    }

    var text: String {
        let feed = document.feed
        let node = JSONNode.object(
            ("version", .text("https://jsonfeed.org/version/1.1")),
            ("title", .text(source.title(of: feed))),
            ("home_page_url", .text(source.home)),
            ("feed_url", .text(source.address(of: document.path(.jsonFeed)))),
            ("next_url", document.previousPath(.jsonFeed).map { .text(source.address(of: $0)) }),
            ("description", .text(source.description(document))),
            ("icon", .text(source.icon)),
            ("authors", .list([.object(("name", .text(source.author)))])),
            ("language", .text(source.site.language)),
            ("items", .list(document.entries.reversed().map(item))))
        return node.document
    }

    private func item(_ entry: FeedEntry) -> JSONNode {
        let subject = entry.subject
        let identity = subject.id.map { id in
            [
                JSONNode.Member(name: "id", value: .whole(id.simkl)),
                JSONNode.Member(name: "kind", value: .text(id.kind.path)),
            ]
        }
        return .object(
            ("id", .text(source.identity.id(entry.key).text)),
            ("url", .text(entry.page)),
            ("external_url", .text(subject.simkl)),
            ("title", .text(entry.title)),
            ("content_html", .text(EntryHTML.content(of: entry))),
            ("summary", .text(EntryHTML.text(of: entry))),
            ("image", subject.poster.map(JSONNode.text)),
            ("date_published", .text(entry.published.rfc3339)),
            ("date_modified", .text(entry.updated.rfc3339)),
            ("tags", subject.id.map { .texts([$0.kind.label]) }),
            ("_simkl", .object((identity ?? []) + entry.facts)))
    }
}
