import FoyerSite
import Simkl

/// A title that a search found, in a line and for machines.
struct FoundRow: Encodable {
    let title: String
    let year: Int?
    let kind: String
    let simkl: Int
    let address: String
    /// The list, in Simkl's word; nil for what is on none.
    let status: String?
    let rating: Int?
    /// The name by which it was found, where that is not its own.
    let otherName: String?
    /// The note, where it was found by that.
    let note: String?
    /// Whether it is only close to what was looked for.
    let isClose: Bool
    private let standing: String

    private enum CodingKeys: String, CodingKey {
        case title, year, kind, simkl, address, status, rating, otherName, note, isClose
    }

    /// - Parameters:
    ///   - entry: the account's own.
    ///   - found: how it was found, where it was not by an id or an address.
    init(_ title: Title, _ entry: Wire.Item?, by found: TitleSearch.Found? = nil, isClose: Bool = false) {
        self.title = title.name
        year = title.year
        kind = title.id.kind.word
        simkl = title.id.simkl
        address = title.simklAddress
        status = entry?.status
        rating = title.rating?.value
        otherName = found?.name
        note = found?.isByNote == true ? entry?.memo?.text : nil
        self.isClose = isClose
        standing = entry?.standing ?? "in your library"
    }

    init(_ found: FoundTitle) {
        title = found.media.title ?? "Title \(found.simkl)"
        year = found.media.year
        kind = found.bucket.word
        simkl = found.simkl
        address = found.address
        status = found.item?.status
        rating = found.item?.userRating
        (otherName, note, isClose) = (nil, nil, false)
        standing = found.item?.standing ?? "not in your library"
    }

    var line: String {
        let facts = [standing, otherName.map { "“\($0)”" }, note.map { "note “\($0)”" }, address].compactMap { $0 }
        return "\(named(title, year)), \(kind): \(facts.joined(separator: " · "))"
    }
}

extension Title {
    /// What its kind and its list are called, here and on the site, for whoever looks for it by them.
    var searchWords: [String] {
        let kinds: [String] =
            switch self.id.kind {
            case .tv: ["tv", "TV show", "TV shows"]
            case .anime: ["anime"]
            case .movie: ["movies", "film", "films"]
            }
        let list: String? =
            switch self.status {
            case .watching: "watching"
            case .planToWatch: "plan to watch"
            case .onHold: "on hold"
            case .completed: "completed"
            case .dropped: "dropped"
            case nil: nil
            }
        return kinds + [list].compactMap { $0 }
    }
}
