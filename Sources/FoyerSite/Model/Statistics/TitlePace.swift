/// How fast a show was watched lately: by its own first watching, in the ``Pace/days`` days up to the last play of that.
///
/// What was watched after the first of these days, in the time from that day to the last: one episode each Sunday is one a week.
struct TitlePace: Hashable, Sendable {
    /// Fewer episodes say nothing of a pace.
    private static let fewest = 3

    let last: CalendarDay
    /// How many days the episodes took.
    let span: Int
    let episodes: Int

    /// Nil where too little of it has a day.
    init?(of title: Title, days rule: DayRule) {
        let days = title.plays.lazy.filter { $0.rewatch == nil && $0.episode?.season != 0 }.compactMap { $0.time.day(rule) }
        guard !title.isFilm, let last = days.max() else { return nil }
        let recent = days.filter { $0 > last.adding(days: -Pace.days) }
        guard let first = recent.min(), first < last else { return nil }
        let episodes = recent.count { $0 > first }
        guard episodes >= Self.fewest else { return nil }
        self.last = last
        self.span = last.daysSince1970 - first.daysSince1970
        self.episodes = episodes
    }

    /// The day on which so many more are watched, if it goes on like this.
    func end(after left: Int) -> CalendarDay { last.adding(days: (left * span + episodes - 1) / episodes) }
}
