/// What an event says of its airing, or of its drop.
struct EventWords {
    private let airing: CalendarAiring
    /// Whether the event has a beginning and an end, not only a day.
    private let isTimed: Bool

    init(_ airing: CalendarAiring, isTimed: Bool) {
        self.airing = airing
        self.isTimed = isTimed
    }

    /// `Show - S04E03 (season finale)`, with the episode's name where it may be told; `Show - S09E01–E08 (whole season)`.
    var summary: String {
        let parts = [airing.title.name, episode, episodeName].compactMap { $0 }
        return parts.joined(separator: " - ") + (mark.map { " (\($0))" } ?? "")
    }

    /// Plain text, a fact on each line, and the way back to Simkl at its end.
    var description: String {
        let title = airing.title
        let lines: [String?] = [
            [title.name, episode].compactMap { $0 }.joined(separator: ", "),
            episodeName.map { phrase("calendar.episode", ["name": $0]) },
            mark?.capitalizedFirst,
            network.map { phrase("calendar.network", ["network": $0]) },
            length,
            title.status.map { phrase("calendar.list", ["list": $0.label]) },
            phrase("calendar.poweredBy", ["address": SimklAddress.item(title).text]),
        ]
        return lines.compactMap { $0 }.joined(separator: "\n")
    }

    var categories: [String] {
        var categories = [airing.title.id.kind.label]
        if let network { categories.append(network) }
        if airing.drop.airings.contains(where: \.isPremiere) { categories.append(phrase("calendar.premiere")) }
        if airing.drop.airings.contains(where: { $0.finale != nil }) { categories.append(phrase("calendar.finale")) }
        switch airing.airing.release {
        case .cinema: categories.append(phrase("calendar.cinema"))
        case .home: categories.append(phrase("calendar.homeRelease"))
        case nil: break
        }
        return categories
    }

    private var episode: String? { airing.drop.label(of: airing.title) }

    /// Of several, none is told.
    private var episodeName: String? {
        airing.drop.rest.isEmpty ? airing.airing.name.flatMap { $0.isEmpty ? nil : $0 } : nil
    }

    private var network: String? { airing.title.details?.network.flatMap { $0.isEmpty ? nil : $0 } }

    private var mark: String? { airing.drop.marks(of: airing.title) }

    /// Where nobody knows it, the event has an end all the same, and says what that is worth.
    private var length: String? {
        if let minutes = airing.wholeRuntimeMinutes {
            return phrase("calendar.length", ["duration": runtime(minutes: minutes).withPlainSpaces])
        }
        return isTimed ? phrase("calendar.lengthUnknown") : nil
    }
}
