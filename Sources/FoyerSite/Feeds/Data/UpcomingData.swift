/// What comes for the lists, from today on.
struct UpcomingData: SiteSubject {
    let site: Site
    private let rows: [Row]

    /// The most that is told.
    static let most = 200

    static let file = DataFile<UpcomingData>(
        slug: "upcoming", title: "Upcoming",
        description: "What airs and comes out for my lists from today on, in its order; at most \(most).",
        inputs: [.library, .today, .now],
        fields: [
            .optional("next_title", "What comes first of what is not over: its name.") { $0.next?.title.name },
            .optional("next_episode", "Which episode of it, as in S04E03; null for films.") { $0.next?.episode?.label },
            .optional("next_day", "On which day.", .date) { $0.next?.day },
            .titles("items", "Everything that comes.", with: Row.fields) { $0.rows },
        ])

    private var next: Row? { rows.first { site.isToCome($0.airing) } }

    init(site: Site) {
        self.site = site
        rows = site.agenda.days.lazy.filter { $0.day >= site.today }.flatMap(\.airings).prefix(
            Self.most
        ).compactMap { airing in
            site.library.title(airing.title).map { Row(airing: airing, title: $0, site: site) }
        }
    }

    struct Row: TitleSubject {
        let airing: Airing
        let title: Title
        let site: Site

        var episode: EpisodeNumber? { title.episode(of: airing) }
        var day: String { airing.time.day(site.library.days).iso }

        static let fields: [DataField<Row>] =
            [
                .optional("episode", "The episode, as in S04E03; null for films.") { $0.episode?.label },
                .optionalWhole("season", "Its season; null for anime, which counts through, and for films.") {
                    $0.episode?.season
                },
                .optionalWhole("number", "Its number in the season; null for films.") { $0.episode?.number },
                .optional(
                    "episode_name", "What it is called; null where nobody knows, or I do not want to know before I watch it."
                ) { $0.airing.name },
                .optional("day", "The day in time_zone.", .date) { $0.day },
                .optional("time", "The instant in UTC; null where only the day is known.", .instant) { row in
                    if case .moment(let moment) = row.airing.time { moment.rfc3339 } else { nil }
                },
                .optional("mark", "What is special about it, as in season finale; null for an ordinary episode.") {
                    $0.title.mark(of: $0.airing)?.rawValue
                },
                .optionalWhole("runtime_minutes", "How long it is.") { $0.airing.runtimeMinutes ?? $0.title.runtimeMinutes },
            ]
    }
}
