/// What changed and is worth telling, a title after the other: what changed twice since it was told is told as it is now, and what
/// changed back is not told.
struct ChangeNotices {
    private let notices: Notices
    /// By title, in the order in which they were noticed.
    private let changes: [TitleID: [NewsChange]]

    /// How long it is news that a title has ended or goes on.
    private static let daysOfStage = 14

    init(_ notices: Notices, without told: Set<String>) {
        self.notices = notices
        changes = Dictionary(grouping: notices.news.changes.filter { !told.contains(Self.key(of: $0)) }, by: \.title)
    }

    private var today: CalendarDay { notices.clock.today }
    private var days: DayRule { notices.library.days }

    /// By kind, then by the title's name.
    var all: [Notice] {
        let titles = changes.keys.compactMap(notices.library.title).filter(\.isFollowed)
        let sorted = titles.sortedByName.flatMap(notices(of:))
        return NoticeKind.allCases.flatMap { kind in sorted.filter { $0.kind == kind } }
    }

    private func notices(of title: Title) -> [Notice] {
        let changes = changes[title.id] ?? []
        func group(_ event: NewsChange.Event) -> [[NewsChange]] {
            let ofEvent = changes.filter { $0.event == event }
            let bySlot = Dictionary(grouping: ofEvent) { $0.slot ?? .whole }
            return bySlot.sorted { $0.key < $1.key }.map(\.value).filter { isToCome($0, of: title) }
        }
        let (seasons, moves) = (group(.season), group(.moved).filter(isElsewhere))
        // A season that was announced and moved is announced with its newest date.
        let begun = Set(seasons.compactMap { $0.first?.slot })
        let announced = seasons.map { season in season + moves.joined().filter { $0.slot == season.first?.slot } }
        return announced.compactMap { notice(.seasons, $0, of: title) }
            + group(.finale).compactMap { notice(.finales, $0, of: title) }
            + moved(moves.filter { !begun.contains($0.first?.slot ?? .whole) }, of: title)
            + [stage(of: title)].compactMap { $0 }
    }

    /// Whether its day is not over, and its episode was not watched.
    private func isToCome(_ changes: [NewsChange], of title: Title) -> Bool {
        guard let last = changes.last, let time = last.to else { return false }
        return time.day(days) >= today && !title.hasPlayed(last.slot?.episode)
    }

    /// Whether what moved is not where it was when it was told of last.
    private func isElsewhere(_ moves: [NewsChange]) -> Bool { moves.first?.from?.day(days) != moves.last?.to?.day(days) }

    /// - Parameter changes: of one episode or release, the newest last.
    private func notice(_ kind: NoticeKind, _ changes: [NewsChange], of title: Title) -> Notice? {
        Self.asItIsNow(changes).map { notice(kind, [ChangedDrop($0)], of: title, telling: changes) }
    }

    /// - Parameters:
    ///   - drops: the first is told, and of the others how many episodes they have.
    ///   - changes: all that they sum up.
    private func notice(_ kind: NoticeKind, _ drops: [ChangedDrop], of title: Title, telling changes: [NewsChange]) -> Notice {
        let change = drops[0].first
        let words = ChangeWords(drop: drops[0], title: title, days: days).headline
        let more = drops.dropFirst().map(\.episodes.count).reduce(0, +)
        var subject = Notice.Subject(name: title.name, kind: title.id.kind, simkl: title.id.simkl)
        if !title.isFilm { subject.episodes = drops.flatMap(\.episodes).map(\.label) }
        subject.day = change.to?.day(days)
        if case .moment(let moment) = change.to { subject.time = moment }
        subject.before = change.from?.day(days)
        return Notice(
            kind: kind, section: phrase("feed.changes"),
            words: more > 0 ? phrase("notify.moreMoved", count: more, ["what": words]) : words,
            address: notices.address(of: title), keys: changes.map(Self.key), subject: subject)
    }

    /// Many episodes that move, as when a season begins later, in one line; each release of a film in one of its own.
    private func moved(_ moves: [[NewsChange]], of title: Title) -> [Notice] {
        if title.isFilm { return moves.compactMap { notice(.moved, $0, of: title) } }
        let drops = ChangedDrop.all(of: moves.compactMap(Self.asItIsNow), areOfOneBuild: false)
        return drops.isEmpty ? [] : [notice(.moved, drops, of: title, telling: Array(moves.joined()))]
    }

    /// What changed more than once, from where it was first to where it is now.
    private static func asItIsNow(_ changes: [NewsChange]) -> NewsChange? {
        var change = changes.first
        change?.to = changes.last?.to
        return change
    }

    /// Whether it has ended or goes on; nil where it is again as it was.
    private func stage(of title: Title) -> Notice? {
        let oldest = days.firstMoment(of: today.adding(days: -Self.daysOfStage))
        let stages = (changes[title.id] ?? []).filter { ($0.event == .ended || $0.event == .returned) && $0.noticed >= oldest }
        guard let last = stages.last, stages.first?.event == last.event else { return nil }
        return notice(last.event == .ended ? .ended : .returned, stages, of: title)
    }

    private static func key(of change: NewsChange) -> String {
        [
            change.event.rawValue, String(change.title.simkl), change.slot?.key ?? "", change.from?.text ?? "",
            change.to?.text ?? "",
            change.noticed.rfc3339,
        ].joined(separator: " ")
    }
}
