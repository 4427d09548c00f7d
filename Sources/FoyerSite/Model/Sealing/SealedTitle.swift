/// A title as it was called when a year was sealed: it may leave the library.
struct SealedTitle: Hashable, Sendable, Codable {
    let id: TitleID
    let name: String
    let year: Int?
    let slug: String?
    /// Such as `24/24273cee77f9d9f`.
    let poster: String?
    /// By month, 1 to 12: its plays whose date lies there and is not believed. Kept by title, since a hidden title's are not counted.
    let bulk: [Int: Int]
    let airStamped: [Int: Int]

    init(_ title: Title, in year: Int) {
        id = title.id
        name = title.name
        self.year = title.year
        slug = title.slug
        poster = title.poster?.path
        var (bulk, airStamped): ([Int: Int], [Int: Int]) = ([:], [:])
        for play in title.plays {
            switch play.time {
            case .bulk(let day) where day.year == year: bulk[day.month.month, default: 0] += 1
            case .airStamped(let day) where day.year == year: airStamped[day.month.month, default: 0] += 1
            default: break
            }
        }
        (self.bulk, self.airStamped) = (bulk, airStamped)
    }

    var isMisdated: Bool { !bulk.isEmpty || !airStamped.isEmpty }

    /// The title without anything of the owner's.
    var title: Title {
        var title = TitleRecord(id: id, name: name)
        title.year = year
        title.slug = slug
        title.poster = poster.flatMap { ImagePath($0) }
        return Title(title)
    }
}
