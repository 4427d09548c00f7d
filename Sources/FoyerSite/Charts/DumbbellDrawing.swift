import GFM

/// Two ratings on one line: mine a dot ●, the crowd's a ring ○, and the gap between them. Colours come from the stylesheet.
struct DumbbellDrawing {
    let rows: [GapChart.Row]

    private static let height = 24

    var html: String {
        let key = DrawingKey(entries: [
            .init(name: "own", text: phrase("chart.mineKey"), shape: .dot),
            .init(name: "crowd", text: phrase("chart.crowdKey"), shape: .dot),
        ])
        return "<div class=\"rows\" aria-hidden=\"true\">\n\(rows.map(row).joined())</div>\n\(key.html)"
    }

    private func row(_ row: GapChart.Row) -> String {
        let (own, crowd) = (Self.place(row.own), Self.place(row.crowd))
        let isAbove = row.own >= row.crowd
        return """
            \(SmallPoster.named(row.name, poster: row.poster, address: row.address))
            <svg height="\(Self.height)"><line class="axis" y1="12" x2="100%" y2="12"/>\
            <line class="gap" x1="\(crowd)" y1="12" x2="\(own)" y2="12"/>\
            <circle class="crowd" cx="\(crowd)" cy="12" r="5"/><circle class="own" cx="\(own)" cy="12" r="6"/>\
            \(text(row.ownText, at: own, isRight: isAbove, "value"))\(text(row.crowd.oneDecimal, at: crowd, isRight: !isAbove, ""))</svg>

            """
    }

    /// Outside of the gap.
    private func text(_ text: String, at x: String, isRight: Bool, _ name: String) -> String {
        let names = [name, isRight ? "start" : "end"].filter { !$0.isEmpty }.joined(separator: " ")
        return "<text class=\"\(names)\" x=\"\(x)\" y=\"16\" dx=\"\(isRight ? "10" : "-10")\">\(text)</text>"
    }

    /// From 1 to 10, with room for the numbers at both ends.
    private static func place(_ rating: Double) -> String { (14 + (rating - 1) / 9 * 72).percentage }
}
