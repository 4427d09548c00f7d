extension DayRule {
    /// `21:15`, on the clock on the wall.
    public func clock(of moment: Moment) -> String {
        let local = moment.secondsSince1970 + Int64(offset(at: moment))
        let second = Int(local - local.flooredDivision(by: 86_400) * 86_400)
        return "\(padded(second / 3600)):\(padded(second / 60 % 60))"
    }

    /// The same, where a day that does not end at midnight holds it: `01:15 after midnight`.
    public func clockInDay(of moment: Moment) -> String {
        let clock = clock(of: moment)
        return calendarDay(of: moment) == day(of: moment) ? clock : phrase("time.afterMidnight", ["time": clock])
    }

    /// The hour at which a day ends, as in `04:00`.
    var rolloverClock: String { "\(padded(rolloverHour)):00" }
}
