/// A site with pages about titles, and each form of their addresses.
struct TitleSite: Sendable {
    /// Without `www.`, `m.` and `app.`.
    let hosts: [String]
    /// The first that fits counts. What none fits is for Simkl to read.
    let forms: [Form]

    private init(_ hosts: String..., forms: [Form]) { (self.hosts, self.forms) = (hosts, forms) }

    static func at(_ host: String) -> TitleSite? { all.first { $0.hosts.contains(host) } }

    /// Whose addresses are read without a host as well: `/movies/53536`.
    static let simkl = TitleSite(
        "simkl.com",
        forms: [
            Form("tv", .number, is: .simkl(.shows)), Form("anime", .number, is: .simkl(.anime)),
            Form("movies", .number, is: .simkl(.movies)), Form("movie", .number, is: .simkl(.movies)),
        ])

    /// The one table of how addresses are read. These are known without a scheme as well.
    static let all = [
        simkl,
        // Some languages have a folder of their own: imdb.com/de/title/tt0113277.
        TitleSite("imdb.com", forms: [Form(anywhere: .imdb, is: .service("imdb"))]),
        TitleSite(
            "themoviedb.org",
            forms: [
                Form("movie", .number, is: .service("tmdb", type: "movie")),
                Form("tv", .number, is: .service("tmdb", type: "show")),
            ]),
        TitleSite(
            "thetvdb.com",
            forms: [
                Form(query: ["tab": "series", "id": .wholeNumber], is: .service("tvdb")),
                Form(query: ["seriesid": .wholeNumber], is: .service("tvdb")),
                Form("dereferrer", "series", .wholeNumber, is: .service("tvdb")),
                Form("series", .wholeNumber, is: .service("tvdb")), Form("series", .slug, is: .page(["tvdbslug"])),
                Form("movies", .slug, is: .page(["tvdbslug"])),
            ]),
        TitleSite(
            "myanimelist.net",
            forms: [
                Form("anime", .number, is: .service("mal")),
                Form("anime.php", query: ["id": .wholeNumber], is: .service("mal")),
            ]),
        TitleSite("anilist.co", forms: [Form("anime", .number, is: .service("anilist"))]),
        TitleSite(
            "anidb.net",
            forms: [
                Form(.digits(after: "a"), is: .service("anidb")), Form("anime", .number, is: .service("anidb")),
                Form(query: ["show": "anime", "aid": .wholeNumber], is: .service("anidb")),
            ]),
        TitleSite("livechart.me", forms: [Form("anime", .number, is: .service("livechart"))]),
        TitleSite("anisearch.com", forms: [Form("anime", .number, is: .service("anisearch"))]),
        TitleSite("kitsu.app", "kitsu.io", forms: [Form("anime", .slug, is: .page(["kitsu"]))]),
        TitleSite("anime-planet.com", forms: [Form("anime", .slug, is: .page(["animeplanet"]))]),
        TitleSite("netflix.com", forms: [Form(anywhere: "title", .number, is: .service("netflix"))]),
        // A member's page about a film is letterboxd.com/member/film/heat-1995.
        TitleSite("letterboxd.com", forms: [Form(anywhere: "film", .slug, is: .page(["letterboxd", "letterslug"]))]),
        TitleSite("boxd.it", forms: []),
        TitleSite(
            "trakt.tv",
            forms: [
                Form("movies", .slug, is: .page(["traktslug", "traktmslug"])),
                Form("shows", .slug, is: .page(["traktslug", "trakttvslug"])),
            ]),
        TitleSite("crunchyroll.com", forms: []), TitleSite("hulu.com", forms: []),
    ]
}

extension TitleSite {
    /// One form of a site's addresses. What is behind it in the path, such as a season, is not looked at.
    struct Form: Sendable {
        private let path: [Part]
        private let query: [String: Part]
        /// Whether other parts may come before it.
        private let isAnywhere: Bool
        private let meaning: Meaning

        init(_ path: Part..., query: [String: Part] = [:], is meaning: Meaning) {
            (self.path, self.query, isAnywhere, self.meaning) = (path, query, false, meaning)
        }

        init(anywhere path: Part..., is meaning: Meaning) {
            (self.path, query, isAnywhere, self.meaning) = (path, [:], true, meaning)
        }

        /// What an address of this form means; nil for one of another form.
        func read(_ address: TitleAddress) -> TitleQuery? {
            for start in 0...(isAnywhere ? address.path.count : 0) {
                let parts = Array(address.path.dropFirst(start).prefix(path.count))
                guard parts.count == path.count else { return nil }
                let values = zip(path, parts).map { $0.value(of: $1) } + query.map { $1.value(of: address.query[$0] ?? "") }
                guard !values.contains(nil) else { continue }
                return meaning.query(values.compactMap { $0 }.joined(), TitleAddress(host: address.host, path: parts))
            }
            return nil
        }
    }

    /// A part of an address: a word in any case, or what tells the title.
    enum Part: Sendable, ExpressibleByStringLiteral {
        case word(String)
        /// A number that a name may follow: `949`, `949-heat`.
        case digits(after: String)
        case wholeNumber
        /// `tt0113277`, in any case.
        case imdb
        case slug

        static let number = Part.digits(after: "")

        init(stringLiteral word: String) { self = .word(word) }

        /// What it tells of the title, which is nothing for a word; nil where a text is no such part.
        func value(of text: String) -> String? {
            switch self {
            case .word(let word): return text.lowercased() == word ? "" : nil
            case .digits(let mark):
                guard text.hasPrefix(mark) else { return nil }
                let rest = text.dropFirst(mark.count)
                let number = rest.prefix { $0.isASCII && $0.isNumber }
                let next = rest[number.endIndex...].first
                return number.isEmpty || next?.isLetter == true ? nil : String(number)
            case .wholeNumber: return text.wholeMatch(of: /[0-9]+/).map { String($0.output) }
            case .imdb: return text.lowercased().wholeMatch(of: /tt[0-9]{5,12}/).map { String($0.output) }
            case .slug: return text.isEmpty ? nil : text
            }
        }
    }

    /// What the id or the slug in an address is.
    enum Meaning: Sendable {
        case simkl(Wire.Bucket)
        /// An id that Simkl looks up by itself.
        case service(String, type: String? = nil)
        /// What tells the page on its site, and the members of ``Wire/Identifiers/others`` in which the library may hold it.
        case page([String])

        /// - Parameter page: as far as it is the title's.
        fileprivate func query(_ value: String, _ page: TitleAddress) -> TitleQuery? {
            switch self {
            case .simkl(let bucket): Int(value).flatMap { $0 > 0 ? .simkl($0, bucket) : nil }
            case .service(let name, let type): .service(name, id: value, type: type)
            case .page(let keys): .page(ForeignPage(address: page.text, keys: keys, slug: value))
            }
        }
    }
}
