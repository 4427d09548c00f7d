/// What a rendered template has in one way for those who read its Markdown, and in another in the HTML.
enum Insert: Sendable {
    case chart(PlacedChart)
    /// Attributes of a list's item, which only HTML has: as HTML, with a space in front of each.
    case attributes(String)

    var isLine: Bool {
        switch self {
        case .chart: true
        case .attributes: false
        }
    }

    func write(to markdown: inout [UInt8]) {
        switch self {
        case .chart(let chart): chart.write(to: &markdown)
        case .attributes: break
        }
    }

    /// What stands for it in a document that is made into HTML.
    func writeMark(_ number: Int, to document: inout [UInt8]) {
        switch self {
        case .chart(let chart): chart.writeBlock(number, to: &document)
        case .attributes: document.append(contentsOf: "![](attributes:\(number))".utf8)
        }
    }
}
