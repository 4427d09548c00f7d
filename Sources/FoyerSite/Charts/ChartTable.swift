import GFM

/// The table behind a chart.
struct ChartTable: Hashable, Sendable {
    let columns: [Column]
    let rows: [[Cell]]

    struct Column: Hashable, Sendable {
        let name: String
        /// Whether its cells are numbers that stand below each other.
        let isNumeric: Bool
    }

    struct Cell: Hashable, Sendable {
        let text: String
        var address: Address?
        /// A small picture of it, 210×118, which says nothing more.
        var picture: Address?
    }

    /// The table as lines of Markdown.
    var markdown: [[UInt8]] {
        let head = line(columns.map { Cell(text: $0.name) })
        return [head, line(columns.map { _ in Cell(text: "---") }, isRule: true)] + rows.map { line($0) }
    }

    private func line(_ cells: [Cell], isRule: Bool = false) -> [UInt8] {
        var line = Array("|".utf8)
        for cell in cells {
            line.append(UInt8(ascii: " "))
            if let picture = cell.picture {
                line.append(contentsOf: "![](".utf8)
                Place.markdown.write(picture, to: &line)
                line.append(contentsOf: ") ".utf8)
            }
            if isRule {
                line.append(contentsOf: cell.text.utf8)
            } else if let address = cell.address {
                line.append(UInt8(ascii: "["))
                Place.markdown.write(cell.text, to: &line)
                line.append(contentsOf: "](".utf8)
                Place.markdown.write(address, to: &line)
                line.append(UInt8(ascii: ")"))
            } else {
                Place.markdown.write(cell.text, to: &line)
            }
            line.append(contentsOf: " |".utf8)
        }
        return line
    }

    /// The table as Markdown's tables are written in HTML.
    var html: String {
        var html = "<div class=\"table\"><table>\n<thead><tr>"
        for column in columns {
            html += "<th scope=\"col\"\(column.htmlClass)>\(HTMLText.escape(column.name))</th>"
        }
        html += "</tr></thead>\n<tbody>"
        for row in rows {
            html += "\n<tr>"
            for (cell, column) in zip(row, columns) { html += "<td\(column.htmlClass)>\(cell.html)</td>" }
            html += "</tr>"
        }
        return html + "\n</tbody>\n</table></div>"
    }
}

extension ChartTable.Column {
    fileprivate var htmlClass: String { isNumeric ? " class=\"number\"" : "" }
}

extension ChartTable.Cell {
    fileprivate var html: String {
        let text = HTMLText.escape(text)
        let image = picture.map {
            "<img src=\"\(HTMLText.escape($0.text))\" alt=\"\" width=\"84\" height=\"47\" loading=\"lazy\" decoding=\"async\"> "
        }
        return (image ?? "") + (address.map { "<a href=\"\(HTMLText.escape($0.text))\">\(text)</a>" } ?? text)
    }
}
