extension EpisodeNumber {
    /// `S04E03`, or `E08` without seasons.
    public var label: String { season.map { "S\(padded($0))E\(padded(number))" } ?? "E\(padded(number))" }

    /// `S04E03 “Failure to Hard Launch”`, or the label alone.
    func label(_ name: String?) -> String { name.map { "\(label) “\($0)”" } ?? label }
}

extension Title {
    /// What is special about an airing of it: `series premiere`, `season finale`, `in the cinema`; of a film that nobody says more of,
    /// `release`.
    func mark(of airing: Airing) -> String? {
        if self.isFilm { return airing.release?.label ?? "release" }
        if let finale = airing.finale { return finale.label }
        guard airing.isPremiere, let episode = airing.episode else { return nil }
        // An anime's seasons are titles of their own.
        if self.id.kind == .anime { return "premiere" }
        return (episode.season ?? 1) == 1 ? "series premiere" : "season premiere"
    }
}

extension Airing.Release {
    public var label: String { self == .cinema ? "in the cinema" : "at home" }
}

extension Airing.Finale {
    public var label: String {
        switch self {
        case .midSeason: "mid-season finale"
        case .season: "season finale"
        case .series: "series finale"
        }
    }
}
