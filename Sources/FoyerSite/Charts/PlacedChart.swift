import GFM

/// A chart on a page, as a template wants it drawn.
struct PlacedChart: Sendable {
    let chart: any Chart
    let kind: ChartKind
    private let words: ChartWords
    /// What stands before each of its lines in Markdown.
    let indentation: [UInt8]
    private let sharedTable = Once<ChartTable>()

    init(chart: any Chart, kind: ChartKind, indentation: [UInt8]) {
        self.chart = chart
        self.kind = kind
        self.indentation = indentation
        words = chart.words
    }

    /// Both forms of a page have it.
    private var table: ChartTable { sharedTable.value { chart.table(under: kind) } }

    /// Its head, its drawing, what it stands on and its table; or its sentence. The head names the figure, and who does not see the
    /// drawing has the table.
    var html: String {
        guard chart.isDrawn else { return "<p>\(HTMLText.escape(words.sentence))</p>" }
        let measure = words.measure.isEmpty ? "" : " <span>\(HTMLText.escape(words.measure))</span>"
        let source = words.source.isEmpty ? "" : "<p class=\"source\">\(HTMLText.escape(words.source))</p>\n"
        return """
            <figure class="chart chart-\(kind.rawValue)">
            <figcaption><strong>\(HTMLText.escape(words.finding))</strong>\(measure)</figcaption>
            \(chart.drawing(as: kind))
            \(source)<details><summary>\(HTMLText.escape(phrase("chart.numbers")))</summary>
            \(table.html)
            </details>
            </figure>
            """
    }

    /// The same without the drawing, for those who read Markdown.
    func write(to markdown: inout [UInt8]) {
        func line(_ write: (inout [UInt8]) -> Void) {
            markdown.append(contentsOf: indentation)
            write(&markdown)
            markdown.append(UInt8(ascii: "\n"))
        }
        guard chart.isDrawn else { return line { Place.markdown.write(words.sentence, to: &$0) } }
        line {
            $0.append(contentsOf: "**".utf8)
            Place.markdown.write(words.finding, to: &$0)
            $0.append(contentsOf: (words.measure.isEmpty ? "**" : "** · ").utf8)
            Place.markdown.write(words.measure, to: &$0)
        }
        for row in [[]] + table.markdown { line { $0.append(contentsOf: row) } }
        if !words.source.isEmpty {
            line { _ in }
            line { Place.markdown.write(words.source, to: &$0) }
        }
    }

    /// A block that stands for it in a document that is made into HTML.
    func writeBlock(_ number: Int, to document: inout [UInt8]) {
        for line in ["```chart \(number)", "```"] {
            document.append(contentsOf: indentation)
            document.append(contentsOf: line.utf8)
            document.append(UInt8(ascii: "\n"))
        }
    }
}
