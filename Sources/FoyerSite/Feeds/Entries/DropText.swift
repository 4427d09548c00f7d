/// What feeds say of something that comes or came out.
struct DropText {
    let drop: Drop
    let title: Title
    let site: Site

    var headline: String { drop.headline(of: title, site.library.spoilers) }

    /// Since when it is out, and how long it is.
    var out: String { sentences(released) }

    /// When it comes, and how long it is.
    var toCome: String { sentences(announced) }

    /// What machines may want to know.
    var facts: [JSONNode.Member] {
        guard let episode = title.episode(of: drop.first) else { return [] }
        let own = [
            JSONNode.Member(name: "season", value: episode.season.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "episode", value: .whole(episode.number)),
        ]
        if drop.rest.isEmpty { return own }
        return own + [JSONNode.Member(name: "episodes", value: .texts(drop.episodes.map(\.label)))]
    }

    private func sentences(_ when: String) -> String {
        let minutes = drop.airings.map { $0.runtimeMinutes ?? title.runtimeMinutes }
        let known = minutes.contains(nil) ? nil : minutes.reduce(0) { $0 + ($1 ?? 0) }
        let length = known.map { phrase("feed.length", ["duration": duration(minutes: $0)]) }
        return [when, length].compactMap { $0 }.joined(separator: " ")
    }

    private var released: String {
        let values: KeyValuePairs = ["when": when]
        if !title.isFilm { return phrase("feed.onTheAir", values) }
        return switch drop.first.release {
        case .cinema: phrase("feed.outInCinema", values)
        case .home: phrase("feed.outAtHome", values)
        case nil: phrase("feed.out", values)
        }
    }

    private var announced: String {
        let values: KeyValuePairs = ["when": when]
        if !title.isFilm { return phrase("feed.airs", values) }
        return switch drop.first.release {
        case .cinema: phrase("feed.comesToCinema", values)
        case .home: phrase("feed.comesHome", values)
        case nil: phrase("feed.comes", values)
        }
    }

    private var when: String {
        let days = site.library.days
        let day = drop.first.time.day(days).wordsWithWeekday
        guard case .moment(let moment) = drop.first.time else { return day }
        return phrase("feed.dayTimeZone", ["day": day, "time": days.clock(of: moment), "zone": days.zone])
    }
}

extension Drop {
    /// `Foundation S02E03 (season premiere)`, `Heat: in the cinema`; the name of an episode only where that is told before it is
    /// watched: watching one is no reason to rewrite what was told when it aired.
    func headline(of title: Title, _ spoilers: Spoilers) -> String {
        guard let episode = title.episode(of: first) else {
            return first.release.map { phrase("feed.releasedTitle", ["title": title.name, "release": $0.mark.label]) }
                ?? phrase("feed.outTitle", ["title": title.name])
        }
        let label = rest.isEmpty ? episode.label(spoilers == .names ? first.name : nil) : label(of: title) ?? episode.label
        return "\(title.name) \(label)" + (marks(of: title).map { " (\($0))" } ?? "")
    }
}
