/// Where titles come from, as far as their details are known: genres, countries or networks.
///
/// Shape: a title counts under each name that it has; by time, the most first.
public struct ReviewOrigins: Hashable, Sendable {
    public let groups: [Group]
    /// Titles that have a name of this sort, and how many could.
    public let known: Int
    public let all: Int
    /// Plays of the titles that have one.
    public let plays: Int

    /// What has one name.
    public struct Group: Hashable, Sendable {
        public let name: String
        public let totals: Statistics.Totals
        /// The owner's ratings of its titles.
        public let ratings: [Int]
    }

    init(_ titles: [ReviewedTitle], names: (Title) -> [String]) {
        var (totals, ratings): ([String: Statistics.Totals], [String: [Int]]) = ([:], [:])
        var (known, plays) = (0, 0)
        for title in titles {
            let own = Set(names(title.title).filter { !$0.isEmpty })
            if !own.isEmpty {
                known += 1
                plays += title.totals.plays
            }
            for name in own {
                totals[name, default: .init()].add(title.totals)
                if let rating = title.record.rating { ratings[name, default: []].append(rating) }
            }
        }
        self.known = known
        self.plays = plays
        all = titles.count
        groups = totals.map { Group(name: $0, totals: $1, ratings: ratings[$0] ?? []) }.sorted { left, right in
            (right.totals.minutes, right.totals.plays, left.name) < (left.totals.minutes, left.totals.plays, right.name)
        }
    }

    /// Of the names that enough rated titles have, the one with the highest median, then the highest mean, then the most time. Nil
    /// where there is no choice.
    public var bestRated: Group? {
        let ranked = groups.compactMap { group in Sample(group.ratings).map { (group: group, sample: $0) } }
        let best = ranked.max { left, right in
            (left.sample.median, left.sample.mean) < (right.sample.median, right.sample.mean)
        }
        return ranked.count > 1 ? best?.group : nil
    }
}

extension Review {
    public var genres: ReviewOrigins { ReviewOrigins(watched) { $0.details?.genres ?? [] } }
    public var countries: ReviewOrigins { ReviewOrigins(watched) { [$0.details?.country].compactMap { $0 } } }
    /// Films have none.
    public var networks: ReviewOrigins {
        ReviewOrigins(watched.filter { !$0.title.isFilm }) { [$0.details?.network].compactMap { $0 } }
    }
}
