/// An episode as the catalogue lists it. What it is called is in ``EpisodeTexts``, where that may be told.
public struct ListedEpisode: Hashable, Sendable {
    public let number: EpisodeNumber
    /// When it is or was first on the air.
    public let airs: AirTime?
    /// Whether it has been, by the catalogue's word.
    public let hasAired: Bool
    public let runtimeMinutes: Int?

    public init(_ number: EpisodeNumber, airs: AirTime? = nil, hasAired: Bool = true, runtimeMinutes: Int? = nil) {
        self.number = number
        self.airs = airs
        self.hasAired = hasAired
        self.runtimeMinutes = runtimeMinutes
    }

    /// Whether it counts for how far its show is watched.
    var isRegular: Bool { number.season != 0 }
}
