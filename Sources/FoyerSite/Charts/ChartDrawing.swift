import GFM

/// Draws the charts that pages name: numbers to an SVG, with the table behind it and one sentence that says what it shows.
enum ChartDrawing {
    /// The HTML of a `chart` block, or nil for a kind that there is none of.
    static func html(_ block: Decoration.Chart) -> String? {
        guard block.info == "bars" else { return nil }
        let bars = block.rows.dropFirst().compactMap { row -> BarChart.Bar? in
            guard row.count >= 2, let value = Double(row[1].replacing(",", with: "")), value.isFinite else { return nil }
            return BarChart.Bar(label: row[0], value: max(0, value))
        }
        guard !bars.isEmpty else { return nil }
        let sentence = HTMLText.escape(block.text.split(whereSeparator: \.isNewline).joined(separator: " "))
        return """
            <figure class="chart">
            \(BarChart(bars: bars).svg(label: sentence))
            <details><summary>The numbers</summary>
            \(block.table)
            </details>
            <figcaption>\(sentence)</figcaption>
            </figure>
            """
    }
}
