import Foundation

/// Finds the one title that somebody means: among their own first, then at Simkl's.
public struct TitleFinder: Sendable {
    private let library: [Wire.Item]
    private let client: SimklClient

    public init(library: [Wire.Item], client: SimklClient) {
        self.library = library
        self.client = client
    }

    /// A title that was found, and what the library has of it.
    public struct Found: Hashable, Sendable {
        public var bucket: Wire.Bucket
        public var media: Wire.Media
        public var rating: Int?
        public var status: String?
        /// Whether the rating is known: that of a title of the catalogue is not.
        public var isInLibrary = false

        /// `Heat (1995)`
        public var label: String { (media.title ?? "Title \(media.ids.simkl)") + (media.year.map { " (\($0))" } ?? "") }
    }

    public func find(_ query: TitleQuery) async throws(FindError) -> Found {
        let own = library.filter { Self.matches($0, query) }.map {
            Found(bucket: $0.bucket, media: $0.media, rating: $0.userRating, status: $0.status, isInLibrary: true)
        }
        if let found = try Self.only(own, of: query) { return found }
        let hits = try await hits(for: query)
        let exact = hits.filter { hit in
            guard case .name(let name, let year) = query else { return true }
            return Self.folded(hit.media.title) == Self.folded(name) && (year == nil || hit.media.year == year)
        }
        let found = exact.map { Found(bucket: $0.bucket, media: $0.media) }
        if let found = try Self.only(found, of: query) { return found }
        throw .notFound(query, near: hits.prefix(5).map { Self.line(Found(bucket: $0.bucket, media: $0.media)) })
    }

    private func hits(for query: TitleQuery) async throws(FindError) -> [Wire.Hit] {
        do {
            switch query {
            case .simkl(let id, _): return try await client.search(service: "simkl", id: String(id)).value
            case .service(let name, let id, let type): return try await client.search(service: name, id: id, type: type).value
            case .name(let name, let year):
                var hits: [Wire.Hit] = []
                // With the year, so that the right one of many is among the first.
                let text = year.map { "\(name) \($0)" } ?? name
                for bucket in Wire.Bucket.allCases { hits += try await client.search(text: text, in: bucket).value }
                return hits
            }
        } catch {
            throw .simkl(error)
        }
    }

    private static func matches(_ item: Wire.Item, _ query: TitleQuery) -> Bool {
        guard !item.isRewatch else { return false }
        switch query {
        case .simkl(let id, let bucket): return item.media.ids.simkl == id && (bucket == nil || item.bucket == bucket)
        case .service(let name, let id, let type):
            let isFilm = item.bucket == .movies || item.animeType == "movie"
            return item.media.ids.others[name] == id && (type == nil || (type == "movie") == isFilm)
        case .name(let name, let year):
            return folded(item.media.title) == folded(name) && (year == nil || item.media.year == year)
        }
    }

    /// Nil for none; more than one is for the person to decide.
    private static func only(_ found: [Found], of query: TitleQuery) throws(FindError) -> Found? {
        guard found.count > 1 else { return found.first }
        throw .ambiguous(query, found.prefix(10).map(line))
    }

    private static func line(_ found: Found) -> String {
        "\(found.label): https://simkl.com/\(found.bucket.catalogName)/\(found.media.ids.simkl)"
    }

    /// Without case, accents and the blanks around it.
    private static func folded(_ name: String?) -> String {
        (name ?? "").folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .trimmingCharacters(in: .whitespaces)
    }
}

/// Why nobody can tell which title is meant.
public enum FindError: Error, Hashable, CustomStringConvertible {
    case notFound(TitleQuery, near: [String])
    case ambiguous(TitleQuery, [String])
    case simkl(SimklError)

    public var description: String {
        switch self {
        case .notFound(let query, let near): "There is no title \(query)." + (near.isEmpty ? "" : " Do you mean one of these?")
        case .ambiguous(let query, _): "\(query) may be any of these; name it by its address:"
        case .simkl(let error): error.description
        }
    }

    /// Titles to choose from, each with its address.
    public var choices: [String] {
        switch self {
        case .notFound(_, let near): near
        case .ambiguous(_, let found): found
        case .simkl: []
        }
    }
}

extension TitleQuery: CustomStringConvertible {
    public var description: String {
        switch self {
        case .simkl(let id, _): "\(id)"
        case .service(let name, let id, let type): [name, type, id].compactMap { $0 }.joined(separator: ":")
        case .name(let name, let year): "“\(name)\(year.map { " (\($0))" } ?? "")”"
        }
    }
}
