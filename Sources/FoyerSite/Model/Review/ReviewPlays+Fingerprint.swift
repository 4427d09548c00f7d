import Disk

extension ReviewPlays {
    /// Tells these plays from any others, the same on every machine: sixteen hexadecimal digits, over the rule for days and each play.
    var fingerprint: String {
        var fingerprint = Fingerprint()
        fingerprint.feed("\(zone) \(rolloverHour)")
        for play in plays {
            fingerprint.feed("\(play.title.kind.path)/\(play.title.simkl)")
            fingerprint.feed("\(play.play.episode?.season ?? -1) \(play.play.episode?.number ?? -1) \(play.play.rewatch ?? -1)")
            switch play.play.time {
            case .real(let moment): fingerprint.feed("\(moment.secondsSince1970)")
            case .day(let day): fingerprint.feed(day.iso)
            case .bulk, .airStamped, .undated: fingerprint.feed("")
            }
            switch play.play.length {
            case .exact(let minutes): fingerprint.feed("\(minutes)")
            case .estimated(let minutes): fingerprint.feed("~\(minutes)")
            case .unknown: fingerprint.feed("")
            }
        }
        let digits = String(fingerprint.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
