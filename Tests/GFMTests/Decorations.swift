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

extension GFM {
    static func html(_ markdown: String, decoration: Decoration) -> String {
        String(decoding: html(Array(markdown.utf8), decoration: decoration), as: UTF8.self)
    }
}
