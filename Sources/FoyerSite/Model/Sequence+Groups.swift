extension Sequence {
    /// What has the same key together, by the first of each; what has none stands alone.
    func groups<Key: Hashable>(by key: (Element) -> Key?) -> [[Element]] {
        var groups: [[Element]] = []
        var places: [Key: Int] = [:]
        // Most often what comes has the key of what came before it.
        var last: (key: Key, place: Int)?
        for element in self {
            guard let key = key(element) else {
                groups.append([element])
                continue
            }
            if last?.key != key {
                let place = places[key] ?? groups.count
                if place == groups.count {
                    places[key] = place
                    groups.append([])
                }
                last = (key, place)
            }
            if let last { groups[last.place].append(element) }
        }
        return groups
    }
}
