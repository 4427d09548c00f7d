/// `★ 8`.
func stars(_ rating: Int) -> String { phrase("rating.stars", ["rating": String(rating)]) }

extension RatingAverages {
    /// `8`, or `7.5`; `–` where there is none.
    var medianText: String { median?.atMostOneDecimal ?? "–" }

    /// `7.6`; `–` where there is none.
    var meanText: String { mean?.oneDecimal ?? "–" }

    /// The ratings that were given the most often, the median and the mean; empty where there are none.
    ///
    /// - Parameter counts: how many there are of each rating.
    func sentence(counts: [Int: Int]) -> String {
        guard let most = counts.values.max() else { return "" }
        let often = counts.keys.filter { counts[$0] == most }.sorted().map(String.init)
        let sentence =
            often.count == 1
            ? phrase("rating.mostOften", count: most, ["rating": often.inWords])
            : phrase("rating.mostOftenEach", count: most, ["ratings": often.inWords])
        return "\(sentence) \(phrase("rating.middle", ["median": medianText, "mean": meanText]))"
    }
}

extension CrowdComparison {
    /// `Kinder than the crowd.`, where the median and the mean say the same; nil where there are too few titles to say.
    var verdict: String? {
        gap.map { gap in
            switch (Int(gap.median.rounded()).signum(), Int(gap.mean.rounded()).signum()) {
            case (1, 1): phrase("crowd.kinder")
            case (-1, -1): phrase("crowd.harsher")
            default: phrase("crowd.alike")
            }
        }
    }

    /// How the ratings compare, and what was left out.
    var sentence: String {
        let votes = String(Self.fewestVotes)
        var sentences: [String] = []
        if let gap {
            sentences.append(
                phrase(
                    "crowd.compared", count: pairs.count,
                    ["votes": votes, "median": medianWords(gap.median), "mean": meanWords(gap.mean)]))
        } else if pairs.isEmpty {
            sentences.append(phrase("crowd.none", ["votes": votes]))
        } else {
            sentences.append(phrase("crowd.tooFew", count: pairs.count, ["votes": votes]))
        }
        if tooFewVotes > 0 { sentences.append(phrase("crowd.leftOut", count: tooFewVotes)) }
        if unknown > 0 { sentences.append(phrase("crowd.unknown", count: unknown)) }
        return sentences.joined(separator: " ")
    }

    /// `0.6 higher than they do`, or `as they do`.
    private func medianWords(_ tenths: Double) -> String {
        let (tenths, number) = Self.rounded(tenths)
        return tenths == 0
            ? phrase("crowd.asTheyDo")
            : tenths > 0 ? phrase("crowd.higherThanThey", ["number": number]) : phrase("crowd.lowerThanThey", ["number": number])
    }

    /// `0.6 higher`, or `as they do`.
    private func meanWords(_ tenths: Double) -> String {
        let (tenths, number) = Self.rounded(tenths)
        return tenths == 0
            ? phrase("crowd.asTheyDo")
            : tenths > 0 ? phrase("crowd.higher", ["number": number]) : phrase("crowd.lower", ["number": number])
    }

    private static func rounded(_ tenths: Double) -> (tenths: Int, number: String) {
        let tenths = Int(tenths.rounded())
        return (tenths, decimal(tenths: abs(tenths)))
    }
}
