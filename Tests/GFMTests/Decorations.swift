import GFM

extension Decoration {
    /// Shows what the decorator hands out: every field of an image and of a chart, escaped.
    static let plain = Decoration(
        image: { image in
            let beside = image.isNamedBeside ? " beside" : ""
            return "<img data-url=\"\(HTMLText.escape(image.url))\" alt=\"\(HTMLText.escape(image.alternative))\"\(beside)>"
        },
        chart: { chart in
            guard chart.info.hasPrefix("bars") else { return nil }
            let rows = chart.rows.map { "[\($0.map(HTMLText.escape).joined(separator: "|"))]" }.joined()
            let text = HTMLText.escape(chart.text)
            return "<figure data-info=\"\(HTMLText.escape(chart.info))\" data-text=\"\(text)\" data-rows=\"\(rows)\">"
                + "\n\(chart.table)\n</figure>"
        })
}

extension GFM {
    static func html(_ markdown: String, decoration: Decoration) -> String {
        String(decoding: html(Array(markdown.utf8), decoration: decoration), as: UTF8.self)
    }
}
