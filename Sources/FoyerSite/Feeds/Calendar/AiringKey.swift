/// What an airing is known by for ever: Simkl's id of the title, and the episode's number or the film's release.
///
/// Shape: `2090-s01e02`, `53536-cinema`; an airing that nobody numbers has its day in UTC instead, `1972214-20261120`. The title's
/// kind is no part of it, since Simkl moves titles from one kind to another and keeps their ids; an anime's one season is the first.
struct AiringKey: Hashable, Comparable, Sendable {
    let text: String

    init(_ airing: Airing) {
        let part: String
        if let episode = airing.episode {
            part = episode.key
        } else if airing.title.kind == .movie {
            part = airing.release?.rawValue ?? "release"
        } else {
            part = CalendarValue.day(airing.time.utcDay).written
        }
        text = "\(airing.title.simkl)-\(part)"
    }

    /// The event's id, the same in every file of one form and at every address.
    ///
    /// Why the forms differ: an id stands for one event with one beginning, and somebody may subscribe to both. And in the file of what
    /// was not watched an event is cancelled that takes place in all others.
    ///
    /// Source: RFC 5545, 3.8.4.7; RFC 7986, 5.3, by which it tells of no host and no person.
    func uid(_ form: CalendarForm, ofUnwatched isOfUnwatched: Bool = false) -> CalendarValue {
        .text("simkl-\(text)\(isOfUnwatched ? "-unwatched" : "")\(form == .days ? "-day" : "")@foyer")
    }

    static func < (left: AiringKey, right: AiringKey) -> Bool { left.text < right.text }
}
