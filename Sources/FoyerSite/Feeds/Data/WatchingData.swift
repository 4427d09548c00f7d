/// What is being watched, the last watched first.
struct WatchingData: SiteSubject {
    let site: Site
    private let titles: [Title]

    /// The most that is told.
    static let most = 200

    static let file = DataFile<WatchingData>(
        slug: "watching", title: "Watching",
        description: "The shows and anime that I am watching, the last watched first; at most \(most).",
        inputs: [.library],
        fields: [
            .whole("total", "How many there are.") { $0.titles.count },
            .titles("items", "Each of them.", with: Row.fields) { data in
                data.titles.newestFirst { $0.lastPlay?.time.start }.prefix(most).map { Row(title: $0, site: data.site) }
            },
        ])

    init(site: Site) {
        self.site = site
        titles = site.library.titles.filter { $0.status == .watching }
    }

    struct Row: TitleSubject {
        let title: Title
        let site: Site

        static let fields: [DataField<Row>] =
            [
                .optionalWhole("watched_episodes", "How many episodes I watched.") { $0.title.progress?.watched },
                .optionalWhole("aired_episodes", "How many have aired.") { $0.title.progress?.aired },
                .optionalWhole("total_episodes", "How many there are to be.") { $0.title.progress?.total },
                .optionalWhole("percent", "The share of the aired episodes that I watched, 0 to 100.") {
                    $0.title.progress?.percent
                },
                .optional("next_episode", "The episode to watch next, as in S04E03.") { $0.title.next?.episode.label },
                .optional(
                    "next_episode_name",
                    "What it is called; null where nobody knows, or I do not want to know before I watch it."
                ) { $0.title.next?.name },
                .optionalWhole("rating", "My rating, 1 to 10.") { $0.title.rating?.value },
                .optional("last_watched", "The day of the last play that has a believable date.", .date) { row in
                    row.title.lastPlay?.time.day(row.site.library.days)?.iso
                },
            ]
    }
}
