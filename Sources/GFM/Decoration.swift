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
    /// What the parts of a page of articles are to other programs; nil where its articles are nothing to them.
    public var entries: EntryClasses?
    /// Ids that stand around the content, so that no heading may have them.
    public var takenIDs: Set<String>

    public init(
        takenIDs: Set<String> = [], entries: EntryClasses? = nil, image: @escaping @Sendable (Image) -> String,
        chart: @escaping @Sendable (Int) -> String?,
        attributes: @escaping @Sendable (Int) -> String? = { _ in nil },
        anchor: @escaping @Sendable (Int) -> String? = { _ in nil },
        time: @escaping @Sendable (Int) -> String? = { _ in nil },
        hanLanguage: @escaping @Sendable (String?) -> String = { _ in "zh" }
    ) {
        self.takenIDs = takenIDs
        self.entries = entries
        self.image = image
        self.chart = chart
        self.attributes = attributes
        self.anchor = anchor
        self.time = time
        self.hanLanguage = hanLanguage
    }

    /// Classes that tell programs what the parts of articles are, as they are written into HTML.
    ///
    /// Source: https://microformats.org/wiki/microformats2
    public struct EntryClasses: Sendable {
        /// Of the page's first heading.
        public let title: String
        public let article: String
        /// Of the link that an article begins with, and of the name in it.
        public let subject: String
        public let name: String
        /// Of what stands behind that link.
        public let note: String
        /// Of the link to the article itself, and of the time in it.
        public let permalink: String
        public let time: String
        /// Of what is emphasized: somebody's own words.
        public let words: String
        /// HTML around a strong text that is a number to programs, such as a rating; nil for any other. Must be safe.
        public let number: @Sendable (String) -> (open: String, close: String)?

        public init(
            title: String, article: String, subject: String, name: String, note: String, permalink: String, time: String,
            words: String, number: @escaping @Sendable (String) -> (open: String, close: String)?
        ) {
            self.title = title
            self.article = article
            self.subject = subject
            self.name = name
            self.note = note
            self.permalink = permalink
            self.time = time
            self.words = words
            self.number = number
        }
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
