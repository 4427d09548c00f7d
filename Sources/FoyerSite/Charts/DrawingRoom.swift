import GFM

/// How much room a drawing has, which is as wide as the page lets it be.
enum DrawingRoom {
    /// In pixels, on the smallest telephone, and from where the stylesheet shows what is `wide`.
    static let (phone, desk) = (288.0, 640.0)
    /// Beside a drawing, where texts may reach into.
    private static let margin = 8.0

    /// What a text may take, in pixels, in the largest size of charts.
    static func width(of text: String) -> Double { TextRoom.ems(text) * 13 }

    /// A part of the drawing from top to bottom, in hundredths of its width.
    struct Column {
        let left: Double
        let width: Double

        private var middle: Double { left + width / 2 }

        /// A text in the middle of the column, but within the drawing, or almost, on any screen.
        func text(_ text: String, y: Double, classes: [String] = []) -> String {
            let half = (DrawingRoom.width(of: text) / 2 - DrawingRoom.margin) / DrawingRoom.phone * 100
            let (x, anchor) =
                middle < half ? (left, ["start"]) : middle > 100 - half ? (left + width, ["end"]) : (middle, [])
            let names = (classes + anchor).joined(separator: " ")
            return """
                <text\(names.isEmpty ? "" : " class=\"\(names)\"") x="\(x.percentage)" y="\(y.coordinate)">\
                \(HTMLText.escape(text))</text>

                """
        }
    }
}

extension Double {
    /// A coordinate of a drawing: `12.5`, or `12`.
    var coordinate: String {
        let text = withPoint
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A coordinate in hundredths of the drawing's width: `8.33%`, or `50%`.
    var percentage: String { twoDecimals + "%" }

    /// `8.33`, `12.5`, or `50`.
    var twoDecimals: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(padded(rest))"
    }
}
