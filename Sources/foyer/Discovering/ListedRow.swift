import FoyerSite
import Simkl

/// A title of the catalogue's, in a line and for machines.
struct ListedRow: Encodable {
    let title: String
    let year: Int?
    let kind: String
    let simkl: Int
    let address: String
    /// Where it stands in the library; nil where it is not in it.
    let status: String?
    let rating: Int?
    /// Simkl's average.
    let average: Double?
    let genres: [String]
    let episode: String?
    let date: String?
    let watched: Int?
    let minutes: Int?
    private let standing: String?

    private enum CodingKeys: String, CodingKey {
        case title, year, kind, simkl, address, status, rating, average, genres, episode, date, watched, minutes
    }

    /// Where it comes from, as Simkl asks everybody to say.
    static let source = "From Simkl, https://simkl.com/"

    /// - Parameter own: the library's own entry of it, if there is one.
    init(_ listed: Wire.Listed, own: Wire.Item?) {
        title = listed.media.title ?? "Title \(listed.media.ids.simkl)"
        year = listed.media.year
        kind = listed.bucket.word
        simkl = listed.media.ids.simkl
        address = listed.bucket.address(of: simkl)
        status = own?.status
        rating = own?.userRating
        // A rating of 0 is none.
        average = listed.ratings?.simkl?.rating.flatMap { $0 > 0 ? $0 : nil }
        genres = listed.genres
        episode = listed.episode?.label(in: listed.bucket)
        date = listed.date?.words
        watched = listed.watched
        minutes = listed.media.runtime
        standing = own?.standing
    }

    var line: String {
        let facts: [String?] = [
            episode, date, average.map { "\($0) on Simkl" }, watched.map { "watched by \($0)" },
            genres.isEmpty ? nil : genres.prefix(3).joined(separator: ", "), standing, address,
        ]
        return "\(named(title, year)), \(kind): \(facts.compactMap(\.self).joined(separator: " · "))"
    }
}

extension WireDate {
    /// The day on which it is where it is written.
    fileprivate var words: String {
        switch self {
        case .day: String(text.prefix(10))
        case .instant(let seconds, let offset): String(WireDate.text(seconds + Int64(offset)).prefix(10))
        }
    }
}
