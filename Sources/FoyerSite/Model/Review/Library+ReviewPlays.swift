extension Library {
    /// What a review of a year or a month is made from.
    ///
    /// - Parameter today: where the period still runs, its end.
    public func reviewPlays(in period: Period, today: CalendarDay) -> ReviewPlays {
        let indexed = plays.plays(in: period)
        let found = indexed.compactMap { play in
            play.number.map { ReviewPlay(title: titles[Int(play.title)].id, play: titles[Int(play.title)].plays[Int($0)]) }
        }
        let watched = Set(indexed.lazy.map { Int($0.title) })
        let rated = plays.ratedDays.indices.filter { plays.ratedDays[$0].map(period.contains) ?? false }
        let marked = Set(plays.marked(in: period).lazy.map { Int($0.title) }).filter { finishedDay(at: $0, in: period) != nil }
        let misdated = plays.misdated.filter { period.contains($0.key.firstDay) }.values
        return ReviewPlays(
            zone: days.zone, rolloverHour: days.rolloverHour,
            plays: found.ordered(by: days),
            titles: watched.union(rated).union(marked).sorted().map { reviewTitle(at: $0, in: period) },
            waitedAtStart: period.days.map { waiting(before: $0.lowerBound) } ?? [],
            waitsAtEnd: period.days.map { waiting(before: min($0.upperBound, today).adding(days: 1)) } ?? [],
            marked: misdated.reduce(0) { $0 + $1.marked }, stamped: misdated.reduce(0) { $0 + $1.stamped },
            sittings: edition.showsClockTimes ? sittings(in: period) : nil)
    }

    private func sittings(in period: Period) -> [ReviewSitting] {
        plays.binges.filter { period.contains($0.day) }.map { binge in
            ReviewSitting(
                title: titles[binge.title].id, day: binge.day, episodes: binge.totals.plays, minutes: binge.totals.minutes)
        }
    }

    /// Titles that were put on a list before this day and not begun before it, as far as their days are known.
    private func waiting(before day: CalendarDay) -> [TitleID] {
        titles.indices.filter { position in
            guard let added = plays.addedDays[position], added < day, plays.areDated[position] else { return false }
            return plays.firstDays[position].map { $0 >= day } ?? true
        }.map { titles[$0].id }
    }

    private func reviewTitle(at position: Int, in period: Period) -> ReviewTitle {
        let title = titles[position]
        let (first, isDated) = (plays.firstDays[position], plays.areDated[position])
        let finishedOn = finishedDay(at: position, in: period)
        let isReturning = first.flatMap { first in period.days.map { first < $0.lowerBound } } ?? false
        return ReviewTitle(
            id: title.id, past: isReturning ? .returning : isDated ? .new : .unknown,
            isFinished: finishedOn != nil, finishedOn: finishedOn, rating: title.rating?.value,
            ratedOn: plays.ratedDays[position].flatMap { period.contains($0) ? $0 : nil })
    }

    /// The months in which a title was finished by a mark, some of them more than once.
    var monthsOfMarkedEnds: [CalendarMonth] {
        Set(plays.marked.lazy.map { Int($0.title) }).compactMap { finishedDay(at: $0, in: .allTime)?.month }
    }

    /// The day of the period on which its first watching came to an end.
    func finishedDay(at position: Int, in period: Period) -> CalendarDay? {
        let end = plays.areMarked[position] ? lastDayOfFirstWatching(of: titles[position]) : nil
        return end.flatMap { period.contains($0) ? $0 : nil }
    }

    /// The day on which a title's note is told, since nobody knows when it was written: that on which it was finished, else rated.
    func noteDay(of title: Title) -> CalendarDay? { lastDayOfFirstWatching(of: title) ?? title.rating?.day(days) }

    /// Nil where it is not over.
    func lastDayOfFirstWatching(of title: Title) -> CalendarDay? {
        guard title.isFilm || title.status == .completed else { return nil }
        return title.plays.lazy.filter { $0.rewatch == nil }.compactMap { $0.time.markedDay(days) }.max()
    }
}

extension Sequence<ReviewPlay> {
    /// By day, then as they followed each other.
    func ordered(by rule: DayRule) -> [ReviewPlay] {
        map { (day: $0.play.time.day(rule), play: $0) }.sorted { left, right in
            if let day = left.day, let other = right.day, day != other { return day < other }
            return left.play.isBefore(right.play)
        }.map(\.play)
    }
}

extension ReviewPlay {
    func told(by edition: Edition, _ rule: DayRule) -> ReviewPlay { ReviewPlay(title: title, play: play.told(by: edition, rule)) }

    /// Whether it comes first among plays of one day: what has a time stands before what has none.
    fileprivate func isBefore(_ other: ReviewPlay) -> Bool {
        let (second, otherSecond) = (play.time.moment?.secondsSince1970 ?? .max, other.play.time.moment?.secondsSince1970 ?? .max)
        if second != otherSecond { return second < otherSecond }
        if title != other.title { return title < other.title }
        if let episode = play.episode, let otherEpisode = other.play.episode, episode != otherEpisode {
            return episode < otherEpisode
        }
        return (play.rewatch ?? 0) < (other.play.rewatch ?? 0)
    }
}
