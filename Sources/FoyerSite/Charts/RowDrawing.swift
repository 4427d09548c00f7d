import GFM

/// Bars below each other, for categories: decades, lengths, lists. Colours come from the stylesheet.
///
/// Shape: the label on the left, cut where it is very long, the bar, and the number at its end.
struct RowDrawing {
    let marks: [ChartMark]

    private static let width = 720.0
    private static let rowHeight = 34.0
    private static let barHeight = 20.0
    /// What one character may take on a phone, where the stylesheet writes larger.
    private static let characterWidth = 12.0
    private static let longestLabel = 20

    /// - Parameter label: what a screen reader says, as HTML.
    func svg(label: String) -> String {
        let top = marks.map(\.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
        let names = marks.map { Self.cut($0.label, to: Self.longestLabel) }
        let numbers = marks.map { Self.cut($0.text, to: Self.longestLabel) }
        let left = Double(names.map(\.count).max() ?? 0) * Self.characterWidth + 12
        let room = Self.width - left - Double(numbers.map(\.count).max() ?? 0) * Self.characterWidth - 10
        var drawing = ""
        for (index, mark) in marks.enumerated() {
            let y = Double(index) * Self.rowHeight
            let line = (y + Self.rowHeight / 2 + 6).coordinate
            let wide = mark.value / top * room
            drawing += """
                <text class="start" x="0" y="\(line)">\(HTMLText.escape(names[index]))</text>
                <rect x="\(left.coordinate)" y="\((y + (Self.rowHeight - Self.barHeight) / 2).coordinate)" \
                width="\(wide.coordinate)" height="\(Int(Self.barHeight))" rx="2"><title>\(mark.title)</title></rect>
                <text class="value start" x="\((left + wide + 8).coordinate)" y="\(line)">\(HTMLText.escape(numbers[index]))</text>

                """
        }
        let height = Int(Double(marks.count) * Self.rowHeight)
        return """
            <svg role="img" aria-label="\(label)" viewBox="0 0 \(Int(Self.width)) \(height)">
            \(drawing)</svg>
            """
    }

    private static func cut(_ text: String, to length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }
}
