/// Ratings as marks on one line from 1 to 10: mine a dot, others rings of several forms. Colours come from the stylesheet.
struct RatingScaleDrawing {
    let scale: RatingScale

    private static let line = 16

    var html: String {
        let ticks = (1...10).map { value in
            let x = Self.place(Double(value))
            return """
                <line class="axis" x1="\(x)" y1="\(Self.line - 4)" x2="\(x)" y2="\(Self.line + 4)"/>\
                <text x="\(x)" y="\(Self.line + 20)">\(value)</text>
                """
        }
        let others = scale.others.map { mark($0.rating.average, $0.mark) }
        let own = scale.own.map { mark(Double($0), "own") }
        return """
            <svg aria-hidden="true" height="40"><line class="axis" x1="\(Self.place(1))" y1="\(Self.line)" x2="\(Self.place(10))" \
            y2="\(Self.line)"/>\(ticks.joined())\((others + [own].compactMap { $0 }).joined())</svg>
            \(key)
            """
    }

    private func mark(_ rating: Double, _ name: String) -> String {
        "<circle class=\"\(name)\" cx=\"\(Self.place(rating))\" cy=\"\(Self.line)\" r=\"\(name == "own" ? 7 : 6)\"/>"
    }

    private var key: String {
        let own = scale.own.map {
            DrawingKey.Entry(
                name: "own", text: phrase("chart.markRating", ["name": phrase("title.me"), "rating": String($0)]), shape: .dot)
        }
        let others = scale.others.map { other in
            DrawingKey.Entry(
                name: other.mark,
                text: phrase("chart.markRating", ["name": other.name, "rating": other.rating.average.oneDecimal]), shape: .dot)
        }
        return DrawingKey(entries: [own].compactMap { $0 } + others).html
    }

    /// With room for the numbers at both ends.
    private static func place(_ rating: Double) -> String { (3 + (rating - 1) / 9 * 94).percentage }
}
