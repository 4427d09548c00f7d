import GFM

/// One row of a chart's table: what it is called, and its number.
struct ChartMark: Hashable {
    let label: String
    /// The number as the table writes it.
    let text: String
    /// 0 or more; nil where the table has none.
    let value: Double?
    /// What is counted: the head of the number's column.
    let unit: String

    /// The marks of a table whose first column names them and whose second holds the numbers; none where it holds no number.
    static func all(_ rows: [[String]]) -> [ChartMark] {
        let unit = rows.first.flatMap { $0.count > 1 ? $0[1].lowercased() : nil } ?? ""
        let marks = rows.dropFirst().map { row in
            let text = row.count > 1 ? row[1] : ""
            return ChartMark(label: row.first ?? "", text: text, value: number(text), unit: unit)
        }
        return marks.contains { $0.value != nil } ? marks : []
    }

    /// The number that a cell begins with, as in `1,234.5 h`; nil for any other.
    static func number(_ cell: String) -> Double? {
        let digits = cell.prefix { ("0"..."9").contains($0) || $0 == "," || $0 == "." }
        guard let first = digits.first, ("0"..."9").contains(first) else { return nil }
        return Double(digits.replacing(",", with: "")).flatMap { $0.isFinite ? $0 : nil }
    }

    /// What a pointer that rests on the mark is told, as HTML.
    var title: String { HTMLText.escape(unit.isEmpty ? "\(label): \(text)" : "\(label): \(text) \(unit)") }
}

extension Double {
    /// A coordinate of a drawing: `12.5`, or `12`.
    var coordinate: String {
        let text = oneDecimal
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
