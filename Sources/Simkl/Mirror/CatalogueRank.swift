/// How much the details of a title are wanted; the smallest first.
///
/// Of those that are missing: what is being watched, what was watched within a year, what is rated best, and the rest by its list.
struct CatalogueRank: Comparable {
    private let order: [Int]

    init(_ row: LibraryRow, isMissing: Bool, now: Int64) {
        let lists = ["watching", "plantowatch", "hold", "completed", "dropped"]
        let list = row.status.flatMap { lists.firstIndex(of: $0) } ?? lists.count
        let isRecent = row.lastWatchedAt.map { now - $0 < 366 * 86_400 && $0 <= now } ?? false
        order = [isMissing ? 0 : 1, list == 0 ? 0 : 1, isRecent ? 0 : 1, -(row.rating ?? 0), list]
    }

    static func < (left: CatalogueRank, right: CatalogueRank) -> Bool { left.order.lexicographicallyPrecedes(right.order) }
}
