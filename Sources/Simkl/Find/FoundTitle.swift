/// A title that was found, and what the library has of it.
public struct FoundTitle: Hashable, Sendable {
    public var bucket: Wire.Bucket
    public var media: Wire.Media
    /// The library's entry; nil for a title that only the catalogue knows.
    public var item: Wire.Item?
    public var animeType: String?

    public init(_ item: Wire.Item) {
        (bucket, media, animeType) = (item.bucket, item.media, item.animeType)
        self.item = item
    }

    /// - Parameter pause: of a title that may be on no list.
    public init(_ pause: Wire.Playback) { (bucket, media) = (pause.bucket, pause.media) }

    /// - Parameter match: of a file, whose title may be on no list.
    public init(_ match: Wire.FileMatch) { (bucket, media) = (match.bucket, match.media) }

    init(_ hit: Wire.Hit) { (bucket, media, animeType) = (hit.bucket, hit.media, hit.animeType) }

    public var simkl: Int { media.ids.simkl }

    /// Whether it is watched at one go: a film, or an anime that is one.
    public var isFilm: Bool { bucket == .movies || animeType == "movie" }

    /// `Heat (1995)`
    public var label: String { named(media.title ?? "Title \(simkl)", media.year) }

    public var address: String { bucket.address(of: simkl) }

    /// What tells it from every other title.
    var key: Key { Key(bucket: bucket, simkl: simkl) }

    struct Key: Hashable {
        let bucket: Wire.Bucket
        let simkl: Int
    }

    var line: String { "\(label): \(address)" }
}

/// `Heat (1995)`
public func named(_ title: String, _ year: Int?) -> String { title + (year.map { " (\($0))" } ?? "") }
