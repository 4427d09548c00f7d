/// A text for each of some of a title's episodes.
///
/// Shape: one text, and where each ends in it: a library has episodes by the hundred thousand.
public struct EpisodeTexts: Hashable, Sendable {
    /// Ascending.
    private var places: [Place] = []
    private var text: [UInt8] = []

    private struct Place: Hashable {
        let season: Int32
        let number: UInt32
        /// Where its text ends.
        var end: UInt32

        init(_ episode: EpisodeNumber, end: Int = 0) {
            season = Int32(clamping: episode.season ?? -1)
            number = UInt32(clamping: episode.number)
            self.end = UInt32(clamping: end)
        }

        var order: (Int32, UInt32) { (season, number) }
    }

    public init(_ texts: [EpisodeNumber: String] = [:]) {
        let sorted = texts.sorted { Place($0.key).order < Place($1.key).order }
        places.reserveCapacity(sorted.count)
        for (episode, own) in sorted {
            text += Array(own.utf8)
            places.append(Place(episode, end: text.count))
        }
    }

    public subscript(episode: EpisodeNumber) -> String? {
        let order = Place(episode).order
        let position = places.sortedIndex { $0.order < order }
        guard position < places.count, places[position].order == order else { return nil }
        return own(position)
    }

    /// Every text, in the order of the episodes.
    var all: some Sequence<String> { places.indices.lazy.map(own) }

    /// Every text with its place, in the order of the episodes; without seasons the season is -1.
    var entries: [(season: Int, number: Int, text: String)] {
        places.indices.map { (Int(places[$0].season), Int(places[$0].number), own($0)) }
    }

    private func own(_ position: Int) -> String {
        let start = position == 0 ? 0 : Int(places[position - 1].end)
        return String(decoding: text[start..<Int(places[position].end)], as: UTF8.self)
    }
}

extension EpisodeTexts: CustomReflectable {
    /// Texts, not bytes: whoever looks for one in what is printed is to find it.
    public var customMirror: Mirror { Mirror(self, unlabeledChildren: Array(all), displayStyle: .collection) }
}
