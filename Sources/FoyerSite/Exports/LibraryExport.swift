/// A library in a form that others read, as far as its edition tells it.
public enum LibraryExport: String, CaseIterable, Sendable {
    case plays = "plays.csv"
    case titles = "titles.csv"
    case ratings = "ratings.csv"
    case library = "library.json"
    case letterboxd, trakt, yamtrack, mal, imdb, markdown

    /// How its file is called where nobody says; that of ``markdown`` is a folder.
    public var fileName: String {
        switch self {
        case .plays, .titles, .ratings, .library: rawValue
        case .letterboxd, .yamtrack, .imdb: "\(rawValue).csv"
        case .trakt: "trakt.json"
        case .mal: "mal.xml"
        case .markdown: "markdown"
        }
    }

    /// Whether it is rows of CSV.
    public var isTable: Bool { fileName.hasSuffix(".csv") }

    /// Writes all of it, title by title, so that its size does not matter; of ``markdown`` nothing, which is many files.
    public func write(_ library: Library, to sink: inout ExportSink) throws {
        switch self {
        case .plays: try PlaysExport.write(library, to: &sink)
        case .titles: try TitlesExport.writeTitles(library, to: &sink)
        case .ratings: try TitlesExport.writeRatings(library, to: &sink)
        case .library: try SimklExport.write(library, to: &sink)
        case .letterboxd: try LetterboxdExport.write(library, to: &sink)
        case .trakt: try TraktExport.write(library, to: &sink)
        case .yamtrack: try YamtrackExport.write(library, to: &sink)
        case .mal: try MyAnimeListExport.write(library, to: &sink)
        case .imdb: try IMDbExport.write(library, to: &sink)
        case .markdown: break
        }
        try sink.finish()
    }
}

/// Takes text and hands it on in large pieces.
public struct ExportSink {
    private var bytes: [UInt8] = []
    private let flush: ([UInt8]) throws -> Void
    /// How many bytes it has handed on.
    public private(set) var size = 0
    /// How many rows of a table, or entries of what is none, there are so far.
    public private(set) var rows = 0

    public init(_ flush: @escaping ([UInt8]) throws -> Void) { self.flush = flush }

    mutating func add(_ text: String) throws {
        bytes.append(contentsOf: text.utf8)
        try flushIfLarge()
    }

    /// All that is told of one title, or of one of its watchings.
    mutating func add(entry text: String) throws {
        rows += 1
        try add(text)
    }

    /// The head of a table.
    mutating func add(head fields: [String]) throws {
        try add(row: fields)
        rows = 0
    }

    /// A row of CSV.
    ///
    /// Source: RFC 4180
    mutating func add(row fields: [String?]) throws {
        CSV.append(fields, to: &bytes)
        try endRow()
    }

    /// A row of CSV in parts, the known ones as ``CSV/encoded(_:)`` makes them: there are rows by the million.
    mutating func add(row time: PlayTime, _ fields: [String?], _ known: [UInt8], _ more: [String?], _ end: [UInt8]) throws {
        bytes.append(exported: time)
        bytes.append(UInt8(ascii: ","))
        CSV.append(fields, to: &bytes)
        bytes += known
        CSV.append(more, to: &bytes)
        bytes += end
        try endRow()
    }

    private mutating func endRow() throws {
        bytes.append(0x0D)
        bytes.append(0x0A)
        rows += 1
        try flushIfLarge()
    }

    private mutating func flushIfLarge() throws { if bytes.count >= 1 << 18 { try finish() } }

    mutating func finish() throws {
        if !bytes.isEmpty { try flush(bytes) }
        size += bytes.count
        bytes.removeAll(keepingCapacity: true)
    }
}

enum CSV {
    /// Fields for the middle or the end of many rows, with a comma before each.
    static func encoded(_ fields: [String?]) -> [UInt8] {
        var bytes = [UInt8(ascii: ",")]
        append(fields, to: &bytes)
        return bytes
    }

    /// Fields with a comma between each two.
    fileprivate static func append(_ fields: [String?], to bytes: inout [UInt8]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            if let field { append(field, to: &bytes) }
        }
    }

    /// In quotation marks where it needs them.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = text.utf8
        let isPlain = !utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        if isPlain, utf8.first != 0x20, utf8.last != 0x20 { return bytes.append(contentsOf: utf8) }
        bytes.append(0x22)
        for byte in utf8 {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}

extension [UInt8] {
    /// A moment, or a day; nothing where none is believable.
    fileprivate mutating func append(exported time: PlayTime) {
        switch time {
        case .real(let moment):
            let seconds = Int(moment.secondsSince1970 - Int64(moment.utcDay.daysSince1970) * 86_400)
            append(day: moment.utcDay)
            for (sign, number) in [("T", seconds / 3600), (":", seconds / 60 % 60), (":", seconds % 60)]
                as [(Unicode.Scalar, Int)]
            {
                append(UInt8(ascii: sign))
                append(two: number)
            }
            append(UInt8(ascii: "Z"))
        case .realDay(let day), .day(let day): append(day: day)
        case .marked, .stamped, .year, .undated: break
        }
    }

    private mutating func append(day: CalendarDay) {
        let (year, month, number) = day.civil
        guard (0...9999).contains(year) else { return append(contentsOf: day.iso.utf8) }
        append(two: year / 100)
        append(two: year % 100)
        for part in [month, number] {
            append(UInt8(ascii: "-"))
            append(two: part)
        }
    }

    private mutating func append(two number: Int) {
        append(UInt8(48 + number / 10))
        append(UInt8(48 + number % 10))
    }
}
