import Disk
import Simkl

/// Judges when an account's plays were, all together: what was marked shows only beside what else was.
///
/// The rules, in this order; `about.md` prints them:
/// 1. A date that cannot be is none (``BelievableDates``).
/// 2. Midnight, in UTC or in the owner's zone, is a day without a time; so is noon in UTC, where five plays or more have it.
/// 3. A play at the instant of its airing is stamped; so is a day without a time that is the day of the airing, or of a film's release.
/// 4. Of three or more plays on one 1 January without a time, the year alone is known.
/// 5. Days without a time are marked, where three or more episodes of a title have the same one, or all plays of one take more than 24
///    hours together.
/// 6. Of three plays in a row, whatever they are of, that lie closer together than a quarter of their lengths, all are marked, and
///    with them all of the same seconds.
///
/// Shape: a play whose length nobody knows counts with ``assumedMinutes``. What an export has told is neither judged nor evidence of
/// anything else.
struct PlayTimes {
    let dates: BelievableDates

    static let assumedMinutes = 20
    private static let noon: Int64 = 43_200
    private static let fewestAtNoon = 5
    private static let fewestTogether = 3

    /// The titles with their plays, each when it was.
    func titles(_ recorded: consuming [RecordedTitle]) -> [Title] {
        let titles = recorded
        var judged = Judged(count: titles.reduce(0) { $0 + $1.plays.count })
        var (position, atNoon) = (0, 0)
        for title in titles {
            for play in title.plays {
                defer { position += 1 }
                guard play.told == nil else { continue }
                judged.times[position] = dates.playTime(play.date)
                judged.minutes[position] = Int32(play.length.known ?? Self.assumedMinutes)
                if case .real(let moment) = judged.times[position], moment.secondsOfDay == Self.noon { atNoon += 1 }
            }
        }
        if atNoon >= Self.fewestAtNoon { judged.forgetNoon(Self.noon) }
        judged.stamp(titles, dates.days)
        judged.judgeDays(titles, fewest: Self.fewestTogether)
        judged.judgeMoments(dates.days)
        return judged.titles(consume titles)
    }
}

/// The plays of all titles, one after the other.
private struct Judged {
    var times: [PlayTime]
    /// Their lengths.
    var minutes: [Int32]

    init(count: Int) {
        times = Array(repeating: .undated(.missing), count: count)
        minutes = Array(repeating: 0, count: count)
    }

    mutating func forgetNoon(_ noon: Int64) {
        for position in times.indices {
            if case .real(let moment) = times[position], moment.secondsOfDay == noon { times[position] = .day(moment.utcDay) }
        }
    }

    /// What a machine filled in from the catalogue.
    mutating func stamp(_ titles: [RecordedTitle], _ rule: DayRule) {
        var position = 0
        for title in titles {
            for play in title.plays {
                defer { position += 1 }
                switch (times[position], play.aired) {
                case (.real(let moment), .moment(let aired)?) where moment == aired:
                    times[position] = .stamped(rule.day(of: moment))
                case (.day(let day), let aired):
                    let isStamped = title.releases.contains(day) || aired.map { $0.day(rule) == day || $0.utcDay == day } ?? false
                    if isStamped { times[position] = .stamped(day) }
                default: break
                }
            }
        }
    }

    mutating func judgeDays(_ titles: [RecordedTitle], fewest: Int) {
        var (newYears, total, episodes): ([CalendarDay: Int], [CalendarDay: Int32], [DayOfTitle: Int]) = ([:], [:], [:])
        forEachDay(of: titles) { position, title, play, day in
            if day.isNewYear { newYears[day, default: 0] += 1 }
            total[day, default: 0] += minutes[position]
            if play.episode != nil { episodes[DayOfTitle(title: title, day: day), default: 0] += 1 }
        }
        var found: [(Int, PlayTime)] = []
        forEachDay(of: titles) { position, title, play, day in
            if newYears[day, default: 0] >= fewest {
                found.append((position, .year(day.year)))
            } else if total[day, default: 0] > 24 * 60
                || (play.episode != nil && episodes[DayOfTitle(title: title, day: day), default: 0] >= fewest)
            {
                found.append((position, .marked(day)))
            }
        }
        for (position, time) in found { times[position] = time }
    }

    private struct DayOfTitle: Hashable {
        let title: Int
        let day: CalendarDay
    }

    private func forEachDay(of titles: [RecordedTitle], _ body: (Int, Int, RecordedPlay, CalendarDay) -> Void) {
        var position = 0
        for (number, title) in titles.enumerated() {
            for play in title.plays {
                if case .day(let day) = times[position] { body(position, number, play, day) }
                position += 1
            }
        }
    }

    /// Finds what was marked faster than it can be watched.
    mutating func judgeMoments(_ rule: DayRule) {
        var row: [(second: Int64, minutes: Int32, position: Int32)] = []
        row.reserveCapacity(times.count { $0.moment != nil })
        for (position, time) in times.enumerated() {
            if case .real(let moment) = time { row.append((moment.secondsSince1970, minutes[position], Int32(position))) }
        }
        guard row.count >= 3 else { return }
        // Of one second the shorter first, so that nothing hangs on the order in which the account lists them.
        row.sort { ($0.second, $0.minutes) < ($1.second, $1.minutes) }
        var marked: Set<Int64> = []
        for first in 0..<(row.count - 2) {
            let run = row[first...(first + 2)]
            let seconds = run.reduce(0) { $0 + Int64($1.minutes) } * 60
            if (row[first + 2].second - row[first].second) * 4 < seconds { marked.formUnion(run.map(\.second)) }
        }
        for play in row where marked.contains(play.second) {
            times[Int(play.position)] = .marked(rule.day(of: Moment(secondsSince1970: play.second)))
        }
    }

    func titles(_ recorded: consuming [RecordedTitle]) -> [Title] {
        var (titles, position) = (recorded, 0)
        let placed = titles.map { title in
            defer { position += title.plays.count }
            return (title: title, first: position)
        }
        titles = []
        return placed.consumingMap { [times] recorded, first in
            let plays = recorded.plays.enumerated().map { $1.judged(times[first + $0]) }.sorted(by: Play.isOrdered)
            return recorded.title.with { $0.plays = plays }
        }
    }
}

extension Moment {
    /// 0 to 86,399, in UTC.
    fileprivate var secondsOfDay: Int64 { secondsSince1970 - secondsSince1970.flooredDivision(by: 86_400) * 86_400 }
}

extension CalendarDay {
    fileprivate var isNewYear: Bool { civil.month == 1 && civil.day == 1 }
}
