/// The one moment at which a site is built, and the days that it falls on: on the wall, and by the roll-over hour.
///
/// Why there are two: pages are read on the day after the night in which they were made, and count `tomorrow` from that day; but what
/// is watched in that night still belongs to the evening before, and so do streaks, and years that end.
struct SiteClock: Hashable, Sendable {
    let now: Moment
    /// On the calendar on the wall.
    let today: CalendarDay
    /// The owner's day that a play at this moment has: until the roll-over hour still yesterday.
    let watchingDay: CalendarDay
    /// When either is another day.
    private let nextDay: Moment

    init(now: Moment, days: DayRule) {
        self.now = now
        today = days.calendarDay(of: now)
        watchingDay = days.day(of: now)
        nextDay = min(days.firstMoment(of: today.adding(days: 1)), days.end(of: watchingDay))
    }

    /// Whether something is still to come.
    func isToCome(_ time: AirTime) -> Bool {
        switch time {
        case .moment(let moment): moment >= now
        case .day(let day): day >= today
        }
    }

    /// When the clock's next answer is another one than now: as soon as something airs, and when a day is over.
    func nextChange(of airings: some Sequence<Airing>) -> Moment {
        var next = nextDay
        for airing in airings {
            // What airs now is still to come at this very second, and no longer at the next; it was not aired before it.
            guard case .moment(let moment) = airing.time, moment >= now else { continue }
            next = min(next, moment > now ? moment : Moment(secondsSince1970: moment.secondsSince1970 + 1))
        }
        return next
    }
}
