import GFM

/// Upright bars side by side, for what runs along time. Colours come from the stylesheet.
///
/// Shape: up to 60 bars. Where there is no room for every label, every second, third, … is written; where there is none for every
/// number, the highest alone.
struct BarDrawing {
    let marks: [ChartMark]

    private static let width = 720.0
    private static let height = 200.0
    private static let labelHeight = 22.0
    private static let valueHeight = 22.0
    private static let widestBar = 90.0
    /// What one character may take on a phone, where the stylesheet writes larger, and elsewhere.
    private static let characterWidth = (phone: 12.5, wide: 8.5)

    /// - Parameter label: what a screen reader says, as HTML.
    func svg(label: String) -> String {
        let top = marks.map(\.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
        let step = Self.width / Double(marks.count)
        let room = Self.height - Self.labelHeight - Self.valueHeight
        let highest = marks.firstIndex { $0.value == top }
        let longest = marks.map { Double($0.text.count) }.max() ?? 0
        let stride = labelStride(step)
        var drawing = ""
        for (index, mark) in marks.enumerated() {
            let left = step * Double(index)
            let tall = mark.value / top * room
            let y = Self.valueHeight + room - tall
            if mark.number != nil {
                let wide = min(step * 0.72, Self.widestBar)
                let (x, width) = ((left + (step - wide) / 2).coordinate, wide.coordinate)
                drawing += """
                    <rect x="\(x)" y="\(y.coordinate)" width="\(width)" height="\(tall.coordinate)" rx="\(step < 30 ? 1 : 3)">\
                    <title>\(mark.title)</title></rect>

                    """
                let isRoomy = longest * Self.characterWidth.wide + 5 <= step
                if isRoomy || index == highest {
                    let isTight = index != highest && longest * Self.characterWidth.phone > step
                    let x = middle(of: mark.text, at: left + step / 2).coordinate
                    drawing += """
                        <text class="value\(isTight ? " wide" : "")" x="\(x)" y="\((y - 6).coordinate)">\
                        \(HTMLText.escape(mark.text))</text>

                        """
                }
            }
            if index % stride == 0 {
                let text = Self.short(mark.label)
                let x = middle(of: text, at: left + step / 2).coordinate
                drawing += "<text x=\"\(x)\" y=\"\((Self.height - 6).coordinate)\">\(HTMLText.escape(text))</text>\n"
            }
        }
        let ground = (Self.height - Self.labelHeight + 0.5).coordinate
        return """
            <svg role="img" aria-label="\(label)" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))">
            <path class="axis" d="M0 \(ground)H\(Int(Self.width))"/>
            \(drawing)</svg>
            """
    }

    /// Every how many bars a label has room.
    private func labelStride(_ step: Double) -> Int {
        let longest = marks.map { Double(Self.short($0.label).count) }.max() ?? 1
        return max(1, Int(((longest * Self.characterWidth.phone + 16) / step).rounded(.up)))
    }

    /// The middle of a text that stays within the drawing.
    private func middle(of text: String, at x: Double) -> Double {
        let half = min(Self.width / 2, Double(text.count) * Self.characterWidth.phone / 2)
        return min(max(x, half), Self.width - half)
    }

    /// The label's first word, cut to three letters where it is long: `Nov`, `Sat`, `2026`.
    private static func short(_ label: String) -> String {
        let word = label.prefix { !$0.isWhitespace }
        return String(word.count > 5 ? word.prefix(3) : word)
    }
}
