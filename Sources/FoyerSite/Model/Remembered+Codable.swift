// The forms in which builds remember values: short, since there can be many thousands. What cannot be is refused where it is read.

extension KeyedDecodingContainer {
    /// A whole number within bounds.
    func decode(_ key: Key, in bounds: ClosedRange<Int>) throws -> Int {
        try checked(try decode(Int.self, forKey: key), key, bounds)
    }

    func decodeIfPresent(_ key: Key, in bounds: ClosedRange<Int>) throws -> Int? {
        try decodeIfPresent(Int.self, forKey: key).map { try checked($0, key, bounds) }
    }

    private func checked(_ number: Int, _ key: Key, _ bounds: ClosedRange<Int>) throws -> Int {
        guard bounds.contains(number) else {
            throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "\(number) is out of range")
        }
        return number
    }
}

extension TitleID: Codable {
    /// As in `tv/2090`.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let id = TitleID(key: text[...]) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(text) is no title"))
        }
        self = id
    }

    /// Nil for anything that ``key`` did not write.
    init?(key: Substring) {
        guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")), let kind = MediaKind(rawValue: String(key[..<slash])),
            let simkl = Int(key[key.utf8.index(after: slash)...]), (1..<1_000_000_000_000).contains(simkl)
        else { return nil }
        self.init(kind: kind, simkl: simkl)
    }

    public func encode(to encoder: any Encoder) throws { try key.encode(to: encoder) }
}

extension Moment: Codable {
    /// Of the years 1 to 9999.
    static let written: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Seconds since 1970.
    public init(from decoder: any Decoder) throws {
        let seconds = try Int64(from: decoder)
        guard Self.written.contains(seconds) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(seconds) is no moment"))
        }
        self.init(secondsSince1970: seconds)
    }

    public func encode(to encoder: any Encoder) throws { try secondsSince1970.encode(to: encoder) }
}

extension CalendarDay: Codable {
    /// Of the years 1 to 9999.
    static let written = -719_162...2_932_896

    /// Days since 1970-01-01.
    public init(from decoder: any Decoder) throws {
        let days = try Int(from: decoder)
        guard Self.written.contains(days) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(days) is no day"))
        }
        self.init(daysSince1970: days)
    }

    public func encode(to encoder: any Encoder) throws { try daysSince1970.encode(to: encoder) }
}

extension AirTime: Codable {
    private enum Key: CodingKey { case at, day }

    /// Either has a name of its own.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self =
            if let moment = try values.decodeIfPresent(Moment.self, forKey: .at) { .moment(moment) } else {
                .day(try values.decode(CalendarDay.self, forKey: .day))
            }
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        switch self {
        case .moment(let moment): try values.encode(moment, forKey: .at)
        case .day(let day): try values.encode(day, forKey: .day)
        }
    }
}

extension EpisodeNumber: Codable {
    private enum Key: CodingKey { case season, number }

    private static let most = 100_000_000

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            season: try values.decodeIfPresent(.season, in: 0...Self.most), number: try values.decode(.number, in: 0...Self.most))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encodeIfPresent(season, forKey: .season)
        try values.encode(number, forKey: .number)
    }
}
