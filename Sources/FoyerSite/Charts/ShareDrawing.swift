import GFM

/// A picture of a year to share: its big numbers and its months. It asks for no other file, and its colours can be told apart in grey.
struct ShareDrawing {
    let year: Int
    /// The site's name.
    let name: String
    /// Where the year is not over, the day up to which is counted: `20 November 2026`.
    var asOf: String?
    /// The most telling first.
    let figures: [Figure]
    /// January to December; empty for none.
    let months: [Double]

    struct Figure: Hashable {
        let name: String
        let value: String
    }

    enum Format: CaseIterable {
        /// 1200×630, which is what other services show of a link.
        case wide
        /// 1080×1920, a telephone's screen.
        case tall

        var file: String { self == .wide ? "share.svg" : "share-tall.svg" }
        var size: (width: Double, height: Double) { self == .wide ? (1200, 630) : (1080, 1920) }
    }

    private enum Colour {
        static let (paper, ink, muted, rule, bar, accent) = ("#f7f1e6", "#241a14", "#66584a", "#dccfba", "#a8482f", "#7c2a1e")
    }

    private static let serif = "'Iowan Old Style', 'Palatino Linotype', Palatino, P052, Georgia, 'DejaVu Serif', serif"
    private static let sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"

    func svg(_ format: Format) -> String {
        let (width, height) = format.size
        let body = format == .wide ? wide : tall
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(Int(width))" height="\(Int(height))" \
            viewBox="0 0 \(Int(width)) \(Int(height))">
            <title>\(HTMLText.escape(words))</title>
            <rect width="\(Int(width))" height="\(Int(height))" fill="\(Colour.paper)"/>
            <rect width="\(Int(width))" height="14" fill="\(Colour.accent)"/>
            \(body.joined(separator: "\n"))
            </svg>

            """
    }

    /// All that it shows.
    var words: String {
        let numbers = figures.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return "\(year) in review\(asOf.map { ", as of \($0)" } ?? ""): \(numbers). \(name). Powered by Simkl."
    }

    private var wide: [String] {
        let shown = figures.prefix(5)
        let column = 1056 / Double(max(shown.count, 1))
        let size = shown.map { TextRoom.fitted($0.value, width: column - 24, largest: 64, smallest: 24).size }.min() ?? 64
        let labelSize = shown.map { TextRoom.fitted($0.name, width: column - 24, largest: 24, smallest: 14).size }.min() ?? 24
        var parts = [
            line(name, x: 72, y: 92, width: 1056, largest: 34, smallest: 22, fill: Colour.muted),
            line(String(year), x: 66, y: 262, width: 560, largest: 200, smallest: 60, weight: 600),
            line("in review", x: 660, y: asOf == nil ? 262 : 214, width: 468, largest: 72, smallest: 30, style: "italic"),
        ]
        if let asOf {
            parts.append(line("as of \(asOf)", x: 660, y: 262, width: 468, largest: 28, smallest: 16, fill: Colour.muted))
        }
        for (index, figure) in shown.enumerated() {
            let x = 72 + column * Double(index)
            parts.append(line(figure.value, x: x, y: 372, width: column - 24, largest: size, smallest: 24, weight: 600))
            parts.append(label(figure.name, x: x, y: 408, width: column - 24, largest: labelSize))
        }
        return parts + strip(x: 72, y: 446, width: 1056, height: 92, letters: 20) + foot(x: 72, width: 1056, y: 604, size: 22)
    }

    private var tall: [String] {
        var parts = [
            line(name, x: 90, y: 170, width: 900, largest: 48, smallest: 30, fill: Colour.muted),
            line(String(year), x: 80, y: 440, width: 900, largest: 300, smallest: 90, weight: 600),
            line("in review", x: 90, y: 550, width: 900, largest: 96, smallest: 40, style: "italic"),
        ]
        if let asOf {
            parts.append(line("as of \(asOf)", x: 90, y: 620, width: 900, largest: 40, smallest: 24, fill: Colour.muted))
        }
        for (index, figure) in figures.prefix(5).enumerated() {
            let y = 780 + 160 * Double(index)
            parts.append("<path d=\"M90 \((y - 108).coordinate)H990\" stroke=\"\(Colour.rule)\" stroke-width=\"2\"/>")
            parts.append(line(figure.value, x: 90, y: y, width: 440, largest: 104, smallest: 40, weight: 600))
            parts.append(label(figure.name, x: 560, y: y - 8, width: 430, largest: 44))
        }
        return parts + strip(x: 90, y: 1560, width: 900, height: 170, letters: 34) + foot(x: 90, width: 900, y: 1856, size: 36)
    }

    /// A bar for each month.
    private func strip(x: Double, y: Double, width: Double, height: Double, letters: Double) -> [String] {
        guard let top = months.max(), top > 0 else { return [] }
        let step = width / Double(months.count)
        return zip(0..., zip(months, "JFMAMJJASOND")).map { index, month in
            let tall = max(2, month.0 / top * height)
            let left = x + step * Double(index)
            let bar = """
                <rect x="\((left + step * 0.12).coordinate)" y="\((y + height - tall).coordinate)" \
                width="\((step * 0.76).coordinate)" height="\(tall.coordinate)" fill="\(Colour.bar)"/>
                """
            let middle = left + step / 2
            return bar
                + text(
                    String(month.1), x: middle, y: y + height + letters * 1.3, size: letters, family: Self.sans,
                    fill: Colour.muted,
                    more: " text-anchor=\"middle\"")
        }
    }

    /// What the bars are, and where it all comes from.
    private func foot(x: Double, width: Double, y: Double, size: Double) -> [String] {
        let end = text(
            "Powered by Simkl", x: x + width, y: y, size: size, family: Self.sans, fill: Colour.muted,
            more: " text-anchor=\"end\"")
        guard let top = months.max(), top > 0 else { return [end] }
        return [text("Time by month", x: x, y: y, size: size, family: Self.sans, fill: Colour.muted), end]
    }

    private func label(_ name: String, x: Double, y: Double, width: Double, largest: Double) -> String {
        let fitted = TextRoom.fitted(name, width: width, largest: largest, smallest: largest * 0.6)
        return text(fitted.text, x: x, y: y, size: fitted.size, family: Self.sans, fill: Colour.muted)
    }

    private func line(
        _ words: String, x: Double, y: Double, width: Double, largest: Double, smallest: Double, fill: String = Colour.ink,
        weight: Int = 400, style: String = "normal"
    ) -> String {
        let fitted = TextRoom.fitted(words, width: width, largest: largest, smallest: smallest)
        return text(
            fitted.text, x: x, y: y, size: fitted.size, family: Self.serif, fill: fill,
            more: (weight == 400 ? "" : " font-weight=\"\(weight)\"") + (style == "normal" ? "" : " font-style=\"\(style)\""))
    }

    private func text(
        _ words: String, x: Double, y: Double, size: Double, family: String, fill: String, more: String = ""
    ) -> String {
        """
        <text x="\(x.coordinate)" y="\(y.coordinate)" font-family="\(family)" font-size="\(size.coordinate)" fill="\(fill)"\(more)>\
        \(HTMLText.escape(words))</text>
        """
    }
}
