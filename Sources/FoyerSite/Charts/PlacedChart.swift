import GFM

/// A chart on a page, as a template wants it drawn.
struct PlacedChart: Sendable {
    let chart: any Chart
    let kind: ChartKind
    /// What stands before each of its lines in Markdown.
    let indentation: [UInt8]

    /// Its sentence, its drawing and its table. The sentence names the figure, and who does not see the drawing has the table.
    var html: String {
        """
        <figure class="chart chart-\(kind.rawValue)">
        <figcaption>\(HTMLText.escape(chart.sentence))</figcaption>
        \(chart.drawing(as: kind))
        <details><summary>The numbers</summary>
        \(chart.table(under: kind).html)
        </details>
        </figure>
        """
    }

    /// Its sentence and its table, for those who read Markdown.
    func write(to markdown: inout [UInt8]) {
        markdown.append(contentsOf: indentation)
        Place.markdown.write(chart.sentence, to: &markdown)
        markdown.append(UInt8(ascii: "\n"))
        for line in [[]] + chart.table(under: kind).markdown {
            markdown.append(contentsOf: indentation + line)
            markdown.append(UInt8(ascii: "\n"))
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
