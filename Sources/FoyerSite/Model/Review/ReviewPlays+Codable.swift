// Short words for what is kept: a year can have thousands of plays.

extension ReviewPlay: Codable {
    private struct Row: Codable {
        var title: TitleID
        var season: Int?
        var number: Int?
        /// The instant, or else the day.
        var at: Moment?
        var day: CalendarDay?
        var minutes: Int?
        /// Whether the minutes are those of the show's ordinary episode; absent where they are not.
        var estimated: Bool?
        var rewatch: Int?
        var aired: Moment?
    }

    public init(from decoder: any Decoder) throws {
        let row = try Row(from: decoder)
        let time: PlayTime
        if let moment = row.at {
            time = .real(moment)
        } else if let day = row.day {
            time = .day(day)
        } else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a play without a day"))
        }
        let length = row.minutes.map { row.estimated == true ? PlayLength.estimated(minutes: $0) : .exact(minutes: $0) }
        title = row.title
        play = Play(
            episode: row.number.map { EpisodeNumber(season: row.season, number: $0) }, time: time, length: length ?? .unknown,
            rewatch: row.rewatch, airedAt: row.aired)
    }

    public func encode(to encoder: any Encoder) throws {
        var row = Row(title: title)
        row.season = play.episode?.season
        row.number = play.episode?.number
        switch play.time {
        case .real(let moment): row.at = moment
        case .day(let day): row.day = day
        case .bulk, .airStamped, .undated: break
        }
        switch play.length {
        case .exact(let minutes): row.minutes = minutes
        case .estimated(let minutes): (row.minutes, row.estimated) = (minutes, true)
        case .unknown: break
        }
        row.rewatch = play.rewatch
        row.aired = play.airedAt
        try row.encode(to: encoder)
    }
}

extension TitleID: Codable {
    /// As in `tv/2090`.
    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = MediaKind(rawValue: String(parts[0])), let simkl = Int(parts[1]) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(text) is no title"))
        }
        self.init(kind: kind, simkl: simkl)
    }

    public func encode(to encoder: any Encoder) throws { try "\(kind.path)/\(simkl)".encode(to: encoder) }
}

extension Moment: Codable {
    /// Seconds since 1970.
    public init(from decoder: any Decoder) throws { self.init(secondsSince1970: try Int64(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try secondsSince1970.encode(to: encoder) }
}

extension CalendarDay: Codable {
    /// Days since 1970-01-01.
    public init(from decoder: any Decoder) throws { self.init(daysSince1970: try Int(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try daysSince1970.encode(to: encoder) }
}
