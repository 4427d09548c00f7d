import GFM

extension Decoration {
    /// Shows what the decorator hands out: every field of an image, escaped, and the number of a chart, of attributes, of an id
    /// or of a time below 3.
    static let plain = Decoration(
        image: { image in
            let beside = image.isNamedBeside ? " beside" : ""
            return "<img data-url=\"\(HTMLText.escape(image.url))\" alt=\"\(HTMLText.escape(image.alternative))\"\(beside)>"
        },
        chart: { $0 < 3 ? "<figure>chart \($0) & its \"table\"</figure>" : nil },
        attributes: { $0 < 3 ? " data-number=\"\($0)\"" : nil }, anchor: { $0 < 3 ? "2026-11-0\($0)" : nil },
        time: { $0 < 3 ? String($0) : nil })
}

extension Decoration {
    /// The same for a page of entries, where a strong `9` is a number.
    static let entries = {
        var decoration = plain
        decoration.entries = EntryClasses(
            title: "t", article: "a", subject: "s", name: "n", note: "o", permalink: "p", time: "d", words: "w"
        ) { $0 == "9" ? ("<data value=\"9\">", "</data>") : nil }
        return decoration
    }()
}

extension GFM {
    static func html(_ markdown: String, decoration: Decoration) -> String {
        String(decoding: html(Array(markdown.utf8), decoration: decoration), as: UTF8.self)
    }
}
