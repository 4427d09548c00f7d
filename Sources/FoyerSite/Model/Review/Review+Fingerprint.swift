import Disk

extension Review {
    /// Tells the plays that the review was made from from any others, the same on every machine: sixteen hexadecimal digits.
    public var fingerprint: String { plays.fingerprint(by: days) }
}

extension Sequence<ReviewPlay> {
    /// Over the rule by which days are counted, and each play's title, episode, time and length.
    func fingerprint(by rule: DayRule) -> String {
        var fingerprint = Fingerprint()
        fingerprint.feed("\(rule.zone) \(rule.rolloverHour)")
        for play in self {
            let (title, episode) = (play.title, play.play.episode)
            fingerprint.feed("\(title.key) \(episode?.season ?? -1) \(episode?.number ?? -1)")
            fingerprint.feed("\(play.play.rewatch ?? -1)")
            switch play.play.time {
            case .real(let moment): fingerprint.feed("\(moment.secondsSince1970)")
            case .realDay(let day), .day(let day): fingerprint.feed(day.iso)
            case .marked, .stamped, .year, .undated: fingerprint.feed("")
            }
            switch play.play.length {
            case .exact(let minutes): fingerprint.feed("\(minutes)")
            case .estimated(let minutes): fingerprint.feed("~\(minutes)")
            case .unknown: fingerprint.feed("")
            }
        }
        return fingerprint.value.hexadecimal(16)
    }
}
