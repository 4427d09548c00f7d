import GFM

/// Writes feeds in Atom.
///
/// Source: RFC 4287; RFC 5005, 4
struct AtomText {
    private let source: FeedSource
    private let document: EntryDocument

    init(_ document: EntryDocument, source: FeedSource) {
        self.document = document
        self.source = source
    }

    var text: String {
        let feed = document.feed
        let lines =
            [
                Self.element("id", source.identity.id(source.key(of: feed)).text),
                Self.element("title", source.title(of: feed)),
                Self.element("subtitle", source.description(document)),
                Self.element("updated", source.updated(document).rfc3339),
                "<author>\(Self.element("name", source.author))</author>",
                Self.link("self", source.address(of: document.path(.atom)), type: Feed.Format.atom.mediaType),
                Self.link("alternate", source.home, type: "text/html"),
            ] + history + [
                Self.element("icon", source.icon),
                Self.element("rights", FeedSource.attribution),
                Self.element("generator", "Foyer"),
            ]
        let language = "xml:lang=\"\(XMLText.escape(source.site.language))\""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" \(language)>
            \(lines.joined(separator: "\n"))
            \(document.entries.reversed().map(entry).joined())</feed>

            """
    }

    /// An archive does not name the next one: what is full never changes again.
    private var history: [String] {
        var lines = document.feed.isComplete ? ["<fh:complete/>"] : []
        if document.archive != nil {
            lines.append("<fh:archive/>")
            lines.append(link("current", to: document.feed.path(archive: nil, .atom)))
        }
        if let previous = document.previousPath(.atom) { lines.append(link("prev-archive", to: previous)) }
        return lines
    }

    private func link(_ relation: String, to file: String) -> String {
        Self.link(relation, source.address(of: file), type: Feed.Format.atom.mediaType)
    }

    private func entry(_ entry: FeedEntry) -> String {
        let category = (entry.subject.id?.kind).map { kind in
            "<category term=\"\(XMLText.escape(kind.path))\" label=\"\(XMLText.escape(kind.label))\"/>"
        }
        let lines: [String?] = [
            Self.element("id", source.identity.id(entry.key).text),
            Self.element("title", entry.title),
            Self.element("published", entry.published.rfc3339),
            Self.element("updated", entry.updated.rfc3339),
            Self.link("alternate", entry.page, type: "text/html"),
            Self.link("related", entry.subject.simkl, type: "text/html"),
            category,
            Self.element("summary", EntryHTML.text(of: entry)),
            "<content type=\"html\">\(XMLText.escape(EntryHTML.content(of: entry)))</content>",
        ]
        return "<entry>\n\(lines.compactMap { $0 }.joined(separator: "\n"))\n</entry>\n"
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(XMLText.escape(text))</\(name)>" }

    private static func link(_ relation: String, _ address: String, type: String) -> String {
        "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XMLText.escape(address))\"/>"
    }
}

/// Text on its way into XML.
enum XMLText {
    /// The text as character data or as a quoted attribute's value, without the characters that XML cannot hold.
    ///
    /// Source: https://www.w3.org/TR/xml/#charsets
    static func escape(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isForbidden) else { return HTMLText.escape(text) }
        var allowed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isForbidden(scalar) { allowed.append(scalar) }
        return HTMLText.escape(String(allowed))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
