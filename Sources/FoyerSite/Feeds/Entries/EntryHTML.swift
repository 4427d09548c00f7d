import GFM

/// An entry's content as readers show it: the poster, what happened, the owner's note, and the way to Simkl.
enum EntryHTML {
    static func content(of entry: FeedEntry) -> String {
        let subject = entry.subject
        var parts: [String] = []
        if let poster = subject.poster {
            let words = phrase("card.poster", ["title": subject.name])
            let picture = "<img src=\"\(escaped(poster))\" width=\"340\" height=\"500\" alt=\"\(escaped(words))\">"
            parts.append("<p>\(link(picture, to: subject.page))</p>")
        }
        parts.append("<p>\(escaped(entry.words))</p>")
        if let note = entry.note { parts.append("<blockquote><p>\(escaped(note))</p></blockquote>") }
        parts.append("<p>\(link(escaped(phrase("feed.onSimkl", ["title": subject.name])), to: subject.simkl))</p>")
        return parts.joined()
    }

    /// The same without pictures and links.
    static func text(of entry: FeedEntry) -> String {
        [entry.words, entry.note.map { phrase("feed.note", ["note": $0]) }].compactMap { $0 }.joined(separator: " ")
    }

    private static func link(_ html: String, to address: String) -> String { "<a href=\"\(escaped(address))\">\(html)</a>" }

    private static func escaped(_ text: String) -> String { HTMLText.escape(text) }
}
