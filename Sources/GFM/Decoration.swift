/// What the site makes of the constructs that Markdown can name but not draw.
public struct Decoration: Sendable {
    /// HTML of an image. Must be safe: it is written as it stands.
    public var image: @Sendable (Image) -> String
    /// HTML of a chart, or nil where the block is none; the block and its table are then left as they are.
    public var chart: @Sendable (Chart) -> String?
    /// Ids that stand around the content, so that no heading may have them.
    public var takenIDs: Set<String>

    public init(
        takenIDs: Set<String> = [], image: @escaping @Sendable (Image) -> String,
        chart: @escaping @Sendable (Chart) -> String?
    ) {
        self.takenIDs = takenIDs
        self.image = image
        self.chart = chart
    }

    /// An image as Markdown gives it: `![alt](url)`.
    public struct Image: Sendable, Hashable {
        public let url: String
        public let alternative: String
        /// Whether a visible name stands beside it in the same link, so that reading the alternative aloud would say it twice.
        public let isNamedBeside: Bool
    }

    /// A fenced block whose info string begins with `chart`, and the table that follows it.
    public struct Chart: Sendable, Hashable {
        /// The words behind `chart`.
        public let info: String
        /// The text inside the fence.
        public let text: String
        /// Cells as plain text, the header row first.
        public let rows: [[String]]
        /// The rendered table, to be shown with the drawing.
        public let table: String
    }
}
