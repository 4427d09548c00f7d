// What stands out in a period.

extension Review {
    /// The plays at round numbers, `100`, `200`, …: every hundredth, or of very many every 250th, 500th, 1,000th, so that they are few.
    public var milestones: [(number: Int, play: ReviewPlay)] {
        let few = 12
        let step = Milestones.steps.first { plays.count / $0 <= few } ?? max(1, plays.count / few / 1000 * 1000 + 1000)
        return stride(from: step, through: plays.count, by: step).map { ($0, plays[$0 - 1]) }
    }

    /// The sitting that took the most time.
    public var longestBinge: Binge? { numbers.binges.min(by: Binge.isLonger) }

    /// A season that was watched as a whole.
    public struct Season: Hashable, Sendable {
        public let position: Int
        /// Nil for an anime, which has but one.
        public let number: Int?
        public let episodes: Int
        public let span: DaySpan
    }

    /// The seasons that were watched whole in the period, as far as it is known how many episodes they have.
    ///
    /// Shape: of at least ``Sample/smallest`` episodes.
    public var wholeSeasons: [Season] {
        titles.flatMap { reviewed in
            reviewed.title.wholeSeasons(in: reviewed.plays).compactMap { season in
                let watched = season.plays.compactMap { $0.time.day(days) }
                guard season.episodes >= Sample.smallest, let first = watched.min(), let last = watched.max() else { return nil }
                return Season(
                    position: reviewed.position, number: season.number, episodes: season.episodes,
                    span: DaySpan(first: first, last: last))
            }
        }
    }
}

extension [Review.Season] {
    /// The one that was watched in the fewest days: of those the longest, then the first.
    public var fastest: Review.Season? {
        self.min { left, right in
            let (own, other) = (left.span, right.span)
            if own.length != other.length { return own.length < other.length }
            if left.episodes != right.episodes { return left.episodes > right.episodes }
            return (own.first, left.position, left.number ?? 0) < (other.first, right.position, right.number ?? 0)
        }
    }
}

extension Review {
    /// The title that was watched again the most, with the number of plays that were.
    public var comfort: (title: ReviewedTitle, again: Int)? {
        let again = watched.map { title in (title: title, again: title.plays.count { $0.rewatch != nil }) }.filter {
            $0.again > 0
        }
        return again.max {
            ($0.again, $0.title.totals.minutes, $1.title.position) < ($1.again, $1.title.totals.minutes, $0.title.position)
        }
    }

    /// The title that came out first; among equals the one with the most time.
    public var oldest: ReviewedTitle? {
        watched.filter { $0.title.year.map(Period.believableYears.contains) ?? false }.min { left, right in
            (left.title.year ?? 0, right.totals.minutes, left.position) < (
                right.title.year ?? 0, left.totals.minutes, right.position
            )
        }
    }
}
