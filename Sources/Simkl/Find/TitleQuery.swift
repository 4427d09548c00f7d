/// How somebody names one title on the command line.
public enum TitleQuery: Hashable, Sendable {
    /// Simkl's own id, and the bucket where its address tells.
    case simkl(Int, Wire.Bucket?)
    /// Another service's id; `type` is `movie` or `show` for services that number both.
    case service(String, id: String, type: String?)
    /// A page of another site, which Simkl finds by its address.
    case page(ForeignPage)
    /// A number with nothing beside it: Simkl's id, or the name of a title such as “1917”.
    case number(Int)
    /// A name, with the year that tells it from others of that name.
    case name(String, year: Int?)

    /// Services whose ids Simkl looks up.
    ///
    /// Source: `GET /search/id`
    public static let services = [
        "imdb", "tmdb", "tvdb", "mal", "anidb", "anilist", "kitsu", "livechart", "anisearch", "animeplanet", "netflix", "hulu",
        "crunchyroll",
    ]

    /// `53536`, `simkl.com/movies/53536/…`, `/movies/53536`, `imdb:tt0181852`, `tt0181852`, `letterboxd.com/film/heat-1995/`,
    /// `Heat (1995)`, `Heat 1995`; nil for nothing at all. `007` is a name.
    public init?(_ text: String) {
        let text = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !text.isEmpty else { return nil }
        if text.wholeMatch(of: /[1-9][0-9]*/) != nil, let number = Int(text) {
            self = .number(number)
        } else if let address = TitleQuery(address: text) {
            self = address
        } else if let service = Self.service(text) {
            self = service
        } else if text.wholeMatch(of: /[Tt][Tt][0-9]{5,12}/) != nil {
            self = .service("imdb", id: text.lowercased(), type: nil)
        } else {
            let (name, year) = Self.yearAtEnd(text)
            self = .name(name, year: year)
        }
    }

    /// What a name may mean: “Blade Runner 2049” is a name, and “Heat 1995” one with its year.
    static func readings(of name: String, year: Int?) -> [(name: String, year: Int?)] {
        guard year == nil, let blank = name.lastIndex(where: \.isWhitespace),
            let last = Int(name[name.index(after: blank)...]), believableYears.contains(last)
        else { return [(name, year)] }
        return [(name, nil), (String(name[..<blank].reversed().drop { $0.isWhitespace }.reversed()), last)]
    }

    private static let believableYears = 1870...2200

    private static func service(_ text: String) -> TitleQuery? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let name = parts.first?.lowercased(), let id = parts.last, !id.isEmpty, !id.contains(" ") else {
            return nil
        }
        if name == "simkl" { return Int(id).flatMap { $0 > 0 ? .simkl($0, nil) : nil } }
        guard services.contains(name) else { return nil }
        switch parts.count {
        case 2: return .service(name, id: name == "imdb" ? id.lowercased() : id, type: nil)
        case 3:
            return ["movie": "movie", "show": "show", "tv": "show"][parts[1].lowercased()].map {
                .service(name, id: id, type: $0)
            }
        default: return nil
        }
    }

    private static func yearAtEnd(_ text: String) -> (name: String, year: Int?) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
            let year = Int(text[text.index(after: open)...].dropLast()), believableYears.contains(year)
        else { return (text, nil) }
        let name = text[..<open].reversed().drop { $0.isWhitespace }.reversed()
        return name.isEmpty ? (text, nil) : (String(name), year)
    }
}

extension TitleQuery: CustomStringConvertible {
    public var description: String {
        switch self {
        case .simkl(let id, _), .number(let id): "\(id)"
        case .service(let name, let id, let type): [name, type, id].compactMap { $0 }.joined(separator: ":")
        case .page(let page): page.address
        case .name(let name, let year): "“\(named(name, year))”"
        }
    }
}
