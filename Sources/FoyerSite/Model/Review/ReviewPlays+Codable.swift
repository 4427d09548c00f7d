// A line of text for each play that is kept: a year can have thousands, and a line is read ten times as fast as an object.

extension ReviewPlays {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            zone: try values.decode(String.self, forKey: .zone),
            rolloverHour: try values.decode(Int.self, forKey: .rolloverHour),
            plays: try Self.plays(values.nestedUnkeyedContainer(forKey: .plays), decoder),
            titles: try values.decode([ReviewTitle].self, forKey: .titles),
            waitedAtStart: try values.decode([TitleID].self, forKey: .waitedAtStart),
            waitsAtEnd: try values.decode([TitleID].self, forKey: .waitsAtEnd),
            marked: try values.decode(Int.self, forKey: .marked),
            stamped: try values.decode(Int.self, forKey: .stamped),
            sittings: try values.decodeIfPresent([ReviewSitting].self, forKey: .sittings))
    }

    /// Text by text: asked to decode themselves, plays would take three times as long.
    private static func plays(_ texts: any UnkeyedDecodingContainer, _ decoder: any Decoder) throws -> [ReviewPlay] {
        var (texts, plays): (any UnkeyedDecodingContainer, [ReviewPlay]) = (texts, [])
        while !texts.isAtEnd {
            if let text = try? texts.decode(String.self) {
                plays.append(try ReviewPlay(text, decoder))
            } else {
                plays.append(try ReviewPlay(try texts.decode(ReviewPlay.Version1.self), decoder))
            }
        }
        return plays
    }
}

extension ReviewPlay: Encodable {
    /// As in `tv/2090 4 3 @1795132800 45 - 1795100000`: the title, season, number, time, minutes, rewatch and the instant of airing, each
    /// `-` where there is none. A day without a time is `#20777`, in days since 1970; minutes of the show's ordinary episode are `~45`.
    fileprivate init(_ text: String, _ decoder: any Decoder) throws {
        let fields = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard fields.count == 7, let title = TitleID(key: Substring(fields[0])), let season = Self.number(fields[1]),
            let number = Self.number(fields[2]), let time = Self.time(fields[3]), let length = Self.length(fields[4]),
            let rewatch = Self.number(fields[5]), let aired = Self.number(fields[6])
        else { throw Self.unsound(text, decoder) }
        self.init(
            title: title,
            play: Play(
                episode: number.map { EpisodeNumber(season: season, number: $0) }, time: time, length: length, rewatch: rewatch,
                airedAt: aired.map { Moment(secondsSince1970: Int64($0)) }))
    }

    public func encode(to encoder: any Encoder) throws {
        func text(_ number: Int?) -> String { number.map(String.init) ?? "-" }
        let time =
            switch play.time {
            case .real(let moment): "@\(moment.secondsSince1970)"
            case .realDay(let day), .day(let day): "#\(day.daysSince1970)"
            case .marked, .stamped, .year, .undated: "-"
            }
        let length =
            switch play.length {
            case .exact(let minutes): "\(minutes)"
            case .estimated(let minutes): "~\(minutes)"
            case .unknown: "-"
            }
        let fields = [
            title.key, text(play.episode?.season), text(play.episode?.number), time, length, text(play.rewatch),
            text(play.airedAt.map { Int($0.secondsSince1970) }),
        ]
        try fields.joined(separator: " ").encode(to: encoder)
    }

    private typealias Text = Substring.UTF8View

    /// Nil for what is no number that we write; a number that is not there is nil too, but a known one.
    private static func number(_ text: Text) -> Int?? {
        if text.elementsEqual("-".utf8) { return .some(nil) }
        guard (1...12).contains(text.count), let number = Int(Substring(text)) else { return nil }
        return number
    }

    private static func time(_ text: Text) -> PlayTime? {
        guard let sign = text.first, case .some(.some(let number)) = number(text.dropFirst()) else { return nil }
        switch sign {
        case UInt8(ascii: "@"):
            return Moment.written.contains(Int64(number)) ? .real(Moment(secondsSince1970: Int64(number))) : nil
        case UInt8(ascii: "#"): return CalendarDay.written.contains(number) ? .day(CalendarDay(daysSince1970: number)) : nil
        default: return nil
        }
    }

    private static func length(_ text: Text) -> PlayLength? {
        let isEstimated = text.first == UInt8(ascii: "~")
        guard let minutes = number(isEstimated ? text.dropFirst() : text) else { return nil }
        guard let minutes else { return .unknown }
        return isEstimated ? .estimated(minutes: minutes) : .exact(minutes: minutes)
    }

    private static func unsound(_ text: String, _ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(text) is no play"))
    }

    // MARK: Version 1

    /// As a play was kept once: an object.
    fileprivate struct Version1: Decodable {
        let title: TitleID
        let season: Int?
        let number: Int?
        /// The instant, or else the day.
        let at: Moment?
        let day: CalendarDay?
        let minutes: Int?
        /// Whether the minutes are those of the show's ordinary episode; absent where they are not.
        let estimated: Bool?
        let rewatch: Int?
        let aired: Moment?
    }

    fileprivate init(_ row: Version1, _ decoder: any Decoder) throws {
        guard let time = row.at.map(PlayTime.real) ?? row.day.map(PlayTime.day) else {
            throw Self.unsound("a play without a day", decoder)
        }
        let length = row.minutes.map { row.estimated == true ? PlayLength.estimated(minutes: $0) : .exact(minutes: $0) }
        self.init(
            title: row.title,
            play: Play(
                episode: row.number.map { EpisodeNumber(season: row.season, number: $0) }, time: time,
                length: length ?? .unknown, rewatch: row.rewatch, airedAt: row.aired))
    }
}
