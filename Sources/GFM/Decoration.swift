/// What the site makes of the constructs that Markdown can name but not draw.
public struct Decoration: Sendable {
    /// HTML of an image. Must be safe: it is written as it stands.
    public var image: @Sendable (Image) -> String
    /// HTML of the chart with a number, or nil where there is none; its block is then left as it is.
    ///
    /// A fenced block whose info string is `chart` and a number stands for it.
    public var chart: @Sendable (Int) -> String?
    /// Attributes of a list's item, by a number, as HTML with a space in front of each; nil where there are none.
    ///
    /// An image without a text whose address is `attributes:` and the number stands for them, before anything else in the item. Only
    /// lists of posters and of facts take them.
    public var attributes: @Sendable (Int) -> String?
    /// An id for a heading or an item of posters, by a number, in letters, digits and hyphens; nil where there is none.
    ///
    /// An image without a text whose address is `anchor:` and the number stands for it, before anything else in the heading or the
    /// item. An item becomes an `article` with that id, and its name the article's heading; an id that is taken already gets a number.
    public var anchor: @Sendable (Int) -> String?
    /// The moment that a text tells, by a number, as HTML's `datetime` writes it; nil where there is none.
    ///
    /// An image whose address is `time:` and the number stands for it; its text is what is read.
    public var time: @Sendable (Int) -> String?
    /// The language of Han characters in a link to an address, or in none.
    public var hanLanguage: @Sendable (String?) -> String
    /// Ids that stand around the content, so that no heading may have them.
    public var takenIDs: Set<String>

    public init(
        takenIDs: Set<String> = [], image: @escaping @Sendable (Image) -> String,
        chart: @escaping @Sendable (Int) -> String?,
        attributes: @escaping @Sendable (Int) -> String? = { _ in nil },
        anchor: @escaping @Sendable (Int) -> String? = { _ in nil },
        time: @escaping @Sendable (Int) -> String? = { _ in nil },
        hanLanguage: @escaping @Sendable (String?) -> String = { _ in "zh" }
    ) {
        self.takenIDs = takenIDs
        self.image = image
        self.chart = chart
        self.attributes = attributes
        self.anchor = anchor
        self.time = time
        self.hanLanguage = hanLanguage
    }

    /// An image as Markdown gives it: `![alt](url)`.
    public struct Image: Sendable, Hashable {
        public let url: String
        public let alternative: String
        /// Whether a visible name stands beside it in the same link, so that reading the alternative aloud would say it twice.
        public let isNamedBeside: Bool
        /// Whether it stands in a row of a table, before its name.
        public var isInline = false
    }
}
