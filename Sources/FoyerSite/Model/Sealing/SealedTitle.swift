/// A title as it was called when a year was sealed: it may leave the library.
struct SealedTitle: Hashable, Sendable, Codable {
    let id: TitleID
    let name: String
    let year: Int?
    let slug: String?
    /// Such as `24/24273cee77f9d9f`.
    let poster: String?
    /// By month, 1 to 12: its plays whose date lies there and is not believed. Kept by title, since a hidden title's are not counted.
    let marked: [Int: Int]
    let stamped: [Int: Int]

    private enum CodingKeys: String, CodingKey {
        case id, name, year, slug, poster
        case marked = "bulk"
        case stamped = "airStamped"
    }

    init(_ title: Title, in year: Int) {
        id = title.id
        name = title.name
        self.year = title.year
        slug = title.slug
        poster = title.poster?.path
        var (marked, stamped): ([Int: Int], [Int: Int]) = ([:], [:])
        for play in title.plays {
            switch play.time {
            case .marked(let day) where day.year == year: marked[day.month.month, default: 0] += 1
            case .stamped(let day) where day.year == year: stamped[day.month.month, default: 0] += 1
            default: break
            }
        }
        (self.marked, self.stamped) = (marked, stamped)
    }

    var isMisdated: Bool { !marked.isEmpty || !stamped.isEmpty }

    /// The title without anything of the owner's.
    func title(isFilm: Bool) -> Title {
        var title = TitleRecord(id: id, name: name)
        title.isFilm = title.isFilm || isFilm
        title.year = year
        title.slug = slug
        title.poster = poster.flatMap { ImagePath($0) }
        return Title(title)
    }
}
