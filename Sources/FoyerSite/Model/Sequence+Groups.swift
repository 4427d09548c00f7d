extension Sequence {
    /// What has the same key together, by the first of each; what has none stands alone.
    func groups<Key: Hashable>(by key: (Element) -> Key?) -> [[Element]] {
        var groups: [[Element]] = []
        var places: [Key: Int] = [:]
        for element in self {
            let key = key(element)
            if let key, let place = places[key] {
                groups[place].append(element)
            } else {
                if let key { places[key] = groups.count }
                groups.append([element])
            }
        }
        return groups
    }
}
