/// Which film of its year each viewing was: in the order of days, and on one day in that of the titles. Made once for each build.
struct FilmNumbers: Sendable {
    private var numbers: [Viewing: Int] = [:]

    private struct Viewing: Hashable {
        let title: Int32
        let play: Int32
    }

    init(_ plays: PlayIndex) {
        var year: (number: Int, films: Int)?
        for play in plays.plays where play.isFilm {
            guard let day = play.day, let number = play.number else { continue }
            if year?.number != day.year { year = (day.year, 0) }
            year?.films += 1
            numbers[Viewing(title: play.title, play: number)] = year?.films
        }
    }

    /// - Parameters:
    ///   - title: its position in ``Library/titles``.
    ///   - play: its position in ``Title/plays``.
    subscript(title: Int, play: Int) -> Int? { numbers[Viewing(title: Int32(title), play: Int32(play))] }
}
