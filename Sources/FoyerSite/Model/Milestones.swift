/// What stands out in a whole history: the plays at round numbers, and those with which a season was watched to its end.
///
/// Shape: only plays with a day count for a number; a season's end may have been marked.
public struct Milestones: Hashable, Sendable {
    /// By day.
    public let all: [Milestone]

    /// Numbers that are round, in reviews the distances between them too.
    static let steps = [100, 250, 500, 1000]

    init(titles: [Title], plays: PlayIndex, days: DayRule) {
        let seasons = titles.enumerated().flatMap { position, title in
            title.seasonEnds(days).map { Milestone(day: $0.day, title: position, $0) }
        }
        all = (Self.roundNumbers(titles: titles, plays: plays, days: days) + seasons).sorted { $0.day < $1.day }
    }

    /// Those of a month, by day.
    func inMonth(_ month: CalendarMonth) -> [CalendarDay: [Milestone]] {
        let first = all.sortedIndex { $0.day < month.firstDay }
        return Dictionary(grouping: all[first...].prefix { $0.day <= month.lastDay }, by: \.day)
    }

    private static func reachesRound(from number: Int, to last: Int) -> Bool { (number..<last).contains { isRound($0 + 1) } }

    /// Whether so many episodes or films are worth a word.
    static func isRound(_ number: Int) -> Bool {
        guard let largest = steps.last else { return false }
        return number < largest ? steps.contains(number) : number % largest == 0
    }

    private static func roundNumbers(titles: [Title], plays: PlayIndex, days: DayRule) -> [Milestone] {
        var found: [Milestone] = []
        var (episodes, films) = (0, 0)
        var rest = plays.plays.drop { $0.day == nil }
        while let day = rest.first?.day {
            let onDay = rest.prefix { $0.day == day }
            rest = rest.dropFirst(onDay.count)
            let filmsOnDay = onDay.count { $0.isFilm }
            let (lastEpisode, lastFilm) = (episodes + onDay.count - filmsOnDay, films + filmsOnDay)
            // Only at a round number it matters in which order they were.
            if reachesRound(from: episodes, to: lastEpisode) || reachesRound(from: films, to: lastFilm) {
                var counts = (episodes, films)
                for play in ordered(onDay, titles: titles, days: days) {
                    if play.play.isFilm { counts.1 += 1 } else { counts.0 += 1 }
                    guard isRound(play.play.isFilm ? counts.1 : counts.0) else { continue }
                    found.append(
                        Milestone(
                            day: day, title: play.position, rewatch: play.play.rewatch, isMarked: false,
                            event: play.play.isFilm ? .films(counts.1) : .episodes(counts.0)))
                }
            }
            (episodes, films) = (lastEpisode, lastFilm)
        }
        return found
    }

    /// As they followed each other, by the rule of reviews.
    private static func ordered(
        _ plays: ArraySlice<IndexedPlay>, titles: [Title], days: DayRule
    ) -> [(position: Int, play: Play)] {
        let positions = Dictionary(plays.map { (titles[Int($0.title)].id, Int($0.title)) }) { first, _ in first }
        let told = plays.compactMap { play in
            play.number.map { number in
                ReviewPlay(title: titles[Int(play.title)].id, play: titles[Int(play.title)].plays[Int(number)])
            }
        }
        return told.ordered(by: days).compactMap { play in positions[play.title].map { ($0, play.play) } }
    }
}

/// Something that stands out, on the day of the play that brought it.
public struct Milestone: Hashable, Sendable {
    public let day: CalendarDay
    /// The title's position in ``Library/titles``.
    public let title: Int
    /// The rewatch that the play belongs to.
    public let rewatch: Int?
    /// Whether it was only marked.
    public let isMarked: Bool
    public let event: Event

    public enum Event: Hashable, Sendable {
        /// The play of an episode with this number, or of a film.
        case episodes(Int)
        case films(Int)
        /// The last episode of a season; nil for an anime, which has but one.
        case seasonEnd(Int?)
    }
}

extension Milestone {
    fileprivate init(day: CalendarDay, title: Int, _ end: SeasonEnd) {
        self.init(day: day, title: title, rewatch: end.rewatch, isMarked: end.isMarked, event: .seasonEnd(end.season))
    }
}

/// The day on which a season was watched to its end.
private struct SeasonEnd {
    let day: CalendarDay
    let season: Int?
    let rewatch: Int?
    let isMarked: Bool
}

extension Title {
    /// Of seasons that are over, as far as every episode of them was watched or marked on a day.
    fileprivate func seasonEnds(_ rule: DayRule) -> [SeasonEnd] {
        // Most titles were never watched, or are films.
        guard !self.isFilm, self.plays.count > 1 else { return [] }
        return wholeSeasons(in: self.plays).compactMap { season in
            let days = season.plays.compactMap { $0.time.markedDay(rule) }
            guard season.episodes > 1, days.count == season.plays.count, let last = days.max(), isOver(season) else { return nil }
            return SeasonEnd(
                day: last, season: season.number, rewatch: season.rewatch,
                isMarked: !season.plays.contains { $0.time.day(rule) == last })
        }.sorted { ($0.season ?? 1, $0.rewatch ?? 0) < ($1.season ?? 1, $1.rewatch ?? 0) }
    }

    /// Whether no more of a season is to come, as far as anybody knows: all that has aired of one that is running is not all of it.
    private func isOver(_ season: WholeSeason) -> Bool {
        let number = season.number ?? 1
        let newest = max(self.airedEpisodes.keys.max() ?? 0, self.plays.compactMap { $0.episode?.season }.max() ?? 0)
        if number < newest { return true }
        let isGoingOn = self.airings.contains { airing in
            airing.episode.map { ($0.season ?? 1) == number && $0.number > season.episodes } ?? false
        }
        return !isGoingOn && (self.progress?.notAired ?? 0) == 0
    }
}
