/// Something that could be watched tonight: a film that is not seen, or a show with episodes that have aired and are not watched.
public struct TonightPick: Hashable, Sendable {
    public let title: Title
    /// Minutes of the film, or of the ordinary episode.
    public let length: Int
    /// Minutes of the film, or of the first episode; of one that was paused half-way what is left of it.
    let first: Int
    /// How many episodes are left; 1 for a film.
    public let left: Int
    /// Minutes of all that is left.
    public let minutesLeft: Int
    /// Where it was paused half-way and not watched since.
    public let paused: PausedPlayback?
    /// Whether some of these minutes are those of ordinary episodes.
    public let isEstimated: Bool
    /// Whether some of it was watched.
    public let isBegun: Bool
    /// The day of its last play, of what is begun; nil where none is believable.
    public let lastPlayed: CalendarDay?
    /// The day on which it was paused, where nothing of it was watched later.
    public let pausedOn: CalendarDay?
    /// The day on which it was put on its list.
    public let listed: CalendarDay?
    public let expectation: Taste.Expectation
    /// By which picks are put in order, in hundredths: what is expected of it, what it gets for waiting and for being begun.
    let points: Int

    /// What waiting is worth once it has lasted ``longestWait``, and what being begun is worth.
    static let mostForWaiting = 100
    static let forBeingBegun = 100
    /// Days.
    static let longestWait = 365

    /// Nil for what is not to be offered: it is on neither of the two lists, is not out, has nothing left, or nobody knows its length.
    init?(_ title: Title, paused: PausedPlayback?, taste: Taste, days: DayRule, today: CalendarDay) {
        guard title.isForTonight(today, days), let length = title.runtimeMinutes, let timeLeft = title.timeLeft,
            let minutesLeft = timeLeft.knownMinutes, minutesLeft > 0
        else { return nil }
        let progress = title.progress
        left = title.isFilm ? 1 : progress.map { max(0, $0.aired - $0.watched) } ?? 0
        guard left > 0 else { return nil }
        self.title = title
        self.length = length
        self.paused = paused
        let whole = title.minutes(ofPaused: paused, ordinary: length)
        let first = whole.flatMap { paused?.left(of: $0) } ?? length
        self.first = first
        self.minutesLeft = whole.map { max(first, minutesLeft - $0 + first) } ?? minutesLeft
        isEstimated = timeLeft.isEstimated
        isBegun = paused != nil || (!title.isFilm && progress?.watched ?? 0 > 0)
        let played = isBegun ? title.lastPlay?.time.day(days) : nil
        lastPlayed = played
        let pausedOn = (paused?.pausedAt?.day(days)).flatMap { day in played.map { $0 > day } ?? false ? nil : day }
        self.pausedOn = pausedOn
        listed = title.addedAt?.day(days)
        expectation = taste.expectation(of: title)
        let waited = (pausedOn ?? played ?? listed).map { min(max(0, today.daysSince1970 - $0.daysSince1970), Self.longestWait) }
        points =
            expectation.value + (waited ?? 0) * Self.mostForWaiting / Self.longestWait + (isBegun ? Self.forBeingBegun : 0)
    }

    /// Whether two thirds of what has aired are watched.
    var isNearlyFinished: Bool {
        guard isBegun, let progress = title.progress else { return false }
        return progress.watched * 3 >= progress.aired * 2
    }
}

extension Title {
    /// Minutes of the film, or of the episode that was paused, as they count for what is left; nil where nothing was, or a special.
    ///
    /// - Parameter ordinary: minutes of one episode.
    fileprivate func minutes(ofPaused paused: PausedPlayback?, ordinary: Int) -> Int? {
        guard let paused else { return nil }
        if self.isFilm { return ordinary }
        guard let episode = paused.episode, episode.season != 0 else { return nil }
        return leftLengths[episode] ?? ordinary
    }

    /// Whether it is on one of the lists that something is picked from, and is out.
    func isForTonight(_ today: CalendarDay, _ days: DayRule) -> Bool {
        [.watching, .planToWatch].contains(self.status) && isOut(today, days)
    }
}
