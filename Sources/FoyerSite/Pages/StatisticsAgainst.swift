// What the statistics pages hold against each other: as much of a period as the data tells of, and as much of an earlier one.

extension StatisticsContext {
    /// Of all time the year, the season and the month that the data ends in; else the period itself.
    var against: [AgainstRowContext] {
        compared.flatMap { stretch, others in
            let end = period == .allTime || site.isRunning(period) ? site.dataEnd : stretch.days.upperBound
            let own = StretchNumbers(stretch.days(upTo: end), of: library.plays)
            let rows = others.flatMap { other in
                let before = StretchNumbers(other.days(as: stretch, upTo: end), of: library.plays)
                return before.totals.plays >= Sample.smallest
                    ? [AgainstRowContext(other, before), AgainstRowContext(own, minus: before)] : [AgainstRowContext]()
            }
            return rows.isEmpty ? [] : [AgainstRowContext(stretch, own)] + rows
        }
    }

    /// Each with the earlier ones that it is held against.
    private var compared: [(Stretch, [Stretch])] {
        guard let own = period.stretch else {
            let month = site.dataEnd.month
            let (year, season) = (Stretch(.year, of: month), Stretch(.season, of: month))
            return [
                (year, [year.before(months: 12)]), (season, [season.before(months: 12)]),
                (Stretch(.month, of: month), [Stretch(.month, of: month.adding(months: -1))]),
            ]
        }
        return [(own, listed.earlier(than: period).compactMap(\.stretch))]
    }

    /// By what rule.
    var againstRule: String {
        let isRunning = period == .allTime || site.isRunning(period)
        let whole = isRunning ? phrase("statistics.againstRunning") : phrase("statistics.againstWhole")
        return period == .allTime ? [whole, phrase("statistics.againstSeason")].joined(separator: " ") : whole
    }
}

/// The numbers of one period beside those of another, or how they differ.
struct AgainstRowContext: TemplateContext {
    let name: String
    var isDifference = false
    let hours: String
    let episodes: String
    let films: String
    let days: String

    init(_ stretch: Stretch, _ numbers: StretchNumbers) {
        name =
            numbers.days == stretch.days
            ? stretch.name
            : phrase("statistics.stretchUpTo", ["period": stretch.name, "day": numbers.days.upperBound.dayAndMonth])
        let totals = numbers.totals
        (hours, episodes, films) = (totals.hours, totals.episodes.grouped, totals.films.grouped)
        days = phrase("statistics.daysOf", ["watched": numbers.watchedDays.grouped, "days": numbers.length.grouped])
    }

    /// How much more there is of the first.
    init(_ own: StretchNumbers, minus before: StretchNumbers) {
        name = phrase("label.difference")
        isDifference = true
        let (totals, other) = (own.totals, before.totals)
        // Of the hours as they are written, so that the difference is that of what is read.
        hours =
            totals.isWhole && other.isWhole
            ? signed(tenths: tenthsOfHours(minutes: totals.minutes) - tenthsOfHours(minutes: other.minutes)) : "–"
        episodes = (totals.episodes - other.episodes).signed
        films = (totals.films - other.films).signed
        days = (own.watchedDays - before.watchedDays).signed
    }

    static let summary = "The numbers of one period beside those of another, or how they differ."
    static let fields = Fields<Self>(
        .text("name", "The period, and up to which day it counts; or `Difference`.") { $0.name },
        .flag("isDifference", "Whether it tells how the two above differ.") { $0.isDifference },
        .text("hours", "Hours, to one decimal; `–` where they are unknown.") { $0.hours },
        .text("episodes", "Episodes.") { $0.episodes },
        .text("films", "Films.") { $0.films },
        .text("days", "Days with a play, of all that are counted: `212/323`.") { $0.days })
}

extension Period {
    /// Nil for all time.
    fileprivate var stretch: Stretch? {
        switch self {
        case .allTime: nil
        case .year(let year): Stretch(.year, of: CalendarMonth(year: year, month: 1))
        case .month(let month): Stretch(.month, of: month)
        }
    }
}

extension Stretch {
    /// Nil for a season.
    var period: Period? {
        switch kind {
        case .year: .year(first.year)
        case .season: nil
        case .month: .month(first)
        }
    }

    /// `2026`, `Oct–Dec 2026`, or `Nov 2026`.
    var name: String {
        switch kind {
        case .year: String(first.year)
        case .season:
            phrase("statistics.season", ["first": first.shortName, "last": last.shortName, "year": String(first.year)])
        case .month: first.shortWords
        }
    }
}
