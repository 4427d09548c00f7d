import Disk

/// What a title's page says that other titles decide, too, or the day: no more than is said, so that the page stays as it is from one
/// night to the next.
struct TitleParts: Sendable {
    let outlook: Outlook?
    /// Which film of its year each play was; empty for shows.
    let filmNumbers: [Int?]
    /// Titles of the library that belong to it, or are recommended by its viewers.
    let related: [Related]

    struct Related: Sendable {
        /// In ``Library/titles``.
        let position: Int
        let relation: RelatedTitle.Relation?
    }

    private let relatedFingerprint: UInt64

    init(_ position: Int, of site: Site) {
        let title = site.library.titles[position]
        outlook = Outlook(title, pace: site.pace, today: site.today, days: site.library.days)
        filmNumbers = title.isFilm ? title.plays.indices.map { site.filmNumbers[position, $0] } : []
        let related = site.library.related(to: title).compactMap { title, relation in
            site.library.position(of: title.id).map { Related(position: $0, relation: relation) }
        }
        self.related = related
        relatedFingerprint = LibraryFingerprints.fingerprint {
            $0.feed(related) { fingerprint, related in
                let title = site.library.titles[related.position]
                fingerprint.feed([title.name, site.path(of: title).folder])
                fingerprint.feed(title.poster?.path)
                fingerprint.feed(title.status?.rawValue)
                fingerprint.feed(title.rating?.value)
                fingerprint.feed(related.relation?.rawValue)
            }
        }
    }

    var inputs: [Input] {
        var inputs: [Input] = []
        if let outlook { inputs.append(.value(outlook.fingerprint)) }
        if filmNumbers.contains(where: { $0 != nil }) { inputs.append(.value("films \(filmNumbers.map { $0 ?? 0 })")) }
        if !related.isEmpty { inputs.append(.values(relatedFingerprint)) }
        return inputs
    }
}
