import Simkl

/// A play as the account records it: its date is not judged yet.
struct RecordedPlay {
    /// Nil for a film.
    let episode: EpisodeNumber?
    let date: WireDate?
    let length: PlayLength
    /// The rewatch that it belongs to; nil for the first watching.
    let rewatch: Int?
    /// When the episode was first on the air.
    let aired: AirTime?
    /// When it was, where an export has told that; nil where the date is to be judged.
    var told: PlayTime?

    func judged(_ time: PlayTime) -> Play {
        let moment: Moment? = if case .moment(let moment) = aired { moment } else { nil }
        return Play(episode: episode, time: time, length: length, rewatch: rewatch, airedAt: moment)
    }
}

/// A title whose plays are still to be judged.
struct RecordedTitle {
    var title: TitleRecord
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
