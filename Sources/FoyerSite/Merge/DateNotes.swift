/// What is to be said of an account's dates as a whole.
struct DateNotes {
    let titles: [Title]
    let days: DayRule

    private static let minutesOfDay = 24 * 60
    private static let mostNames = 3
    private static let fewestFilms = 5

    var notes: [Diagnostic] { [toCome, fullDays, releaseYears].compactMap { $0 } }

    private func note(_ message: String) -> Diagnostic { Diagnostic(.note, message, at: "all-items.json") }

    /// Some of many, the first ones by name.
    private func words(_ names: [String]) -> String {
        let more = names.count - Self.mostNames
        return names.prefix(Self.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private var toCome: Diagnostic? {
        let own = titles.filter { $0.plays.contains { $0.time == .undated(.toCome) } }.sorted { $0.id < $1.id }
        guard !own.isEmpty else { return nil }
        return note(
            "plays are dated more than a day after the data was made, so they count without a date: \(words(own.map(\.name)))")
    }

    /// Days with more plays than fit.
    private var fullDays: Diagnostic? {
        var minutes: [CalendarDay: Int] = [:]
        for title in titles {
            for play in title.plays { if let day = play.time.day(days) { minutes[day, default: 0] += play.length.minutes } }
        }
        let full = minutes.filter { $0.value > Self.minutesOfDay }.sorted { $0.key < $1.key }
        guard !full.isEmpty else { return nil }
        let names = full.map { "\($0.key.iso) (\(($0.value + 30) / 60) h)" }
        return note("plays of more than 24 hours are dated on one day: \(words(names))")
    }

    /// Imports fill in a film's release.
    private var releaseYears: Diagnostic? {
        let films = titles.filter { $0.isFilm && !$0.plays.isEmpty }
        let own = films.count { film in
            film.plays.contains { play in
                switch play.time {
                case .day(let day), .stamped(let day): day.year == film.year
                default: false
                }
            }
        }
        guard films.count >= Self.fewestFilms, own * 2 > films.count else { return nil }
        return note(
            """
            \(own) of \(films.count) films have a day of their own release year and no time: \
            dates of release, it seems, not of watching
            """)
    }
}
