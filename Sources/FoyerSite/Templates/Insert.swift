import GFM

/// What a rendered template has in one way for those who read its Markdown, and in another in the HTML.
enum Insert: Sendable {
    case chart(PlacedChart)
    /// Attributes of a list's item, which only HTML has: as HTML, with a space in front of each.
    case attributes(String)
    /// What the id of a heading or an item is made of, which only HTML has.
    case anchor(String)
    /// A day or a moment, which HTML tells to machines too.
    case time(TimeText)

    var isLine: Bool {
        switch self {
        case .chart: true
        case .attributes, .anchor, .time: false
        }
    }

    func write(to markdown: inout [UInt8]) {
        switch self {
        case .chart(let chart): chart.write(to: &markdown)
        case .attributes, .anchor: break
        case .time(let time): MarkdownText.write(time.words, to: &markdown)
        }
    }

    /// What stands for it in a document that is made into HTML.
    func writeMark(_ number: Int, to document: inout [UInt8]) {
        switch self {
        case .chart(let chart): chart.writeBlock(number, to: &document)
        case .attributes: document.append(contentsOf: "![](attributes:\(number))".utf8)
        case .anchor: document.append(contentsOf: "![](anchor:\(number))".utf8)
        case .time(let time):
            document.append(contentsOf: "![".utf8)
            MarkdownText.write(time.words, to: &document)
            document.append(contentsOf: "](time:\(number))".utf8)
        }
    }
}
