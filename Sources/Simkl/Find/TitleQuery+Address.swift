/// A page about a title on a site whose ids Simkl does not look up by themselves.
public struct ForeignPage: Hashable, Sendable {
    /// Whole, with `https://`.
    public let address: String
    /// Members of ``Wire/Identifiers/others`` in which the library may hold what tells the page.
    let keys: [String]
    /// What tells the page on its site.
    let slug: String
}

extension TitleQuery {
    /// Addresses of title pages, with or without a scheme; nil for what is no address.
    init?(address text: String) {
        guard let (host, path) = Self.parts(of: text) else { return nil }
        guard let query = Self.simkl(host, path) ?? Self.numbered(host, path) ?? Self.named(host, path, text) else { return nil }
        self = query
    }

    /// The host without `www.` and the parts of the path; nil where there is neither a scheme nor a site that is known.
    private static func parts(of text: String) -> (host: String, path: [String])? {
        let lower = text.lowercased()
        let scheme = ["https://", "http://", "//"].first(where: lower.hasPrefix)
        let rest = text.dropFirst(scheme?.count ?? 0).prefix { $0 != "?" && $0 != "#" }
        var parts = rest.split(separator: "/").map(String.init)
        guard !parts.isEmpty, !parts[0].contains(where: \.isWhitespace) else { return nil }
        var host = parts.removeFirst().lowercased()
        for prefix in ["www.", "m.", "app."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
        guard host.contains("."), scheme != nil || (sites.contains(host) && !parts.isEmpty) else { return nil }
        return (host, parts)
    }

    /// Those that are known without a scheme as well.
    private static let sites: Set = [
        "simkl.com", "imdb.com", "themoviedb.org", "thetvdb.com", "myanimelist.net", "anilist.co", "anidb.net", "kitsu.io",
        "kitsu.app",
        "livechart.me", "anisearch.com", "anime-planet.com", "netflix.com", "letterboxd.com", "trakt.tv", "crunchyroll.com",
        "hulu.com",
    ]

    private static func simkl(_ host: String, _ path: [String]) -> TitleQuery? {
        guard host == "simkl.com", path.count >= 2, let id = Int(path[1]), id > 0 else { return nil }
        let words: [String: Wire.Bucket] = ["tv": .shows, "anime": .anime, "movies": .movies, "movie": .movies]
        return words[path[0]].map { .simkl(id, $0) }
    }

    /// Sites whose addresses hold an id that Simkl looks up.
    private static func numbered(_ host: String, _ path: [String]) -> TitleQuery? {
        func id(after words: String..., in place: Int = 1) -> String? {
            guard path.count > place, words.contains(path[place - 1].lowercased()) else { return nil }
            let number = path[place].prefix { $0.isASCII && $0.isNumber }
            return number.isEmpty ? nil : String(number)
        }
        switch host {
        case "imdb.com":
            // Some languages have a folder of their own: imdb.com/de/title/tt0113277.
            return path.first { $0.wholeMatch(of: /tt[0-9]{5,12}/) != nil }.map { .service("imdb", id: $0, type: nil) }
        case "themoviedb.org":
            if let film = id(after: "movie") { return .service("tmdb", id: film, type: "movie") }
            return id(after: "tv").map { .service("tmdb", id: $0, type: "show") }
        case "thetvdb.com":
            return id(after: "series", in: path.first == "dereferrer" ? 2 : 1).flatMap { number in
                path.last == number ? .service("tvdb", id: number, type: nil) : nil
            }
        case "myanimelist.net": return id(after: "anime").map { .service("mal", id: $0, type: nil) }
        case "anilist.co": return id(after: "anime").map { .service("anilist", id: $0, type: nil) }
        case "anidb.net":
            let short = path.first.flatMap { $0.wholeMatch(of: /a([0-9]+)/) }.map { String($0.1) }
            return (short ?? id(after: "anime")).map { .service("anidb", id: $0, type: nil) }
        case "livechart.me": return id(after: "anime").map { .service("livechart", id: $0, type: nil) }
        case "anisearch.com": return id(after: "anime").map { .service("anisearch", id: $0, type: nil) }
        case "netflix.com":
            let place = path.firstIndex(of: "title")
            return place.flatMap { path.count > $0 + 1 ? .service("netflix", id: path[$0 + 1], type: nil) : nil }
        default: return nil
        }
    }

    /// Every other site, such as Letterboxd and Trakt, whose addresses hold a name.
    private static func named(_ host: String, _ path: [String], _ text: String) -> TitleQuery? {
        guard host != "simkl.com", let last = path.last else { return nil }
        let keys: [String] =
            switch host {
            case "letterboxd.com": ["letterboxd", "letterslug"]
            case "trakt.tv": ["traktslug", path.first == "movies" ? "traktmslug" : "trakttvslug"]
            case "thetvdb.com": ["tvdbslug"]
            case "anime-planet.com": ["animeplanet"]
            case "kitsu.io", "kitsu.app": ["kitsu"]
            default: []
            }
        // A season's or an episode's page is about its show.
        let slug = ["letterboxd.com", "trakt.tv"].contains(host) && path.count > 1 ? path[1] : last
        return .page(ForeignPage(address: "https://" + ([host] + path).joined(separator: "/"), keys: keys, slug: slug))
    }
}
