extension Library {
    /// What a review of a year or a month is made from.
    ///
    /// - Parameter today: where the period still runs, its end.
    public func reviewPlays(in period: Period, today: CalendarDay) -> ReviewPlays {
        let found = plays.plays(in: period).compactMap { play in
            play.number.map { ReviewPlay(title: titles[Int(play.title)].id, play: titles[Int(play.title)].plays[Int($0)]) }
        }
        let watched = Set(found.map(\.title))
        let reviewed = titles.indices.compactMap { position in
            reviewTitle(at: position, in: period, today: today, isWatched: watched.contains(titles[position].id))
        }
        let stamps = plays.stamps.filter { period.contains($0.key.firstDay) }.values
        return ReviewPlays(
            zone: days.zone, rolloverHour: days.rolloverHour,
            plays: found.map { (day: $0.play.time.day(days), play: $0) }.sorted { left, right in
                if let day = left.day, let other = right.day, day != other { return day < other }
                return left.play.isBefore(right.play)
            }.map(\.play), titles: reviewed, bulk: stamps.reduce(0) { $0 + $1.bulk },
            airStamped: stamps.reduce(0) { $0 + $1.airStamped })
    }

    /// Nil for a title that the period has nothing of.
    private func reviewTitle(at position: Int, in period: Period, today: CalendarDay, isWatched: Bool) -> ReviewTitle? {
        let title = titles[position]
        let (first, isDated) = (plays.firstDays[position], plays.areDated[position])
        let added = dayOfWaiting(at: position)
        func waits(before day: CalendarDay) -> Bool {
            guard let added, added < day else { return false }
            return first.map { $0 >= day } ?? true
        }
        let ratedOn = title.rating?.day(days).flatMap { period.contains($0) ? $0 : nil }
        guard let span = period.days else { return nil }
        let waitedAtStart = waits(before: span.lowerBound)
        let waitsAtEnd = waits(before: min(span.upperBound, today).adding(days: 1))
        guard isWatched || ratedOn != nil || waitedAtStart || waitsAtEnd else { return nil }
        let isReturning = first.map { $0 < span.lowerBound } ?? false
        return ReviewTitle(
            id: title.id, past: isReturning ? .returning : isDated ? .new : .unknown,
            isFinished: isWatched && isDated && period.contains(lastDayOfFirstWatching(of: title)), waitedAtStart: waitedAtStart,
            waitsAtEnd: waitsAtEnd, rating: title.rating?.value, ratedOn: ratedOn)
    }

    /// The day since which a title waits on a list, unless its first play is before it; nil where nobody knows.
    func dayOfWaiting(at position: Int) -> CalendarDay? {
        let title = titles[position]
        guard plays.areDated[position], let status = title.status, status != .dropped else { return nil }
        return title.addedAt.map(days.day(of:))
    }

    /// Nil where it is not over.
    private func lastDayOfFirstWatching(of title: Title) -> CalendarDay? {
        guard title.id.kind == .movie || title.status == .completed else { return nil }
        let watched = title.plays.lazy.filter { $0.rewatch == nil }.compactMap { $0.time.day(days) }
        return title.id.kind == .movie ? watched.min() : watched.max()
    }
}

extension ReviewPlay {
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
