extension DayRule {
    /// The first instant that has this date on the clock on the wall. Of a day that the zone left out, the instant at which it was.
    public func firstMoment(of day: CalendarDay) -> Moment {
        let midnight = Int64(day.daysSince1970) * 86_400
        // The offset may change in the night itself, so both of its neighbours' offsets are tried.
        let candidates = [-86_400, 86_400].map { (distance: Int64) in
            let offset = offset(at: Moment(secondsSince1970: midnight + distance))
            return Moment(secondsSince1970: midnight - Int64(offset))
        }
        let (early, late) = (min(candidates[0], candidates[1]), max(candidates[0], candidates[1]))
        return calendarDay(of: early) == day ? early : late
    }

    /// The first instant that no longer belongs to the owner's day, or an earlier one where the clocks change at that very hour.
    func end(of day: CalendarDay) -> Moment {
        let midnight = firstMoment(of: day.adding(days: 1))
        let hours = Int64(rolloverHour) * 3600
        let end = Moment(secondsSince1970: midnight.secondsSince1970 + hours)
        // In between the clocks may have been put forward or back.
        let moved = Int64(offset(at: end) - offset(at: midnight))
        return min(end, Moment(secondsSince1970: end.secondsSince1970 - moved))
    }
}
