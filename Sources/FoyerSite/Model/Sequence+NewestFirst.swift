extension Sequence {
    /// Sorted by an instant, the newest first; what has none comes last, in the order it had.
    func newestFirst(_ moment: (Element) -> Moment?) -> [Element] {
        map { ($0, moment($0)?.secondsSince1970 ?? .min) }.enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
}
