/// Numbers that a page draws, with the table that holds them and the words that say what they show.
protocol Chart: Sendable {
    /// How such numbers can be drawn.
    static var kinds: [ChartKind] { get }
    /// Whether there is nothing to draw.
    var isEmpty: Bool { get }
    /// How many plays or ratings they count; nil where each number is of one thing, and none is a count.
    var size: Int? { get }
    var words: ChartWords { get }

    func table(under kind: ChartKind) -> ChartTable

    /// The drawing as HTML, hidden from screen readers, which have the table.
    func drawing(as kind: ChartKind) -> String
}

extension Chart {
    /// Whether there is enough to draw.
    var isDrawn: Bool { size.map { $0 >= DrawnSample.smallest } ?? true }
}

/// Plays or ratings of which there are enough to draw.
enum DrawnSample {
    /// A drawing of fewer than this says little, and a sentence says it better.
    static let smallest = 20
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
    /// The hours of the week as dots, larger where there is more.
    case punchcard
    /// Two numbers of each of some things, and the gap between them.
    case dumbbell
    /// Ratings of one thing as marks on one line from 1 to 10.
    case scale
    /// Episodes as squares, season by season.
    case matrix
    /// What grows along time, and the line that leads to a goal.
    case pace
}
