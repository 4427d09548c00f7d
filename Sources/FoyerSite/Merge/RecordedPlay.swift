import Simkl

/// A play as the account records it: its date is not judged yet.
struct RecordedPlay {
    /// All but when it was, where nobody has told that.
    private let play: Play
    let date: WireDate?
    private let isTold: Bool
    private let airedDay: Int32

    init(episode: EpisodeNumber?, date: WireDate?, length: PlayLength, rewatch: Int?, aired: AirTime?, told: PlayTime?) {
        let moment: Moment? = if case .moment(let moment) = aired { moment } else { nil }
        play = Play(episode: episode, time: told ?? .undated(.missing), length: length, rewatch: rewatch, airedAt: moment)
        (self.date, isTold) = (date, told != nil)
        airedDay = if case .day(let day) = aired { Int32(clamping: day.daysSince1970) } else { .min }
    }

    var episode: EpisodeNumber? { play.episode }
    var length: PlayLength { play.length }
    /// When the episode was first on the air.
    var aired: AirTime? {
        airedDay != .min ? .day(CalendarDay(daysSince1970: Int(airedDay))) : play.airedAt.map(AirTime.moment)
    }
    /// When it was, where an export has told that; nil where the date is to be judged.
    var told: PlayTime? { isTold ? play.time : nil }

    func judged(_ time: PlayTime) -> Play { isTold ? play : play.at(time) }
}

/// A title whose plays are still to be judged.
struct RecordedTitle {
    /// Without its plays.
    var title: Title
    var plays: [RecordedPlay]
    /// The days on which a film came out, wherever that is known to have been.
    var releases: Set<CalendarDay> = []
}

extension [RecordedPlay] {
    /// Without those that begin before an earlier one of the same could have ended: Simkl begins a rewatch with what was watched already.
    /// Of an export that was done.
    func withoutSameViewings(as first: [RecordedPlay]) -> [RecordedPlay] {
        guard !isEmpty else { return self }
        var seen: [EpisodeNumber?: [Int64]] = [:]
        func second(_ play: RecordedPlay) -> Int64? { play.date.map { Moment(comparing: $0).secondsSince1970 } }
        for play in first { if let second = second(play) { seen[play.episode, default: []].append(second) } }
        return filter { play in
            guard play.told == nil, let second = second(play) else { return true }
            let length = Int64(play.length.known ?? PlayTimes.assumedMinutes) * 60
            if seen[play.episode, default: []].contains(where: { abs($0 - second) < length }) { return false }
            seen[play.episode, default: []].append(second)
            return true
        }
    }
}

extension Play {
    /// Believable plays by time, then the others; among equals by episode.
    static func isOrdered(_ left: Play, _ right: Play) -> Bool {
        let (leftStart, rightStart) = (left.time.start ?? .distantFuture, right.time.start ?? .distantFuture)
        if leftStart != rightStart { return leftStart < rightStart }
        if left.episode != right.episode {
            guard let leftEpisode = left.episode, let rightEpisode = right.episode else { return left.episode == nil }
            return leftEpisode < rightEpisode
        }
        return (left.rewatch ?? .min) < (right.rewatch ?? .min)
    }
}
