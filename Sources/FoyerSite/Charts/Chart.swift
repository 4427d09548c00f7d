/// Numbers that a page draws, with the table that holds them and the sentence that says what they show.
protocol Chart: Sendable {
    /// How such numbers can be drawn.
    static var kinds: [ChartKind] { get }
    /// Whether there is nothing to draw.
    var isEmpty: Bool { get }
    var sentence: String { get }

    func table(under kind: ChartKind) -> ChartTable

    /// The drawing as HTML, hidden from screen readers, which have the table.
    func drawing(as kind: ChartKind) -> String
}

/// How a chart is drawn, in the words of templates and stylesheets.
enum ChartKind: String, CaseIterable, Sendable {
    /// Upright bars side by side, for what runs along time.
    case bars
    /// Bars below each other, for categories.
    case rows
    /// Days as a calendar, darker where there is more.
    case days
    /// The days of one month as thin bars.
    case strip
}
