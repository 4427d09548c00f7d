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
        case .realDay(let day), .day(let day): row.day = day
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
