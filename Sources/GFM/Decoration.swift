/// What the site makes of the constructs that Markdown can name but not draw.
public struct Decoration: Sendable {
    /// HTML of an image. Must be safe: it is written as it stands.
    public var image: @Sendable (Image) -> String
    /// HTML of the chart with a number, or nil where there is none; its block is then left as it is.
    ///
    /// A fenced block whose info string is `chart` and a number stands for it.
    public var chart: @Sendable (Int) -> String?
    /// Ids that stand around the content, so that no heading may have them.
    public var takenIDs: Set<String>

    public init(
        takenIDs: Set<String> = [], image: @escaping @Sendable (Image) -> String,
        chart: @escaping @Sendable (Int) -> String?
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
}
