/// What its owner can go on with: titles that are begun and have something to watch, and those of which everything on the air was
/// watched.
struct CarryOn: Sendable {
    /// The one that was touched last comes first.
    let begun: [Begun]
    /// Those that return on a known day come first, by it; then by name.
    let caughtUp: [CaughtUp]

    /// A title with something to watch.
    struct Begun: Sendable {
        let title: Title
        /// Where it was paused half-way after it was last watched.
        let paused: PausedPlayback?
    }

    /// A show with nothing to watch until more of it is on the air.
    struct CaughtUp: Sendable {
        let title: Title
        let returns: CalendarDay?
    }

    init(_ library: Library, clock: SiteClock) {
        let paused = library.pauses
        var (begun, caughtUp): ([Begun], [CaughtUp]) = ([], [])
        for title in library.titles {
            let playback = paused[title.id]
            if playback != nil || (title.status == .watching && title.hasSomethingToWatch(clock)) {
                begun.append(Begun(title: title, paused: playback))
            } else if title.status == .watching {
                caughtUp.append(CaughtUp(title: title, returns: title.returns(library.days, clock)))
            }
        }
        self.begun = begun.newestFirst { begun in
            [begun.title.lastPlay?.time.start, begun.paused?.pausedAt?.order].compactMap { $0 }.max()
        }
        self.caughtUp = caughtUp.sorted { left, right in
            let never = CalendarDay(daysSince1970: .max)
            return (left.returns ?? never, left.title.sortKey, left.title.id)
                < (right.returns ?? never, right.title.sortKey, right.title.id)
        }
    }
}

extension Title {
    /// Whether anything of it can be watched now. Of what nobody counts the episodes, something can.
    fileprivate func hasSomethingToWatch(_ clock: SiteClock) -> Bool {
        if self.isFilm { return true }
        if let airs = next?.airs, clock.isToCome(airs) { return false }
        return self.progress.map { $0.watched < $0.aired } ?? true
    }

    /// What is still to come of it, and was not watched.
    func coming(_ clock: SiteClock) -> [Airing] { self.schedule.filter { clock.isToCome($0.time) && !hasWatched($0) } }

    /// The day of what airs next and was not watched.
    fileprivate func returns(_ days: DayRule, _ clock: SiteClock) -> CalendarDay? {
        coming(clock).map { $0.time.day(days) }.min()
    }
}
