/// The numbers of the library, without nesting, so that a sensor can take each by its name.
struct StatisticsData: SiteSubject {
    let site: Site
    private let ratings: RatingAverages

    init(site: Site) {
        self.site = site
        ratings = RatingAverages(site.library.titles.compactMap(\.rating?.value))
    }

    static let file = DataFile<StatisticsData>(
        slug: "stats", title: "Statistics", description: "The numbers of my library: titles, plays, minutes and ratings.",
        inputs: [.library, .today, .dataDay],
        fields: MediaKind.allCases.flatMap(totals) + library)

    private static let library: [DataField<StatisticsData>] = [
        .optionalWhole("minutes", "Minutes watched in all, rewatches included; null where no length is known.") {
            $0.site.library.statistics.total.knownMinutes
        },
        .whole("plays", "Episodes and films watched in all, rewatches included.") { $0.site.library.statistics.total.plays },
        .optionalWhole("minutes_last_7_days", "Minutes watched on the last seven days that the data tells of; null likewise.") {
            $0.minutes(days: 7)
        },
        .optionalWhole("minutes_last_30_days", "Minutes watched on the last thirty days that the data tells of; null likewise.") {
            $0.minutes(days: 30)
        },
        .whole("watching", "Titles that I am watching.") { $0.titles(.watching) },
        .whole("plan", "Titles that I plan to watch.") { $0.titles(.planToWatch) },
        .whole("on_hold", "Titles on hold.") { $0.titles(.onHold) },
        .whole("completed", "Titles that I completed.") { $0.titles(.completed) },
        .whole("dropped", "Titles that I dropped.") { $0.titles(.dropped) },
        .whole("ratings", "Titles that I rated.") { $0.ratings.count },
        .optionalDecimal("rating_mean", "The mean of my ratings.") { $0.ratings.mean },
        .optionalDecimal("rating_median", "The median of my ratings.") { $0.ratings.median },
    ]

    private static func totals(_ kind: MediaKind) -> [DataField<StatisticsData>] {
        [
            .whole("\(kind.path)_titles", "\(kind.schemaName) in the library.") { $0.totals(kind).titles },
            .whole("\(kind.path)_plays", "\(kind.schemaName): what was watched, rewatches included.") { $0.totals(kind).plays },
            .optionalWhole(
                "\(kind.path)_minutes", "\(kind.schemaName): minutes watched, rewatches included; null where no length is known."
            ) {
                $0.totals(kind).knownMinutes
            },
        ]
    }

    private func totals(_ kind: MediaKind) -> Statistics.Totals { site.library.statistics.kinds[kind] ?? Statistics.Totals() }

    private func minutes(days: Int) -> Int? {
        let plays = site.library.plays.plays(on: site.dataEnd.adding(days: 1 - days)...site.dataEnd)
        return plays.lazy.map(\.totals).sum.knownMinutes
    }

    private func titles(_ status: Status) -> Int { site.library.titles.count { $0.status == status } }
}

extension MediaKind {
    /// Titles of the kind, in English as all of a schema is.
    fileprivate var schemaName: String {
        switch self {
        case .tv: "TV shows"
        case .anime: "Anime"
        case .movie: "Films"
        }
    }
}
