/// The one moment at which a site is built, and the day on the owner's calendar that it falls on.
///
/// Why that day does not wait for the roll-over hour, as the days of plays do: pages are read on the day after the night in which
/// they were made, and count `tomorrow` from it.
struct SiteClock: Hashable, Sendable {
    let now: Moment
    let today: CalendarDay
    private let tomorrow: Moment

    init(now: Moment, days: DayRule) {
        self.now = now
        today = days.calendarDay(of: now)
        tomorrow = days.firstMoment(of: today.adding(days: 1))
    }

    /// Whether something is still to come.
    func isToCome(_ time: AirTime) -> Bool {
        switch time {
        case .moment(let moment): moment >= now
        case .day(let day): day >= today
        }
    }

    /// When the clock's next answer is another one than now: as soon as something airs, and when the day is over.
    func nextChange(of airings: some Sequence<Airing>) -> Moment {
        var next = tomorrow
        for airing in airings {
            // What airs now is still to come at this very second, and no longer at the next; it was not aired before it.
            guard case .moment(let moment) = airing.time, moment >= now else { continue }
            next = min(next, moment > now ? moment : Moment(secondsSince1970: moment.secondsSince1970 + 1))
        }
        return next
    }
}
