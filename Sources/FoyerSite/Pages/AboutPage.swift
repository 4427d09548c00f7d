/// How the numbers are made, how old the data is, where everything comes from.
enum AboutPage: PageKind {
    static let template = "about"
    static let hasChapters = true
    static let path = SitePath("about/")
    static let navigation: [NavigationEntry: SitePath] = [.about: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(
            title: phrase("navigation.about"), description: phrase("about.description"), section: path)
        return [page(path, head: head, inputs: [.library, .dataDay]) { AboutContext(site: site, links: $0) }]
    }

    typealias Context = AboutContext
}

/// What `pages/about.md` is rendered with.
struct AboutContext: TemplateContext {
    let site: Site
    let links: Links

    private var ledger: Statistics.Ledger { site.library.statistics.ledger }

    static let summary = "What a reader should know about the numbers."
    static let fields = Fields<Self>(
        .text("rollover", "The hour at which a day ends, as in `04:00`.") { $0.site.library.days.rolloverClock },
        .text("edition", "The edition: `public`, `friends` or `private`.") { $0.edition },
        .list("ledger", "How many plays have which kind of date.") { $0.dates },
        .text(
            "estimated",
            "The share of the time that is estimated from the show's ordinary length; nothing where no time is known."
        ) {
            $0.estimated
        },
        .text("unknownLength", "How many plays count as no time, in a sentence; nothing where none does.") {
            $0.site.library.statistics.total.gap
        },
        .list("account", "Simkl's own numbers beside ours.") { $0.account })

    private var edition: String {
        switch site.library.edition {
        case .public: phrase("about.editionPublic")
        case .friends: phrase("about.editionFriends")
        case .private: phrase("about.editionPrivate")
        }
    }

    private var dates: [LedgerContext] {
        IndexedPlay.Evidence.allCases.filter { ledger[$0] > 0 }.map {
            LedgerContext(
                name: $0.words, totals: Statistics.Totals(plays: ledger[$0]), share: percent(ledger[$0], of: ledger.plays))
        }
    }

    private var estimated: String? {
        let minutes = site.library.statistics.total.minutes
        return minutes > 0 ? percent(ledger.estimatedMinutes, of: minutes) : nil
    }

    private var account: [ComparisonContext] {
        guard let account = site.library.accountStatistics else { return [] }
        return MediaKind.allCases.compactMap { kind in
            guard let minutes = account.minutes[kind], let ours = site.library.statistics.kinds[kind] else { return nil }
            return ComparisonContext(
                name: kind.plural, ours: ours.timeInWords, simkl: duration(minutes: minutes))
        }
    }
}

/// A row of the honesty ledger.
struct LedgerContext: TemplateContext {
    let name: String
    let totals: Statistics.Totals
    let share: String

    static let summary = "How many plays have one kind of date."
    static let fields = Fields<Self>(
        .text("name", "The kind of date.") { $0.name },
        .count("count", "How many plays.") { $0.totals.plays },
        .text("hours", "How long they took, in hours to one decimal; `–` where nobody knows.") {
            $0.totals.hours
        },
        .text("share", "Their share of all plays.") { $0.share })
}

/// A number of ours beside Simkl's.
struct ComparisonContext: TemplateContext {
    let name: String
    let ours: String
    let simkl: String

    static let summary = "A number of ours beside Simkl's."
    static let fields = Fields<Self>(
        .text("name", "What is counted.") { $0.name },
        .text("ours", "Counted from the plays.") { $0.ours },
        .text("simkl", "As Simkl tells it.") { $0.simkl })
}
