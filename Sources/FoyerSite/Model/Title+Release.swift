extension Title {
    /// Whether any of it can be watched at home by now, as far as dates are known: of a film by its release there, else in the cinema,
    /// else by the first date that the calendar tells, else by its year; of a show by its episodes.
    func isOut(_ today: CalendarDay, _ days: DayRule) -> Bool {
        guard self.isFilm else {
            return self.stage != .announced && self.progress.map { $0.aired > 0 || $0.total == 0 } ?? true
        }
        let release = self.details?.homeRelease ?? self.details?.cinemaRelease ?? self.airings.map { $0.time.day(days) }.min()
        if let release { return release <= today }
        return !self.isToContinue && self.year.map { $0 <= today.year } ?? true
    }
}
