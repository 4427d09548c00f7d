/// What an event says of its airing.
struct EventWords {
    private let airing: CalendarAiring
    /// Whether the event has a beginning and an end, not only a day.
    private let isTimed: Bool

    init(_ airing: CalendarAiring, isTimed: Bool) {
        self.airing = airing
        self.isTimed = isTimed
    }

    /// `Show - S04E03 (season finale)`, with the episode's name where it may be told.
    var summary: String {
        let parts = [airing.title.name, episode?.label, episodeName].compactMap { $0 }
        return parts.joined(separator: " - ") + (mark.map { " (\($0))" } ?? "")
    }

    /// Plain text, a fact on each line, and the way back to Simkl at its end.
    var description: String {
        let title = airing.title
        var lines = [[title.name, episode?.label].compactMap { $0 }.joined(separator: ", ")]
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(name): \(value)") }
        }
        add("Episode", episodeName)
        if let mark { lines.append(mark.prefix(1).uppercased() + mark.dropFirst()) }
        add("Network", title.details?.network)
        add("Length", length)
        add("List", title.status?.label)
        lines.append("Powered by Simkl: \(SimklAddress.item(title).text)")
        return lines.joined(separator: "\n")
    }

    var categories: [String] {
        var categories = [airing.title.id.kind.label]
        if let network = airing.title.details?.network, !network.isEmpty { categories.append(network) }
        if airing.airing.isPremiere { categories.append("Premiere") }
        if airing.airing.finale != nil { categories.append("Finale") }
        switch airing.airing.release {
        case .cinema: categories.append("Cinema")
        case .home: categories.append("Home release")
        case nil: break
        }
        return categories
    }

    private var episode: EpisodeNumber? { airing.title.episode(of: airing.airing) }

    private var episodeName: String? { airing.airing.name.flatMap { $0.isEmpty ? nil : $0 } }

    private var mark: String? { airing.title.mark(of: airing.airing) }

    /// Where nobody knows it, the event has an end all the same, and says what that is worth.
    private var length: String? {
        airing.runtimeMinutes.map { runtime(minutes: $0).withPlainSpaces } ?? (isTimed ? "not known, so the end is a guess" : nil)
    }
}
