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

    public init(_ flush: @escaping ([UInt8]) throws -> Void) { self.flush = flush }

    mutating func add(_ text: String) throws {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= 1 << 18 { try finish() }
    }

    /// A row of CSV.
    ///
    /// Source: RFC 4180
    mutating func add(row fields: [String?]) throws { try add(fields.map(CSV.field).joined(separator: ",") + "\r\n") }

    mutating func finish() throws {
        if !bytes.isEmpty { try flush(bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}

enum CSV {
    /// In quotation marks where it needs them.
    static func field(_ text: String?) -> String {
        guard let text else { return "" }
        let isPlain = text.utf8.allSatisfy { ![0x22, 0x2C, 0x0A, 0x0D].contains($0) } && text.first != " " && text.last != " "
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
