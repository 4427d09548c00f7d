import GFM

/// One bar for each of a few labels. Colours come from the stylesheet.
struct BarChart {
    struct Bar {
        let label: String
        let value: Double
    }

    let bars: [Bar]

    private static let width = 720.0
    private static let height = 200.0
    private static let labelHeight = 22.0
    private static let valueHeight = 18.0

    /// - Parameter label: what a screen reader says, as HTML.
    func svg(label: String) -> String {
        let top = max(bars.map(\.value).max() ?? 0, 1)
        let step = Self.width / Double(bars.count)
        let room = Self.height - Self.labelHeight - Self.valueHeight
        var drawing = ""
        for (index, bar) in bars.enumerated() {
            let tall = bar.value / top * room
            let left = step * Double(index)
            let y = Self.valueHeight + room - tall
            let middle = (left + step / 2).oneDecimal
            drawing += """
                <rect x="\((left + step * 0.14).oneDecimal)" y="\(y.oneDecimal)" width="\((step * 0.72).oneDecimal)" \
                height="\(tall.oneDecimal)" rx="3"/>
                <text class="value" x="\(middle)" y="\((y - 5).oneDecimal)">\(Int(bar.value.rounded()))</text>
                <text x="\(middle)" y="\((Self.height - 6).oneDecimal)">\(HTMLText.escape(String(bar.label.prefix(3))))</text>

                """
        }
        return """
            <svg role="img" aria-label="\(label)" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))">
            \(drawing)</svg>
            """
    }
}
