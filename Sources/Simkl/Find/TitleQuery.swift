/// How somebody names one title on the command line.
public enum TitleQuery: Hashable, Sendable {
    /// Simkl's own id, and the bucket where its address tells.
    case simkl(Int, Wire.Bucket?)
    /// Another service's id; `type` is `movie` or `show` for services that number both.
    case service(String, id: String, type: String?)
    /// A name, with the year that tells it from others of that name.
    case name(String, year: Int?)

    /// Services whose ids Simkl looks up.
    ///
    /// Source: `GET /search/id`
    public static let services = [
        "imdb", "tmdb", "tvdb", "mal", "anidb", "anilist", "kitsu", "livechart", "anisearch", "animeplanet", "netflix", "hulu",
        "crunchyroll",
    ]

    /// `53536`, `https://simkl.com/movies/53536/…`, `imdb:tt0181852`, `tmdb:movie:296`, `Heat (1995)`; nil for nothing at all.
    public init?(_ text: String) {
        let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !text.isEmpty else { return nil }
        if let id = Int(text), id > 0 {
            self = .simkl(id, nil)
        } else if let address = Self.address(text) {
            self = address
        } else if let service = Self.service(text) {
            self = service
        } else {
            let (name, year) = Self.yearAtEnd(text)
            self = .name(name, year: year)
        }
    }

    private static func address(_ text: String) -> TitleQuery? {
        let parts = text.split(separator: "/")
        guard text.hasPrefix("https://"), parts.count >= 4, parts[1] == "simkl.com" || parts[1] == "www.simkl.com",
            let bucket = Wire.Bucket.allCases.first(where: { $0.catalogName == parts[2] }), let id = Int(parts[3]), id > 0
        else { return nil }
        return .simkl(id, bucket)
    }

    private static func service(_ text: String) -> TitleQuery? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let name = parts.first?.lowercased(), let id = parts.last, !id.isEmpty, !id.contains(" ") else {
            return nil
        }
        if name == "simkl" { return Int(id).flatMap { $0 > 0 ? .simkl($0, nil) : nil } }
        guard services.contains(name) else { return nil }
        switch parts.count {
        case 2: return .service(name, id: id, type: nil)
        case 3:
            return ["movie": "movie", "show": "show", "tv": "show"][parts[1].lowercased()].map {
                .service(name, id: id, type: $0)
            }
        default: return nil
        }
    }

    private static func yearAtEnd(_ text: String) -> (name: String, year: Int?) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
            let year = Int(text[text.index(after: open)...].dropLast()), (1870...2200).contains(year)
        else { return (text, nil) }
        let name = text[..<open].reversed().drop { $0.isWhitespace }.reversed()
        return name.isEmpty ? (text, nil) : (String(name), year)
    }
}
