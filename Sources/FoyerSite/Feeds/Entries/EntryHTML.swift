import GFM

/// An entry's content as readers show it: the poster, what happened, the owner's note, and the way to Simkl.
enum EntryHTML {
    static func content(of entry: FeedEntry) -> String {
        let subject = entry.subject
        guard let poster = subject.poster else { return withoutPoster(entry) }
        let words = phrase("card.poster", ["title": subject.name])
        let picture = "<img src=\"\(escaped(poster))\" width=\"340\" height=\"500\" alt=\"\(escaped(words))\">"
        return "<p>\(link(picture, to: subject.page))</p>" + withoutPoster(entry)
    }

    /// The same with its title in front, which leads to it, for readers that show neither a title nor a picture inside the text.
    static func note(of entry: FeedEntry) -> String {
        "<p>\(link(escaped(entry.title), to: entry.page))</p>" + withoutPoster(entry)
    }

    private static func withoutPoster(_ entry: FeedEntry) -> String {
        let subject = entry.subject
        var parts = ["<p>\(escaped(entry.words))</p>"]
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
