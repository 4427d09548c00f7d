import GFM

/// Upright bars side by side, for what runs along time. Colours come from the stylesheet.
///
/// Shape: up to 60 bars, as wide as there is room: across by shares of it, upright in pixels, so that texts keep their size. Where there
/// is no room for every label, every second, third, … is written. Bars by kind of media are stacked, in an order that tells the kinds
/// apart without colours too, and only the highest has its number.
struct BarDrawing {
    let marks: [ChartMark]
    /// The kinds that are told apart, from the ground up.
    var kinds: [MediaKind] = []
    /// The line of the mean.
    var mean: ChartNumber?

    private static let height = 200.0
    private static let labelHeight = 22.0
    private static let valueHeight = 22.0
    private static let barShare = 0.72
    private static var ground: Double { height - labelHeight }

    private var top: Double { marks.map(\.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1 }

    var html: String {
        let (top, step) = (top, 100 / Double(marks.count))
        let highest = marks.firstIndex { $0.value == top }
        let longest = marks.map { DrawingRoom.width(of: $0.text) }.max() ?? 0
        let isRoomy = kinds.isEmpty && longest + 4 <= step / 100 * DrawingRoom.phone
        let strides = strides(step)
        var drawing = ""
        for (index, mark) in marks.enumerated() {
            let column = DrawingRoom.Column(left: step * Double(index), width: step)
            if mark.number != nil {
                drawing += bar(mark, in: column, scale: Self.scale / top)
                if isRoomy || index == highest {
                    let y = Self.ground - mark.value / top * Self.scale - 6
                    drawing += column.text(mark.text, y: y, classes: ["value"])
                }
            }
            if index % strides.wide == 0 {
                drawing += column.text(
                    mark.short, y: Self.height - 6, classes: index % strides.narrow == 0 ? [] : ["wide"])
            }
        }
        return """
            <svg aria-hidden="true" height="\(Int(Self.height))">
            \(line("axis", y: Self.ground + 0.5))
            \(drawing)\(mean.map { line("mean", y: Self.ground - $0.value / top * Self.scale) + "\n" } ?? "")</svg>\(key)
            """
    }

    /// What the highest bar may take.
    private static var scale: Double { ground - valueHeight }

    private func line(_ name: String, y: Double) -> String {
        "<line class=\"\(name)\" y1=\"\(y.coordinate)\" x2=\"100%\" y2=\"\(y.coordinate)\"/>"
    }

    private func bar(_ mark: ChartMark, in column: DrawingRoom.Column, scale: Double) -> String {
        let x = (column.left + column.width * (1 - Self.barShare) / 2).percentage
        let wide = (column.width * Self.barShare).percentage
        var y = Self.ground
        func rect(_ value: Double, _ name: String = "") -> String {
            let tall = value * scale
            y -= tall
            return "<rect\(name) x=\"\(x)\" y=\"\(y.coordinate)\" width=\"\(wide)\" height=\"\(tall.coordinate)\""
        }
        guard !mark.parts.isEmpty else { return rect(mark.value) + "><title>\(mark.title)</title></rect>\n" }
        let parts = mark.parts.map { rect($0.number.value, " class=\"\($0.kind.rawValue)\"") + "/>" }
        return "<g><title>\(mark.title)</title>\(parts.joined())</g>\n"
    }

    /// Every how many bars a label has room. What a phone shows, a wider screen shows too.
    private func strides(_ step: Double) -> (narrow: Int, wide: Int) {
        let longest = marks.map { DrawingRoom.width(of: $0.short) }.max() ?? 1
        func stride(_ room: Double) -> Int { max(1, Int(((longest + 4) / (step / 100 * room)).rounded(.up))) }
        let wide = stride(DrawingRoom.desk)
        return ((stride(DrawingRoom.phone) + wide - 1) / wide * wide, wide)
    }

    /// What the colours and the line stand for.
    private var key: String {
        let kinds = kinds.map { DrawingKey.Entry(name: $0.rawValue, text: $0.plural) }
        let mean = mean.map { DrawingKey.Entry(name: "mean", text: phrase("chart.meanKey", ["mean": $0.label]), shape: .line) }
        let entries = kinds + [mean].compactMap { $0 }
        return entries.isEmpty ? "" : "\n" + DrawingKey(entries: entries).html
    }
}
