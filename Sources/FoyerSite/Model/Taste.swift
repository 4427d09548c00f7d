/// What the owner's ratings have in common: how the genres and the decades of the rated titles fare.
///
/// Units: hundredths of a rating. Shape: a genre or a decade with fewer ratings than ``Sample/smallest`` is absent.
public struct Taste: Hashable, Sendable {
    private(set) var genres: [String: Int] = [:]
    /// By its first year.
    private(set) var decades: [Int: Int] = [:]
    /// The mean of all ratings; nil where there are too few.
    public let mean: Int?

    public init(_ titles: [Title]) {
        var (genres, decades): ([String: [Int]], [Int: [Int]]) = ([:], [:])
        var all: [Int] = []
        for title in titles {
            guard let rating = title.rating?.value else { continue }
            all.append(rating)
            for genre in title.genres { genres[genre, default: []].append(rating) }
            if let decade = title.decade { decades[decade, default: []].append(rating) }
        }
        self.genres = genres.compactMapValues(\.meanRating)
        self.decades = decades.compactMapValues(\.meanRating)
        mean = all.meanRating
    }

    /// What a title can be expected to be worth to the owner, as far as anything is known.
    func expectation(of title: Title) -> Expectation {
        Expectation(
            crowd: title.trustedCrowd.map { Int(($0.average * 100).rounded()) },
            genres: title.genres.compactMap { name in genres[name].map { (name, $0) } }
                .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { Liking(of: $0.0, mean: $0.1) },
            decade: title.decade.flatMap { decade in decades[decade].map { Liking(of: decade, mean: $0) } })
    }

    /// How the owner rates titles that have something in common.
    public struct Liking<Subject: Hashable & Sendable>: Hashable, Sendable {
        public let of: Subject
        public let mean: Int
    }

    /// What speaks for a title, each in hundredths of a rating.
    public struct Expectation: Hashable, Sendable {
        /// What is assumed of a title of which nothing is known.
        static let ofUnknown = 500

        public let crowd: Int?
        /// The best liked first.
        public let genres: [Liking<String>]
        public let decade: Liking<Int>?

        /// The genre that its owner likes best of it, else the decade, where it is liked no less than that.
        ///
        /// - Parameter mean: of all ratings, in hundredths.
        public func liked(_ mean: Int) -> (genre: Liking<String>?, decade: Liking<Int>?) {
            let genre = genres.first { $0.mean >= mean }
            return (genre, genre == nil ? decade.flatMap { $0.mean >= mean ? $0 : nil } : nil)
        }

        /// The mean of what is known: of the crowd's rating, that of the genres and that of the decade.
        var value: Int {
            let genres = genres.isEmpty ? nil : roundedMean(self.genres.map(\.mean))
            let known = [crowd, genres, decade?.mean].compactMap { $0 }
            return known.isEmpty ? Self.ofUnknown : roundedMean(known)
        }
    }
}

/// To the nearest whole number, a half upwards.
private func roundedMean(_ values: [Int]) -> Int { (2 * values.reduce(0, +) + values.count) / (2 * values.count) }

extension [Int] {
    /// In hundredths; nil where they are too few to average.
    fileprivate var meanRating: Int? { count < Sample.smallest ? nil : roundedMean(map { $0 * 100 }) }
}

extension Title {
    /// Each once, in the catalogue's order.
    var genres: [String] {
        var seen: Set<String> = []
        return (self.details?.genres ?? []).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The first year of the decade in which it came out; nil where nobody knows, or there were no films.
    var decade: Int? {
        self.year.flatMap { Period.believableYears.contains($0) ? $0.flooredDivision(by: 10) * 10 : nil }
    }

    /// What Simkl's viewers think of it, where they are enough to be a crowd.
    var trustedCrowd: CrowdRating? {
        self.crowd.simkl.flatMap { $0.votes ?? 0 >= CrowdComparison.fewestVotes ? $0 : nil }
    }
}
