import Disk

/// Simkl's backup as a table: a row a title, with the last episode and one date.
///
/// Shape: columns `SIMKL_ID`, `Title`, `Type`, `Year`, `Watchlist`, `LastEpWatched`, `WatchedDate`, `Rating`, `Memo`, and ids of other
/// services (`TVDB`, `TMDB`, `IMDB`, `MAL`, …), in any order, named in any case, those of ids with or without `_ID` behind them.
/// The date is the day on which a title was finished, or its last episode watched: a time that stands behind it is not known to be one.
/// A memo is read and never published, since the table does not say whether it is private.
struct BackupTable {
    private let table: SeparatedTable
    private let columns: [String: Int]
    private let order: DayOrder

    /// Nil for a table that is none of Simkl's.
    init?(_ table: SeparatedTable) {
        self.table = table
        let names = table.columns.map { Self.name($0) }
        columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        guard columns["simkl"] != nil, columns["type"] != nil else { return nil }
        let dates = columns["watcheddate"].map { column in table.rows.compactMap { $0.fields[at: column] } }
        order = DayOrder(of: dates ?? [])
    }

    private static func name(_ column: String) -> String {
        let name = column.lowercased().filter { $0.isLetter || $0.isNumber }
        return name.hasSuffix("id") && name.count > 2 ? String(name.dropLast(2)) : name
    }

    func items(_ reader: inout WireReader) -> [Wire.Item] {
        table.rows.compactMap { row in
            reader.line(row.line) { reader in Wire.Item(Reading(row: row, columns: columns, order: order), &reader) }
        }
    }

    /// A row with the names of its fields.
    fileprivate struct Reading {
        let row: SeparatedTable.Row
        let columns: [String: Int]
        let order: DayOrder

        subscript(name: String) -> String? {
            let text = columns[name].flatMap { row.fields[at: $0] }?.trimmingBlanks
            return text?.isEmpty == false ? text : nil
        }

        func text(_ name: String, _ limit: TextLimit) -> String? {
            guard var text = self[name] else { return nil }
            return text.withUTF8 { unsafe limit.kept($0).text }
        }

        /// What other services call the title.
        var identifiers: NamedTexts {
            let services = ["tvdb", "tmdb", "imdb", "mal", "anidb", "anilist", "kitsu"]
            return NamedTexts(services.compactMap { name in text(name, .identifier).map { (name, $0) } })
        }
    }
}

/// In which order a table's dates with slashes or dots name day and month. Where none of them tells, nobody knows.
struct DayOrder {
    private let isMonthFirst: Bool?

    init(of dates: [String]) {
        let numbers = dates.compactMap { Self.parts($0).flatMap(Self.numbers) }
        let (month, day) = (numbers.contains { $0.1 > 12 }, numbers.contains { $0.0 > 12 })
        isMonthFirst = month != day ? month : nil
    }

    /// The day that a date names as it is written; nil where it is none, or day and month cannot be told apart.
    func day(_ text: String) -> WireDate? {
        let text = text.trimmingBlanks
        if let parts = Self.parts(text) {
            if let (first, second, year) = Self.numbers(parts) {
                guard let isMonthFirst = first == second ? true : isMonthFirst else { return nil }
                let (month, day) = isMonthFirst ? (first, second) : (second, first)
                return WireDate("\(Self.padded(month))/\(Self.padded(day))/\(year)")
            }
            // With the year in front nothing is to be told apart.
            if parts[0].count == 4, let month = Int(parts[1]), let day = Int(parts[2]) {
                return WireDate("\(parts[0])-\(Self.padded(month))-\(Self.padded(day))")
            }
        }
        guard text.count == 10 || text.dropFirst(10).first == "T" || text.dropFirst(10).first == " " else { return nil }
        return WireDate(String(text.prefix(10)))
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func numbers(_ parts: [Substring]) -> (Int, Int, Int)? {
        guard parts[2].count == 4, let first = Int(parts[0]), let second = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return (first, second, year)
    }

    private static func parts(_ text: String) -> [Substring]? {
        guard let date = text.split(separator: " ").first else { return nil }
        let parts = date.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." }
        return parts.count == 3 ? parts : nil
    }
}

extension Wire.Item {
    fileprivate init?(_ row: BackupTable.Reading, _ reader: inout WireReader) {
        guard let id = row["simkl"].flatMap({ Int($0) }), id > 0 else {
            reader.skip("it has no Simkl id")
            return nil
        }
        guard let bucket = row["type"].flatMap(Wire.Bucket.init(exported:)) else {
            reader.skip("its type '\((row["type"] ?? "").prefix(30))' is none of tv, anime and movie")
            return nil
        }
        self.bucket = bucket
        media = Wire.Media(
            title: row.text("title", .name), year: row["year"].flatMap { Int($0) }.flatMap { (1...9999).contains($0) ? $0 : nil },
            ids: Wire.Identifiers(simkl: id, others: row.identifiers))
        let day = row["watcheddate"].flatMap(row.order.day)
        if let date = row["watcheddate"], day == nil {
            reader.leaveOut("'\(date.prefix(30))' is no date of which day and month are plain")
        }
        // A title that is on no list was watched if it says when.
        status = row["watchlist"].map { ListName($0)?.wire ?? $0 } ?? (day == nil ? nil : "completed")
        lastWatchedAt = day
        let episode = row["lastepwatched"].flatMap { LastEpisode($0, bucket: bucket) }
        if let text = row["lastepwatched"], episode == nil, bucket != .movies {
            reader.leaveOut("'\(text.prefix(30))' is no episode")
        }
        lastWatched = bucket == .movies ? nil : episode?.wire
        watchedEpisodesCount = episode?.count
        userRating = row["rating"].flatMap { Int($0) }
        if let text = row["rating"], userRating == nil { reader.leaveOut("'\(text.prefix(30))' is no whole number") }
        memo = row.text("memo", .memo).map { Wire.Memo(text: $0) }
        isRewatch = false
    }
}

/// The last episode that was watched, `s1e8`, `S01E08`, `1x08` or `8`.
private struct LastEpisode {
    let wire: String
    /// How many were watched, where the number tells: nobody knows how long the seasons before are.
    let count: Int?

    init?(_ text: String, bucket: Wire.Bucket) {
        let parts = text.lowercased().split { !$0.isNumber }.compactMap { Int($0) }
        guard (1...2).contains(parts.count), text.allSatisfy({ $0.isNumber || "sSeExX .-_".contains($0) }),
            let number = parts.last, (1...ListLimit.episodes).contains(number), let first = parts.first
        else { return nil }
        let season = parts.count == 2 ? first : 1
        guard (0...9999).contains(season) else { return nil }
        wire = bucket == .anime ? "E\(number)" : "S\(season)E\(number)"
        count = bucket == .anime || season == 1 ? number : nil
    }
}

extension [String] {
    fileprivate subscript(at position: Int) -> String? { indices.contains(position) ? self[position] : nil }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
