import GFM

/// What the marks of a drawing stand for, below it: as text of the page, which may wrap.
struct DrawingKey {
    /// What is counted; empty where the head says it.
    var unit = ""
    let entries: [Entry]

    struct Entry {
        /// The class of the mark.
        let name: String
        let text: String
        var shape = Shape.square

        fileprivate var mark: String {
            switch shape {
            case .square: "<rect class=\"\(name)\" width=\"12\" height=\"12\"/>"
            case .line: "<line class=\"\(name)\" y1=\"6\" x2=\"12\" y2=\"6\"/>"
            case .dot: "<circle class=\"\(name)\" cx=\"6\" cy=\"6\" r=\"5\"/>"
            }
        }
    }

    enum Shape { case square, line, dot }

    var html: String {
        let unit = unit.isEmpty ? [] : ["<span>\(HTMLText.escape(unit))</span>"]
        let marks = entries.map { entry in
            "<span><svg width=\"12\" height=\"12\">\(entry.mark)</svg> \(HTMLText.escape(entry.text))</span>"
        }
        return "<p class=\"key\" aria-hidden=\"true\">\((unit + marks).joined(separator: "\n"))</p>"
    }
}
