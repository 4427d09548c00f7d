import GFM

/// Draws the charts that pages name: numbers to an SVG, with the table behind it and one sentence that says what it shows.
enum ChartDrawing {
    /// The HTML of a `chart` block, or nil for a kind that there is none of, and for a table without numbers.
    static func html(_ block: Decoration.Chart) -> String? {
        let words = block.info.split(separator: " ", maxSplits: 1).map(String.init)
        let sentence = HTMLText.escape(block.text.split(whereSeparator: \.isNewline).joined(separator: " "))
        let drawing: String?
        switch words.first {
        case "bars": drawing = BarChart(block.rows)?.svg(label: sentence)
        case "rows": drawing = RowChart(block.rows)?.svg(label: sentence)
        case "days": drawing = DayChart(block.rows, unit: words.count > 1 ? words[1] : "")?.html
        case "strip":
            drawing = StripChart(block.rows, top: words.count > 1 ? ChartMark.number(words[1]) : nil)?.svg(label: sentence)
        default: drawing = nil
        }
        guard let kind = words.first, let drawing else { return nil }
        return """
            <figure class="chart chart-\(kind)">
            \(drawing)
            <details><summary>The numbers</summary>
            \(block.table)
            </details>
            <figcaption>\(sentence)</figcaption>
            </figure>
            """
    }
}
