import Disk

/// A title's page on another service.
struct ServiceContext: TemplateContext {
    let name: String
    let address: Address

    static let summary = "A title's page on another service."
    static let fields = Fields<Self>(
        .text("name", "The service.") { $0.name },
        .link("link", "The page.") { $0.address })

    /// The services whose ids are known and look like ids of theirs.
    static func all(_ title: Title) -> [ServiceContext] {
        let isFilm = title.isFilm
        let isAnime = title.id.kind == .anime
        let ids = ServiceIDs(title.identifiers)
        func anime(_ id: String?, _ host: String, _ folder: String = "anime") -> Address? {
            isAnime ? id.map { Address(host: host, path: [folder, $0]) } : nil
        }
        let found: [(String, Address?)] = [
            ("IMDb", ids.imdb.map { Address(host: "www.imdb.com", path: ["title", $0, ""]) }),
            ("TMDB", ids.number("tmdb").map { Address(host: "www.themoviedb.org", path: [isFilm ? "movie" : "tv", $0]) }),
            (
                "TheTVDB",
                isFilm ? nil : ids.number("tvdb").map { Address(host: "www.thetvdb.com", path: ["dereferrer", "series", $0]) }
            ),
            (
                "Trakt",
                ids.slug(isFilm ? "traktmslug" : "trakttvslug", "traktslug").map {
                    Address(host: "trakt.tv", path: [isFilm ? "movies" : "shows", $0])
                }
            ),
            (
                "Letterboxd",
                isFilm
                    ? ids.slug("letterboxd", "letterslug").map { Address(host: "letterboxd.com", path: ["film", $0, ""]) } : nil
            ),
            ("MyAnimeList", anime(ids.number("mal"), "myanimelist.net")),
            ("AniDB", anime(ids.number("anidb"), "anidb.net")),
            ("AniList", anime(ids.number("anilist"), "anilist.co")),
            ("Kitsu", anime(ids.number("kitsu"), "kitsu.app")),
            ("aniSearch", anime(ids.number("anisearch"), "www.anisearch.com")),
            ("LiveChart", anime(ids.number("livechart"), "www.livechart.me")),
            ("Anime-Planet", anime(ids.slug("animeplanet"), "www.anime-planet.com")),
        ]
        return found.compactMap { name, address in address.map { ServiceContext(name: name, address: $0) } }
    }

    static func trailer(_ title: Title) -> Address? {
        guard let id = title.details?.trailer, (5...20).contains(id.utf8.count), id.utf8.allSatisfy(\.isSlug) else { return nil }
        return Address(host: "www.youtube.com", path: ["watch"], query: ("v", id))
    }
}

/// What other services call a title, as far as it looks like ids of theirs: the account's ids also hold handles and addresses.
private struct ServiceIDs {
    private let ids: NamedTexts

    init(_ ids: NamedTexts) { self.ids = ids }

    /// Of 1 to 10 digits.
    func number(_ key: String) -> String? { ids[key].flatMap { $0.isDigits ? $0 : nil } }

    /// Of letters, digits, `_` and `-`; the first of some keys that has one.
    func slug(_ keys: String...) -> String? {
        keys.lazy.compactMap { ids[$0] }.first { (1...150).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isSlug) }
    }

    var imdb: String? { ids["imdb"].flatMap { $0.hasPrefix("tt") && String($0.dropFirst(2)).isDigits ? $0 : nil } }
}

extension String {
    fileprivate var isDigits: Bool {
        (1...10).contains(utf8.count) && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension UInt8 {
    fileprivate var isSlug: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
