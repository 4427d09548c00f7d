import Simkl

/// Which dates of an account can be those of something that its owner did, and how finely they tell it.
struct BelievableDates {
    let days: DayRule
    /// What is dated later was still to come when the data was made, whatever the clocks of those who sent it; nil where nobody knows
    /// when that was.
    let end: Moment?

    /// How much later than the data a date may be.
    private static let patience: Int64 = 86_400

    /// - Parameter data: when the data was made.
    init(days: DayRule, data: Moment?) {
        self.days = days
        end = data.map { Moment(secondsSince1970: $0.secondsSince1970 + Self.patience) }
    }

    /// When a play was, as far as its date alone tells: a time, a day, or why neither.
    func playTime(_ date: WireDate?) -> PlayTime {
        guard let date else { return .undated(.missing) }
        let (moment, time) = (Moment(comparing: date), HistoryTime(date, days))
        // Simkl means "long ago" with every date before 2000, in UTC and on the owner's calendar.
        if moment < .year2000 || time.day(days) < Moment.year2000.utcDay { return .undated(.longAgo) }
        if let end, moment > end { return .undated(.toCome) }
        return switch time {
        case .moment(let moment): .real(moment)
        case .day(let day): .day(day)
        }
    }

    /// When the owner did anything else; nil for what is not believed.
    func time(_ date: WireDate?) -> HistoryTime? {
        switch playTime(date) {
        case .real(let moment): .moment(moment)
        case .day(let day): .day(day)
        default: nil
        }
    }

    /// When the next of the account's dates that are still to come will be believed; nil where none is.
    func nextBelief(in account: Account) -> Moment? {
        guard let end else { return nil }
        var next: Moment?
        func look(at date: WireDate?) {
            guard let date, case let moment = Moment(comparing: date), moment > end else { return }
            next = min(next ?? moment, moment)
        }
        for item in [account.items, account.ratings].joined() {
            look(at: item.lastWatchedAt)
            look(at: item.userRatedAt)
            look(at: item.addedToWatchlistAt)
            for season in item.seasons ?? [] { for episode in season.episodes { look(at: episode.watchedAt) } }
        }
        for row in account.playback { look(at: row.pausedAt) }
        return next.map { Moment(secondsSince1970: $0.secondsSince1970 - Self.patience) }
    }
}
