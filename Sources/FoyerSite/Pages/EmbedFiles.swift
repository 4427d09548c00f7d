/// The drawings of the site that its owner can put into pages elsewhere.
enum EmbedFiles {
    enum Kind: String, CaseIterable, Sendable {
        case year, now, last

        var path: String { "embed/\(rawValue).svg" }

        /// What stands in its place where it does not come.
        var words: String {
            switch self {
            case .year: phrase("embed.year")
            case .now: phrase("home.watchingNow")
            case .last: phrase("feed.watched")
            }
        }
    }

    /// That of a year only where one has a review.
    static func kinds(of site: Site) -> [Kind] {
        site.reviewedPeriods.years.isEmpty ? [.now, .last] : Kind.allCases
    }

    static func all(of site: Site) -> [PlannedFile] {
        kinds(of: site).compactMap { kind in
            switch kind {
            case .year:
                let listed = site.reviewedPeriods
                guard let year = listed.years.last.map(Period.year) else { return nil }
                return PlannedFile(
                    path: kind.path, inputs: ReviewPages.inputs(of: year, listed, site),
                    text: { EmbedCard(year, of: site, listed).svg })
            case .now: return PlannedFile(path: kind.path, inputs: [.library], text: { EmbedCard(watchingNowOn: site).svg })
            case .last: return PlannedFile(path: kind.path, inputs: [.library], text: { EmbedCard(lastWatchedOn: site).svg })
            }
        }
    }
}

extension EmbedCard {
    fileprivate init(_ period: Period, of site: Site, _ listed: ListedPeriods) {
        let context = ReviewContext(of: period, site, listed)
        let heading =
            context.asOf.map { phrase("card.reviewAsOf", ["period": period.name, "day": $0]) }
            ?? phrase("review.title", ["period": period.name])
        self.init(
            heading: heading, site: site.name,
            content: .numbers(Array(context.figures.prefix(4)), bars: context.months.map { Double($0.totals.minutes) }))
    }

    fileprivate init(watchingNowOn site: Site) {
        let watching = site.library.titles.filter { $0.status == .watching }.newestFirst { $0.lastPlay?.time.start }
        let lines = watching.prefix(3).map { title in
            let next = title.next.map { phrase("label.nextEpisode", ["episode": $0.episode.label]) }
            return Line(name: title.name, note: next ?? title.progress?.summary ?? "", share: title.progress?.percent)
        }
        self.init(
            heading: EmbedFiles.Kind.now.words, site: site.name, content: .lines(lines, none: phrase("embed.nothingNow")))
    }

    fileprivate init(lastWatchedOn site: Site) {
        let played = site.library.titles.compactMap { title in title.lastPlay.map { (title, $0) } }
        let lines = played.newestFirst { $0.1.time.start }.prefix(3).map { title, play in
            let day = play.time.day(site.library.days)?.shortWords
            return Line(name: title.name, note: [play.episode?.label, day].compactMap { $0 }.joined(separator: " · "))
        }
        self.init(
            heading: EmbedFiles.Kind.last.words, site: site.name, content: .lines(lines, none: phrase("embed.nothingYet")))
    }
}
