/// A picture to share of a site, a year or a month: its big numbers, and its time as bars.
struct ShareCard: Sendable {
    /// The site's name; empty where it is the headline.
    let name: String
    let headline: String
    /// What the headline is of, as in `in review`.
    let tagline: String
    /// Where it is not over, the day up to which is counted: `20 November 2026`.
    var asOf: String?
    /// The most telling first; five are shown.
    let figures: [Figure]
    let bars: [Bar]
    /// What the bars are: `Time by month`.
    let barsName: String

    struct Figure: Hashable, Sendable {
        let name: String
        let value: String

        /// Both on one line: `Hours 434`.
        var words: String { phrase("chart.namedNumber", ["name": name, "number": value]) }
    }

    struct Bar: Hashable, Sendable {
        /// Empty where there is no room for one.
        let label: String
        let value: Double
    }

    enum Format: CaseIterable, Sendable {
        /// 1200×630, which is what other services show of a link.
        case wide
        /// 1080×1920, a telephone's screen.
        case tall

        var file: String { self == .wide ? "share.png" : "share-tall.png" }
        var size: (width: Int, height: Int) { self == .wide ? (1200, 630) : (1080, 1920) }
    }

    /// All that it shows, but for the bars' heights.
    var words: String {
        let numbers = figures.prefix(5).map(\.words).joined(separator: ", ")
        return [heading, numbers, name, phrase("card.credit")].filter { !$0.isEmpty }
            .map { phrase("chart.sentence", ["words": $0]) }.joined(separator: " ")
    }

    private var heading: String {
        if name.isEmpty { return headline.isEmpty ? tagline : phrase("card.site", ["name": headline, "tagline": tagline]) }
        return asOf.map { phrase("card.reviewAsOf", ["period": headline, "day": $0]) }
            ?? phrase("review.title", ["period": headline])
    }

    /// The picture as a file.
    func png(_ format: Format, _ faces: CardFaces) -> [UInt8] {
        var drawing = ShareCardDrawing(self, format, faces)
        return drawing.png()
    }
}
