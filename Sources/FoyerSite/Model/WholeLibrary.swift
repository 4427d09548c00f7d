import Disk

/// Everything of an account, merged: every title, to the second. Pages never see it, only what an edition shows of it.
public struct WholeLibrary: Hashable, Sendable {
    let owner: Owner
    /// Simkl's number of the account; nil where the files do not say.
    let account: Int?
    let days: DayRule
    /// ISO 3166-1 alpha-2: where releases of films are told for.
    let country: String
    /// When the account last changed, by Simkl's clock; nil where the files do not say.
    let changedAt: Moment?
    /// When the mirror was last in step with Simkl, by this machine's clock; nil for files that were saved by hand.
    let syncedAt: Moment?
    /// When a date that is still to come will be believed; nil where none is.
    let nextBelief: Moment?
    private(set) var titles: [Title]
    let paused: [PausedPlayback]
    let accountStatistics: AccountStatistics?
    let coverage: CalendarCoverage
    /// What is trending at Simkl, whether it is in the library or not.
    let trending: [Title]
    /// What begins, whether it is in the library or not, each with when it does.
    let premieres: [Title]

    /// What one audience may know of it.
    ///
    /// Shape: without the titles that are hidden from it, no time finer than the edition shows, and no name that would be a spoiler: what
    /// is not here cannot be told by a page, a feed, an order or a hash.
    public consuming func library(for audience: Audience) -> Library {
        let (edition, hidden, days) = (audience.edition, audience.hidden, days)
        let shown = titles.filter { !hidden.contains($0.id.simkl) }
        titles = []
        return library(
            audience, titles: shown.consumingMap { $0.told(by: edition, audience.spoilers, days) },
            paused: paused.filter { !hidden.contains($0.title.simkl) }.map { $0.told(by: edition, days) },
            // Simkl's numbers count hidden titles too, so they would tell of them.
            accountStatistics: hidden.isEmpty ? accountStatistics : nil)
    }

    /// All of it, for what is kept and compared, never for pages.
    var everything: Library {
        library(
            Audience(.private, spoilers: .names, discovers: true, premieres: true), titles: titles, paused: paused,
            accountStatistics: accountStatistics)
    }

    private func library(
        _ audience: Audience, titles: [Title], paused: [PausedPlayback], accountStatistics: AccountStatistics?
    ) -> Library {
        // Told by the day, two may have become one.
        var seen: Set<PausedPlayback> = []
        let paused = paused.filter { seen.insert($0).inserted }
        return Library(
            edition: audience.edition, spoilers: audience.spoilers, owner: owner, days: days, country: country,
            syncedAt: syncedAt, titles: titles, paused: paused.newestFirst { $0.pausedAt?.order },
            accountStatistics: accountStatistics, coverage: coverage, trending: audience.discovers ? trending : [],
            premieres: audience.tellsPremieres ? premieres : [])
    }

    /// The last day of which the data can tell: that of the account's last change, else of the newest thing in it.
    func lastDay(upTo today: CalendarDay) -> CalendarDay? {
        changedAt.map { min(days.calendarDay(of: $0), today) } ?? titles.compactMap { $0.newestDay(days, upTo: today) }.max()
    }
}

/// Whom a site is for, and what is kept from them.
public struct Audience: Hashable, Sendable {
    public let edition: Edition
    /// Simkl ids of the titles that these people do not see.
    let hidden: Set<Int>
    public let spoilers: Spoilers
    /// Whether they are told what is trending at Simkl, and what begins, outside the library.
    let (discovers, tellsPremieres): (Bool, Bool)

    /// - Parameters:
    ///   - hiddenTitles: Simkl ids of titles that only the private edition has.
    ///   - premieres: whether what begins is told; nil where the edition decides.
    public init(
        _ edition: Edition = .public, hiddenTitles: Set<Int> = [], spoilers: Spoilers = .none, discovers: Bool = false,
        premieres: Bool? = nil
    ) {
        self.edition = edition
        self.spoilers = spoilers
        self.discovers = discovers
        tellsPremieres = premieres ?? (edition != .public)
        hidden = edition == .private ? [] : hiddenTitles
    }
}

// MARK: - As finely as an edition tells

extension HistoryTime {
    /// To the minute, where the edition tells times of day, else the day.
    fileprivate func told(by edition: Edition, _ days: DayRule) -> HistoryTime {
        guard case .moment(let moment) = self else { return self }
        return edition.showsClockTimes ? .moment(moment.toTheMinute) : .day(days.day(of: moment))
    }
}

extension PlayTime {
    func told(by edition: Edition, _ days: DayRule) -> PlayTime {
        guard case .real(let moment) = self else { return self }
        return edition.showsClockTimes ? .real(moment.toTheMinute) : .realDay(days.day(of: moment))
    }
}

extension Play {
    func told(by edition: Edition, _ days: DayRule) -> Play {
        at(time.told(by: edition, days))
    }
}

extension PausedPlayback {
    fileprivate func told(by edition: Edition, _ days: DayRule) -> PausedPlayback {
        PausedPlayback(title: title, episode: episode, percent: percent, pausedAt: pausedAt?.told(by: edition, days))
    }
}

extension Title {
    fileprivate func told(by edition: Edition, _ spoilers: Spoilers, _ days: DayRule) -> Title {
        with { told in
            told.next = self.next.map { self.told($0, spoilers) }
            told.airings = self.airings.map { self.told($0, spoilers) }
            if spoilers == .none { told.unwatchedNames = EpisodeTexts() }
            told.plays = self.plays.map { $0.told(by: edition, days) }.sorted(by: Play.isOrdered)
            told.addedAt = self.addedAt?.told(by: edition, days)
            told.rating = self.rating.map { Rating(value: $0.value, ratedAt: $0.ratedAt?.told(by: edition, days)) }
        }
    }

    /// The newest day of anything that the owner did with it.
    func newestDay(_ rule: DayRule, upTo today: CalendarDay) -> CalendarDay? {
        let days = self.plays.map { $0.time.writtenDay(rule) } + [self.rating?.ratedAt?.day(rule), self.addedAt?.day(rule)]
        return days.compactMap { $0 }.filter { $0 <= today }.max()
    }
}

extension PlayTime {
    /// The day, believed or not.
    fileprivate func writtenDay(_ rule: DayRule) -> CalendarDay? {
        switch self {
        case .real(let moment): rule.day(of: moment)
        case .realDay(let day), .day(let day), .marked(let day), .stamped(let day): day
        case .year, .undated: nil
        }
    }
}

extension Moment {
    fileprivate var toTheMinute: Moment { Moment(secondsSince1970: secondsSince1970.flooredDivision(by: 60) * 60) }
}
