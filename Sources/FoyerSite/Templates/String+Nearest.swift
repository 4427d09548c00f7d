extension String {
    /// The most similar of some names, if one is similar at all.
    ///
    /// - Parameter most: how many letters may be others; nil for a third of them, or two.
    public func nearest(in names: [String], within most: Int? = nil) -> String? {
        let near = Set(names).map { ($0, distance(to: $0)) }.filter { name, distance in
            // What has no letter in common is not similar, however short it is.
            distance <= most ?? max(2, count / 3) && distance < max(count, name.count)
        }
        return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Levenshtein's distance.
    private func distance(to other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (position, character) in enumerated() {
            var diagonal = row[0]
            row[0] = position + 1
            for column in other.indices {
                let substituted = diagonal + (character == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(substituted, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
