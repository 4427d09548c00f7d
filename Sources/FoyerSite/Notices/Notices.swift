/// All that is new in a library and worth telling at one time.
///
/// Shape: of an edition's library, so nothing that this does not show, and no name that would be a spoiler, is in any of it.
struct Notices: Sendable {
    let library: Library
    let news: News
    let clock: SiteClock
    let baseURL: BaseURL?
    /// What its reader wants to be told.
    let kinds: Set<NoticeKind>
    /// Simkl ids of titles that reviews leave out.
    let unreviewed: Set<Int>
    /// What came out yesterday, and comes from then on.
    private let agenda: Agenda

    init(
        library: Library, news: News, now: Moment, baseURL: BaseURL?, kinds: Set<NoticeKind>, unreviewed: Set<Int>
    ) {
        self.library = library
        self.news = news
        self.baseURL = baseURL
        self.kinds = kinds
        self.unreviewed = unreviewed
        clock = SiteClock(now: now, days: library.days)
        agenda = Agenda(library, today: clock.today.adding(days: -1))
    }

    /// Whatever is not in a record: what is on today first, what its owner missed of yesterday, what changed, the month.
    func missing(in record: ToldRecord) -> [Notice] {
        let told = Set(record.told)
        let days = [(clock.today, phrase("notify.today")), (clock.today.adding(days: -1), phrase("notify.yesterday"))]
        var airings = days.flatMap { self.airings(on: $0, under: $1, without: told) }
        var changes: [Notice] = []
        for change in ChangeNotices(self, without: told).all {
            if let airing = airings.firstIndex(where: { isTold(change, by: $0) }) {
                airings[airing].keys += change.keys
            } else {
                changes.append(change)
            }
        }
        return airings + changes + [month(without: told)].compactMap { $0 }
    }

    /// Whether an episode of the day says of itself that something ends with it.
    private func isTold(_ change: Notice, by airing: Notice) -> Bool {
        guard change.kind == .finales, kinds.contains(airing.kind) else { return false }
        return change.subject.simkl == airing.subject.simkl && change.subject.day == airing.subject.day
            && Set(airing.subject.episodes).isSuperset(of: change.subject.episodes)
    }

    func address(of title: Title) -> String {
        baseURL?.address(of: SitePath(of: title)) ?? SimklAddress.item(title).text
    }

    // MARK: - What is on

    private func airings(on day: CalendarDay, under section: String, without told: Set<String>) -> [Notice] {
        let airings = agenda.days.first { $0.day == day }?.airings ?? []
        return Drop.all(of: airings.filter { !told.contains(Self.key(of: $0, on: day)) }).compactMap { drop in
            library.title(drop.first.title).map { notice(of: drop, $0, on: day, under: section) }
        }
    }

    private func notice(of drop: Drop, _ title: Title, on day: CalendarDay, under section: String) -> Notice {
        let headline = drop.headline(of: title, library.spoilers)
        var time: Moment?
        if case .moment(let moment) = drop.time { time = moment }
        let words = time.map { phrase("notify.atTime", ["what": headline, "time": library.days.clock(of: $0)]) }
        return Notice(
            kind: title.isFilm ? .films : .episodes, section: section, words: words ?? headline, address: address(of: title),
            keys: drop.airings.map { Self.key(of: $0, on: day) },
            subject: Notice.Subject(
                name: title.name, kind: title.id.kind, simkl: title.id.simkl,
                episodes: title.isFilm ? [] : drop.episodes.map(\.label), day: day, time: time))
    }

    /// The day is in it: what is put off is told again when it comes.
    private static func key(of airing: Airing, on day: CalendarDay) -> String {
        "out \(airing.title.simkl) \(NewsSlot(airing)?.key ?? "") \(day.iso)"
    }

    // MARK: - The month

    /// The month before this one, as soon as the data reaches beyond it; nil where nothing was watched.
    private func month(without told: Set<String>) -> Notice? {
        let month = clock.watchingDay.month.adding(months: -1)
        let key = "month \(month.firstDay.iso)"
        guard !told.contains(key), library.syncedAt.map({ library.days.day(of: $0) > month.lastDay }) ?? true else { return nil }
        let plays = library.reviewPlays(in: .month(month), today: clock.watchingDay)
        let review = Review(.month(month), plays, of: library, leavingOut: unreviewed)
        guard !review.plays.isEmpty else { return nil }
        let total = review.numbers.total
        let amount = [total.episodesAndFilms, total.knownTime].compactMap { $0 }.joined(separator: ", ")
        // Of a few titles none stands out.
        let most = review.watched.count >= Sample.smallest ? review.watched.byTime.first : nil
        let words = most.map { phrase("notify.monthMost", ["amount": amount, "title": $0.title.name]) }
        return Notice(
            kind: .months, section: phrase("notify.month", ["month": month.words]), words: words ?? amount,
            address: baseURL?.address(of: ReviewPages.path(.month(month))) ?? Feed.simkl, keys: [key],
            subject: Notice.Subject(name: month.words, day: month.firstDay))
    }
}
