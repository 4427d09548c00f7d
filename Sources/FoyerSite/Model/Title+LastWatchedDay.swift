extension Title {
    /// The day of the last play with a believable date.
    func lastWatchedDay(_ rule: DayRule) -> CalendarDay? { self.plays.lazy.compactMap { $0.time.day(rule) }.max() }
}
