import GFM

/// Upright bars side by side, for what runs along time. Colours come from the stylesheet.
///
/// Shape: up to 60 bars, as wide as there is room: across by shares of it, upright in pixels, so that texts keep their size. Where there
/// is no room for every label, every second, third, … is written; where there is none for every number, the highest alone.
struct BarDrawing {
    let marks: [ChartMark]

    private static let height = 200.0
    private static let labelHeight = 22.0
    private static let valueHeight = 22.0
    private static let barShare = 0.72

    var html: String {
        let top = marks.map(\.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
        let step = 100 / Double(marks.count)
        let highest = marks.firstIndex { $0.value == top }
        let longest = marks.map { DrawingRoom.width(of: $0.text) }.max() ?? 0
        let isRoomy = longest + 4 <= step / 100 * DrawingRoom.phone
        var drawing = ""
        for (index, mark) in marks.enumerated() {
            let column = DrawingRoom.Column(left: step * Double(index), width: step)
            if mark.number != nil {
                let tall = mark.value / top * (Self.height - Self.labelHeight - Self.valueHeight)
                let y = Self.height - Self.labelHeight - tall
                drawing += bar(mark, in: column, y: y, tall: tall)
                if isRoomy || index == highest {
                    drawing += column.text(mark.text, y: y - 6, classes: ["value"])
                }
            }
            drawing += label(index, in: column)
        }
        let ground = (Self.height - Self.labelHeight + 0.5).coordinate
        return """
            <svg aria-hidden="true" height="\(Int(Self.height))">
            <line class="axis" y1="\(ground)" x2="100%" y2="\(ground)"/>
            \(drawing)</svg>
            """
    }

    private func bar(_ mark: ChartMark, in column: DrawingRoom.Column, y: Double, tall: Double) -> String {
        let x = (column.left + column.width * (1 - Self.barShare) / 2).percentage
        return """
            <rect x="\(x)" y="\(y.coordinate)" width="\((column.width * Self.barShare).percentage)" height="\(tall.coordinate)">\
            <title>\(mark.title)</title></rect>

            """
    }

    private func label(_ index: Int, in column: DrawingRoom.Column) -> String {
        let longest = marks.map { DrawingRoom.width(of: Self.short($0.label)) }.max() ?? 1
        func stride(_ room: Double) -> Int { max(1, Int(((longest + 4) / (column.width / 100 * room)).rounded(.up))) }
        let wide = stride(DrawingRoom.desk)
        // What a phone shows, a wider screen shows too.
        let narrow = (stride(DrawingRoom.phone) + wide - 1) / wide * wide
        guard index % wide == 0 else { return "" }
        return column.text(
            Self.short(marks[index].label), y: Self.height - 6, classes: index % narrow == 0 ? [] : ["wide"])
    }

    /// The label's first word, cut to three letters where it is long: `Nov`, `Sat`, `2026`.
    private static func short(_ label: String) -> String {
        let word = label.prefix { !$0.isWhitespace && $0 != "," }
        return String(word.count > 5 ? word.prefix(3) : word)
    }
}
