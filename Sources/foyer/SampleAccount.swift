import FoyerSite
import Simkl

/// The sample account, whose schedule always begins today.
enum SampleAccount {
    /// Moves what is yet to come, and what is paused, by whole days from the day of the data to `now`. What was watched stays.
    static func shifted(_ account: Account, to now: Moment) -> Account {
        guard case .instant(let anchor, _) = account.activities?.all else { return account }
        let days = Int(now.secondsSince1970 / 86_400 - anchor / 86_400)
        var account = account
        for index in account.airings.indices { account.airings[index].date = account.airings[index].date?.adding(days: days) }
        for index in account.premieres.indices {
            account.premieres[index].airing.date = account.premieres[index].airing.date?.adding(days: days)
        }
        for index in account.playback.indices {
            account.playback[index].pausedAt = account.playback[index].pausedAt?.adding(days: days)
        }
        for index in account.items.indices {
            let date = account.items[index].nextToWatchInfo?.date
            account.items[index].nextToWatchInfo?.date = date?.adding(days: days)
        }
        return account
    }
}

extension WireDate {
    fileprivate func adding(days: Int) -> WireDate {
        switch self {
        case .instant(let seconds, let offset): .instant(secondsSince1970: seconds + Int64(days) * 86_400, offset: offset)
        case .day(let day): .day(daysSince1970: day + days)
        }
    }
}
