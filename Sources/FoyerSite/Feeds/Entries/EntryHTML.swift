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
        parts += entry.sections.map(html)
        let back = subject.id == nil ? Feed.poweredBy : phrase("feed.onSimkl", ["title": subject.name])
        parts.append("<p>\(link(escaped(back), to: subject.simkl))</p>")
        return parts.joined()
    }

    /// The same without pictures and links.
    static func text(of entry: FeedEntry) -> String {
        let note = entry.note.map { phrase("feed.note", ["note": $0]) }
        return ([entry.words, note].compactMap { $0 } + entry.sections.map(text)).joined(separator: " ")
    }

    private static func html(of section: FeedEntry.Section) -> String {
        let lines = section.lines.map { "<li>\(link(escaped($0.text), to: $0.page))</li>" }
        let heading = "<p><strong>\(escaped(section.heading))</strong></p>"
        return lines.isEmpty ? heading : "\(heading)<ul>\(lines.joined())</ul>"
    }

    private static func text(of section: FeedEntry.Section) -> String {
        let lines = section.lines.map(\.text).joined(separator: "; ")
        return lines.isEmpty ? section.heading : phrase("feed.section", ["heading": section.heading, "lines": lines])
    }

    private static func link(_ html: String, to address: String) -> String { "<a href=\"\(escaped(address))\">\(html)</a>" }

    private static func escaped(_ text: String) -> String { HTMLText.escape(text) }
}
