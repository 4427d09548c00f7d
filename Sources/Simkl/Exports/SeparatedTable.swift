/// The rows of a table as spreadsheets and Simkl write it: a field a column, in quotation marks where it has commas, quotation marks or line
/// ends in it.
///
/// Shape: separated by whichever of comma, semicolon and tab stands most often in the first row, since spreadsheets of some countries write
/// semicolons. Source: RFC 4180.
struct SeparatedTable {
    let columns: [String]
    /// Without empty ones, each with the number of its first line in the file.
    let rows: [Row]

    struct Row {
        let line: Int
        let fields: [String]
    }

    /// The most columns of a row, and the most bytes of a field: more has no table of titles.
    private static let (mostColumns, mostBytes) = (200, 64 << 10)

    init(_ bytes: some Collection<UInt8>) throws(TableFault) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : Array(bytes)
        let head = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let separator = [",", ";", "\t"].map { Unicode.Scalar($0).map { UInt8(ascii: $0) } ?? 0 }
            .max { left, right in head.count { $0 == left } < head.count { $0 == right } }
        var rows = try Self.rows(of: text, separator: separator ?? UInt8(ascii: ","))
        guard !rows.isEmpty else { throw TableFault(line: 1, reason: "the table is empty") }
        columns = rows.removeFirst().fields
        self.rows = rows
    }

    private static func rows(of text: [UInt8], separator: UInt8) throws(TableFault) -> [Row] {
        var (rows, fields, field): ([Row], [String], [UInt8]) = ([], [], [])
        var (line, first, opened): (Int, Int, Int?) = (1, 1, nil)
        var position = 0
        func endField() throws(TableFault) {
            guard fields.count < mostColumns else {
                throw TableFault(line: first, reason: "the row has more than \(mostColumns) columns")
            }
            guard field.count <= mostBytes else {
                throw TableFault(line: first, reason: "a field is larger than \(mostBytes >> 10) KiB")
            }
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        func endRow() throws(TableFault) {
            try endField()
            if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(line: first, fields: fields)) }
            fields.removeAll(keepingCapacity: true)
        }
        while position < text.count {
            let byte = text[position]
            position += 1
            if opened != nil {
                if byte != UInt8(ascii: "\"") {
                    if byte == UInt8(ascii: "\n") { line += 1 }
                    field.append(byte)
                } else if position < text.count, text[position] == byte {
                    field.append(byte)
                    position += 1
                } else {
                    opened = nil
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where field.isEmpty: opened = line
            case separator: try endField()
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if byte == UInt8(ascii: "\r"), position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
                try endRow()
                line += 1
                first = line
            default: field.append(byte)
            }
        }
        if let opened { throw TableFault(line: opened, reason: "the quotation mark is never closed") }
        try endRow()
        return rows
    }
}

/// Why a table cannot be read, and where.
public struct TableFault: Error, Hashable {
    public let line: Int
    public let reason: String
}
