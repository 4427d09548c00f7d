import Raster

/// A card being drawn.
struct ShareCardDrawing {
    private let card: ShareCard
    private let format: ShareCard.Format
    private let faces: CardFaces
    private let headline: String
    private let tagline: String
    /// `as of 20 November 2026`.
    private let asOf: String?
    private var canvas: Canvas

    private enum Ink: Int, CaseIterable {
        case ink, muted, rule, bar, accent

        var colour: Colour {
            switch self {
            case .ink: Colour(0x241a14)
            case .muted: Colour(0x66584a)
            case .rule: Colour(0xdccfba)
            case .bar: Colour(0xc0664a)
            case .accent: Colour(0x8c2b1c)
            }
        }
    }

    init(_ card: ShareCard, _ format: ShareCard.Format, _ faces: CardFaces) {
        self.card = card
        self.format = format
        self.faces = faces
        // Where the faces cannot set the one, the other stands in its place.
        let isSettable = CardText.settable(card.headline, in: faces.headline) != ""
        headline = isSettable ? card.headline : card.tagline
        tagline = isSettable ? card.tagline : ""
        asOf = card.asOf.map { phrase("card.asOf", ["day": $0]) }
        canvas = Canvas(
            width: format.size.width, height: format.size.height, paper: Colour(0xf7f1e6), inks: Ink.allCases.map(\.colour))
    }

    mutating func png() -> [UInt8] {
        fill(x: 0, y: 0, width: Double(canvas.width), height: 14, .accent)
        if format == .wide { drawWide() } else { drawTall() }
        return canvas.png(description: card.words)
    }

    private mutating func drawWide() {
        let (left, room) = (72.0, 1056.0)
        set(card.name, faces.text, x: left, y: 92, room: room, sizes: 22...34, .muted)
        let short = CardText(headline, in: faces.headline, room: room, largest: 200, smallest: 52)
        if short.size == 200, short.width <= 560 {
            draw(short, faces.headline, x: left - 6, y: 262)
            let x = left + short.width + 36
            set(
                tagline, faces.italic, x: x, y: asOf == nil ? 262 : 214, room: left + room - x, sizes: 30...72)
            if let asOf {
                set(asOf, faces.italic, x: x, y: 262, room: left + room - x, sizes: 16...28, .muted)
            }
        } else {
            let isNamed = !card.name.isEmpty
            set(headline, faces.headline, x: left - 3, y: isNamed ? 206 : 172, room: room, sizes: 40...116)
            let tagline = set(tagline, faces.italic, x: left, y: 270, room: 640, sizes: 30...50)
            if let asOf {
                let x = left + (tagline.width > 0 ? tagline.width + 28 : 0)
                set(asOf, faces.italic, x: x, y: 270, room: left + room - x, sizes: 16...28, .muted)
            }
        }
        drawFigures(left: left, room: room)
        drawBars(x: left, y: 446, width: room, height: 92, letters: 20)
        drawFoot(x: left, width: room, y: 604, size: 22)
    }

    /// Side by side, their values in one size.
    private mutating func drawFigures(left: Double, room: Double) {
        let shown = card.figures.prefix(5)
        let column = room / Double(max(shown.count, 3))
        let values = shown.map { CardText($0.value, in: faces.headline, room: column - 24, largest: 64, smallest: 24).size }
        let labels = shown.map { CardText($0.name, in: faces.label, room: column - 24, largest: 26, smallest: 14).size }
        let (value, label) = (values.min() ?? 64, labels.min() ?? 26)
        for (index, figure) in shown.enumerated() {
            let x = left + column * Double(index)
            set(figure.value, faces.headline, x: x, y: 372, room: column - 24, sizes: min(24, value)...value)
            set(figure.name, faces.label, x: x, y: 410, room: column - 24, sizes: min(14, label)...label, .muted)
        }
    }

    private mutating func drawTall() {
        let (left, room) = (90.0, 900.0)
        set(card.name, faces.text, x: left, y: 170, room: room, sizes: 30...48, .muted)
        let headline = CardText(headline, in: faces.headline, room: room, largest: 300, smallest: 70)
        draw(headline, faces.headline, x: left - headline.size / 32, y: 430)
        set(tagline, faces.italic, x: left, y: 545, room: room, sizes: 40...92)
        if let asOf { set(asOf, faces.italic, x: left, y: 612, room: room, sizes: 24...40, .muted) }
        for (index, figure) in card.figures.prefix(5).enumerated() {
            let y = 780 + 160 * Double(index)
            fill(x: left, y: y - 108, width: room, height: 2, .rule)
            set(figure.value, faces.headline, x: left, y: y, room: 430, sizes: 40...104)
            set(figure.name, faces.label, x: 560, y: y - 6, room: 430, sizes: 26...48, .muted)
        }
        drawBars(x: left, y: 1560, width: room, height: 170, letters: 34)
        drawFoot(x: left, width: room, y: 1856, size: 36)
    }

    /// The tallest in the colour that stands out.
    private mutating func drawBars(x: Double, y: Double, width: Double, height: Double, letters: Double) {
        guard let top = card.bars.map(\.value).max(), top > 0 else { return }
        let step = width / Double(card.bars.count)
        fill(x: x, y: y + height, width: width, height: 2, .rule)
        for (index, bar) in card.bars.enumerated() {
            let left = x + step * Double(index)
            let tall = bar.value > 0 ? max(3, bar.value / top * height) : 0
            fill(
                x: left + step * 0.12, y: y + height - tall, width: step * 0.76, height: tall, bar.value == top ? .accent : .bar)
            let label = CardText(bar.label, in: faces.label, room: step * 2, largest: letters, smallest: letters)
            draw(label, faces.label, x: left + (step - label.width) / 2, y: y + height + letters * 1.25, .muted)
        }
    }

    /// What the bars are, and where it all comes from.
    private mutating func drawFoot(x: Double, width: Double, y: Double, size: Double) {
        let end = CardText(phrase("card.credit"), in: faces.label, room: width, largest: size, smallest: size)
        draw(end, faces.label, x: x + width - end.width, y: y, .muted)
        guard card.bars.contains(where: { $0.value > 0 }) else { return }
        set(card.barsName, faces.label, x: x, y: y, room: width / 2, sizes: size...size, .muted)
    }

    @discardableResult
    private mutating func set(
        _ text: String, _ face: Typeface, x: Double, y: Double, room: Double, sizes: ClosedRange<Double>, _ ink: Ink = .ink
    ) -> CardText {
        let line = CardText(text, in: face, room: room, largest: sizes.upperBound, smallest: sizes.lowerBound)
        draw(line, face, x: x, y: y, ink)
        return line
    }

    private mutating func draw(_ line: CardText, _ face: Typeface, x: Double, y: Double, _ ink: Ink = .ink) {
        face.draw(line.text, x: x, y: y, size: line.size, ink: ink.rawValue, on: &canvas)
    }

    private mutating func fill(x: Double, y: Double, width: Double, height: Double, _ ink: Ink) {
        let (left, top) = (Int(x.rounded()), Int(y.rounded()))
        canvas.fill(
            x: left, y: top, width: Int((x + width).rounded()) - left, height: Int((y + height).rounded()) - top,
            ink: ink.rawValue)
    }
}
