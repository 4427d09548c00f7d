import Disk

/// Finds the one title that somebody means: among their own first, then at Simkl's.
public struct TitleFinder: Sendable {
    private let library: [FoundTitle]
    /// Further names of the library's titles: English, romaji, other languages.
    private let names: [FoundTitle.Key: [String]]
    private let client: SimklClient?
    private let kind: Wire.Bucket?

    /// - Parameters:
    ///   - client: nil to ask nobody.
    ///   - kind: the only bucket that is meant; nil for all.
    public init(_ account: Account, client: SimklClient?, kind: Wire.Bucket? = nil) {
        library = account.items.filter { !$0.isRewatch && (kind == nil || $0.bucket == kind) }.map(FoundTitle.init)
        var names: [FoundTitle.Key: [String]] = [:]
        let buckets = Dictionary(library.map { ($0.simkl, $0.bucket) }) { first, _ in first }
        for details in account.details {
            guard let bucket = buckets[details.media.ids.simkl] else { continue }
            let all = [details.media.title, details.englishTitle].compactMap { $0 } + details.alternativeTitles
            names[FoundTitle.Key(bucket: bucket, simkl: details.media.ids.simkl)] = all
        }
        self.names = names
        self.client = client
        self.kind = kind
    }

    /// Finds titles among those that are paused alone.
    public init(paused: [Wire.Playback], kind: Wire.Bucket? = nil) {
        library = paused.map(FoundTitle.init).filter { kind == nil || $0.bucket == kind }
        (names, client, self.kind) = ([:], nil, kind)
    }

    public func find(_ query: TitleQuery) async throws(FindError) -> FoundTitle {
        if let found = try Self.only(own(query), of: query) { return found }
        guard let client else { throw .notFound(query, near: Self.lines(near(query))) }
        let hits = try await hits(for: query, client).filter { kind == nil || $0.bucket == kind }
        let found = hits.filter { Self.names($0, query) }.map { known(FoundTitle($0)) }
        if let found = try Self.only(found, of: query) { return found }
        throw .notFound(query, near: Self.lines(near(query) + hits.prefix(5).map(FoundTitle.init)))
    }

    /// The library's titles that a text may mean, the likeliest first.
    public func own(like text: String) -> [FoundTitle] {
        guard let query = TitleQuery(text) else { return [] }
        let exact = own(query)
        return Self.unique(exact + near(query))
    }

    /// The catalogue's titles that a text may mean, the likeliest first, each as the library knows it.
    public func catalogue(like text: String) async throws(FindError) -> [FoundTitle] {
        guard let query = TitleQuery(text), let client else { return [] }
        let hits = try await hits(for: query, client).filter { kind == nil || $0.bucket == kind }
        let exact = hits.filter { Self.names($0, query) }
        return Self.unique((exact + hits).map { known(FoundTitle($0)) })
    }

    // MARK: - The library

    /// The library's titles that a query names: by the closest way that any of them answers to.
    private func own(_ query: TitleQuery) -> [FoundTitle] {
        switch query {
        case .simkl(let id, let bucket): return Self.ofKind(bucket, library.filter { $0.simkl == id }, \.bucket)
        case .number(let number):
            return Self.unique(library.filter { $0.simkl == number } + named([(String(number), nil)]))
        case .service(let name, let id, let type):
            return library.filter { title in
                (title.media.ids.others[name] == id || (name == "tvdb" && title.media.ids.others["tvdbslug"] == id))
                    && (type == nil || (type == "movie") == title.isFilm)
            }
        case .page(let page):
            return library.filter { title in page.keys.contains { Self.isSlug(title.media.ids.others[$0], page.slug) } }
        case .name(let name, let year): return named(TitleQuery.readings(of: name, year: year))
        }
    }

    /// Those of a kind; all where none is, since titles move from one kind to another and keep their ids.
    private static func ofKind<Title>(_ bucket: Wire.Bucket?, _ titles: [Title], _ kind: KeyPath<Title, Wire.Bucket>) -> [Title] {
        let own = titles.filter { $0[keyPath: kind] == bucket }
        return own.isEmpty ? titles : own
    }

    /// A slug, or an address that ends in it.
    private static func isSlug(_ value: String?, _ slug: String) -> Bool {
        value?.split(separator: "/").last.map(String.init) == slug
    }

    private func named(_ readings: [(name: String, year: Int?)]) -> [FoundTitle] {
        func all(_ isNamed: (FoundTitle, String) -> Bool) -> [FoundTitle] {
            library.filter { title in
                readings.contains { ($0.year == nil || title.media.year == $0.year) && isNamed(title, $0.name) }
            }
        }
        let exact = all { title, name in title.media.title?.lowercased() == name.lowercased() }
        if !exact.isEmpty { return exact }
        let folded = Dictionary(readings.map { ($0.name, FoldedName($0.name)) }) { first, _ in first }
        let alike = all { title, name in title.media.title.map(FoldedName.init) == folded[name] }
        if !alike.isEmpty { return alike }
        return all { title, name in names[title.key]?.contains { FoldedName($0) == folded[name] } == true }
    }

    /// The library's titles whose names are like one that none has.
    private func near(_ query: TitleQuery) -> [FoundTitle] {
        let text: String
        switch query {
        case .name(let name, _): text = name
        case .number(let number): text = String(number)
        case .simkl, .service, .page: return []
        }
        let wanted = TitleQuery.readings(of: text, year: nil).map { FoldedName($0.name) }
        let near = library.compactMap { title -> (title: FoundTitle, distance: Int)? in
            let own = ([title.media.title].compactMap { $0 } + (names[title.key] ?? [])).map(FoldedName.init)
            let distance = own.flatMap { name in wanted.compactMap { $0.distance(to: name) } }.min()
            return distance.map { (title, $0) }
        }
        return near.sorted { left, right in
            (left.distance, left.title.label.count, left.title.simkl) < (
                right.distance, right.title.label.count, right.title.simkl
            )
        }.map(\.title)
    }

    /// The library's own entry of a title that Simkl found, where it has one after all.
    private func known(_ found: FoundTitle) -> FoundTitle { library.first { $0.key == found.key } ?? found }

    // MARK: - Simkl

    /// Titles at Simkl's that may be meant: by one request where an id or an address tells, else one for each kind.
    private func hits(for query: TitleQuery, _ client: SimklClient) async throws(FindError) -> [Wire.Hit] {
        do {
            switch query {
            case .simkl(let id, let bucket):
                return Self.ofKind(bucket, try await client.search(service: "simkl", id: String(id)).value, \.bucket)
            case .number(let number):
                let byID = try await client.search(service: "simkl", id: String(number)).value
                // Whoever says which kind may well mean a name.
                return kind == nil ? byID : byID + (try await hits(named: [(String(number), nil)], client))
            case .service(let name, let id, let type):
                var hits: [Wire.Hit] = []
                for type in types(of: name, type) { hits += try await client.search(service: name, id: id, type: type).value }
                return hits
            case .page(let page): return try await client.search(text: page.address, in: kind ?? .movies).value
            case .name(let name, let year): return try await hits(named: TitleQuery.readings(of: name, year: year), client)
            }
        } catch {
            throw .simkl(error)
        }
    }

    /// What an id of a service may be of: TMDB numbers films and shows apart, and Simkl takes an id without a type for a film's.
    private func types(of service: String, _ type: String?) -> [String?] {
        guard service == "tmdb", type == nil else { return [type] }
        return switch kind {
        case .shows: ["show"]
        case .movies: ["movie"]
        case .anime, nil: ["show", "movie"]
        }
    }

    /// Pages of results until one has the name: the best come first, but of a common word there are many.
    private func hits(named readings: [(name: String, year: Int?)], _ client: SimklClient) async throws(SimklError) -> [Wire.Hit]
    {
        var hits: [Wire.Hit] = []
        guard let first = readings.first else { return hits }
        // With the year, so that the right one of many is among the first.
        let text = first.year.map { "\(first.name) \($0)" } ?? first.name
        for bucket in kind.map({ [$0] }) ?? Wire.Bucket.allCases {
            for page in 1...Self.mostPages {
                let answer = try await client.search(text: text, in: bucket, page: page)
                hits += answer.value
                let isFound = answer.value.contains { hit in readings.contains { Self.isNamed(hit, $0) } }
                if isFound || page >= answer.pages ?? 1 { break }
            }
        }
        return hits
    }

    /// What is not among the first hundred and fifty is not found by its name.
    private static let mostPages = 3

    private static func names(_ hit: Wire.Hit, _ query: TitleQuery) -> Bool {
        switch query {
        case .simkl, .service, .page: true
        case .number(let number): hit.media.ids.simkl == number || isNamed(hit, (String(number), nil))
        case .name(let name, let year): TitleQuery.readings(of: name, year: year).contains { isNamed(hit, $0) }
        }
    }

    private static func isNamed(_ hit: Wire.Hit, _ reading: (name: String, year: Int?)) -> Bool {
        guard reading.year == nil || hit.media.year == reading.year else { return false }
        let wanted = FoldedName(reading.name)
        return hit.names.contains { FoldedName($0) == wanted }
    }

    // MARK: - One of several

    /// Nil for none; more than one is for the person to decide.
    private static func only(_ found: [FoundTitle], of query: TitleQuery) throws(FindError) -> FoundTitle? {
        let found = unique(found)
        guard found.count > 1 else { return found.first }
        throw .ambiguous(query, Array(found.prefix(10)))
    }

    private static func unique(_ found: [FoundTitle]) -> [FoundTitle] {
        var seen: Set<FoundTitle.Key> = []
        return found.filter { seen.insert($0.key).inserted }
    }

    private static func lines(_ found: [FoundTitle]) -> [String] { unique(found).prefix(5).map(\.line) }
}
