/// `★ 8`.
func stars(_ rating: Int) -> String { "★ \(rating)" }

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
        let often = counts.keys.filter { counts[$0] == most }.sorted().map(String.init).inWords
        let each = counts.values.count { $0 == most } > 1 ? " each" : ""
        return "Most often \(often), \(most == 1 ? "once" : "\(most.grouped) times")\(each). "
            + "The median is \(medianText), the mean \(meanText)."
    }
}

extension CrowdComparison {
    /// `Kinder than the crowd.`, where the median and the mean say the same; nil where there are too few titles to say.
    var verdict: String? {
        gap.map { gap in
            switch (Int(gap.median.rounded()).signum(), Int(gap.mean.rounded()).signum()) {
            case (1, 1): "Kinder than the crowd."
            case (-1, -1): "Harsher than the crowd."
            default: "About as the crowd."
            }
        }
    }

    /// How the ratings compare, and what was left out.
    var sentence: String {
        let crowd = "with at least \(Self.fewestVotes) votes on Simkl"
        var sentences: [String] = []
        if let gap {
            sentences.append(
                "\(counted(pairs.count, "title", "titles")) \(crowd) are compared. In the median I rate "
                    + "\(words(gap.median, than: " than they do")), in the mean \(words(gap.mean)).")
        } else if pairs.isEmpty {
            sentences.append(
                "No title that I rated has at least \(Self.fewestVotes) votes on Simkl, so there is nothing to compare.")
        } else {
            sentences.append(
                "\(counted(pairs.count, "title", "titles")) \(crowd) \(pairs.count == 1 ? "is" : "are") too few to compare.")
        }
        if tooFewVotes > 0 {
            sentences.append(
                "\(counted(tooFewVotes, "title", "titles")) with fewer votes \(tooFewVotes == 1 ? "is" : "are") left out.")
        }
        if unknown > 0 { sentences.append("For \(counted(unknown, "title", "titles")), the data has no rating of Simkl's.") }
        return sentences.joined(separator: " ")
    }

    /// `0.6 higher`, or `as they do`.
    private func words(_ tenths: Double, than others: String = "") -> String {
        let tenths = Int(tenths.rounded())
        return tenths == 0
            ? "as they do" : "\(decimal(tenths: abs(tenths))) \(tenths > 0 ? "higher" : "lower")\(others)"
    }
}
