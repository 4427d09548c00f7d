/// Which airings stand in the events of others: several episodes of a title at one time, and in the form in days on one day.
///
/// Why not by the day in both: two episodes on one evening have a beginning each, which the form with times tells. In that one the owner
/// may have an event for each.
struct CalendarDrops: Sendable {
    /// The events that hold several, by the key of their first airing.
    private let whole: InEachForm<[AiringKey: CalendarAiring]>
    /// The airings that have no event of their own.
    private let held: InEachForm<Set<AiringKey>>

    init(_ airings: [CalendarAiring], _ settings: CalendarSettings, days: DayRule) {
        let drops = InEachForm { form in
            settings.seasonDrops == .one || form == .days ? Self.drops(of: airings, form, days) : []
        }
        whole = InEachForm { form in Dictionary(drops[form].map { ($0.key, $0) }) { first, _ in first } }
        held = InEachForm { form in Set(drops[form].flatMap { $0.drop.rest.map(AiringKey.init) }) }
    }

    /// What an airing's event tells in a form: all of the drop that it begins, else itself.
    func event(of airing: CalendarAiring, _ form: CalendarForm) -> CalendarAiring { whole[form][airing.key] ?? airing }

    /// Whether another airing's event tells of it.
    func isHeld(_ airing: CalendarAiring, _ form: CalendarForm) -> Bool { held[form].contains(airing.key) }

    private struct Place: Hashable {
        let title: TitleID
        let time: AirTime
        let isCancelled: Bool
    }

    private static func drops(of airings: [CalendarAiring], _ form: CalendarForm, _ days: DayRule) -> [CalendarAiring] {
        let groups = Dictionary(grouping: airings.filter { !$0.title.isFilm && $0.airing.episode != nil }) { airing in
            let time = airing.airing.time
            return Place(
                title: airing.title.id, time: form == .days ? .day(time.day(days)) : time, isCancelled: airing.isCancelled)
        }
        return groups.values.flatMap { group -> [CalendarAiring] in
            guard group.count > 1, let title = group.first?.title, let isCancelled = group.first?.isCancelled else { return [] }
            return Drop.all(of: group.map(\.airing)).filter { !$0.rest.isEmpty }.map {
                CalendarAiring($0, of: title, isCancelled: isCancelled)
            }
        }
    }
}
