import GFM

/// Bars below each other, for categories: decades, lengths, lists. Colours come from the stylesheet.
///
/// Shape: a label as text of the page, which may wrap and may have a small poster before it, and a bar with its number in it, or behind
/// it where it is too short.
struct RowDrawing {
    let marks: [ChartMark]

    private static let barHeight = 24
    /// What a bar's whole width may be at the least, in pixels.
    private static let room = 240.0
    private static let longestNumber = 12

    var html: String {
        let top = marks.map(\.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
        return "<div class=\"rows\" aria-hidden=\"true\">\n" + marks.map { row($0, share: $0.value / top) }.joined() + "</div>"
    }

    private func row(_ mark: ChartMark, share: Double) -> String {
        let number = Self.cut(mark.text)
        let isInside = share * Self.room >= DrawingRoom.width(of: number) + 12
        let wide = (share * 100).percentage
        return """
            \(SmallPoster.named(mark.label, poster: mark.poster, address: mark.address))
            <svg height="\(Self.barHeight)"><rect width="\(wide)" height="\(Self.barHeight)"><title>\(mark.title)</title></rect>\
            <text class="value \(isInside ? "inside end" : "start")" x="\(wide)" y="17" dx="\(isInside ? "-6" : "6")">\
            \(HTMLText.escape(number))</text></svg>

            """
    }

    private static func cut(_ text: String) -> String {
        text.count > longestNumber ? text.prefix(longestNumber - 1) + "…" : text
    }
}
