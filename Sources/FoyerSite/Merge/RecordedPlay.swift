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
