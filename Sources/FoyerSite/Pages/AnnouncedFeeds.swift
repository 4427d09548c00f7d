/// The feeds that pages name in their heads, for readers that look there.
struct AnnouncedFeeds: Sendable {
    /// Few, since every page carries them: the first calendar, and the first feeds, each once.
    let everywhere: [Feed]
    /// Each feed in both forms, on the pages where somebody would look.
    let whereLookedFor: [Feed]

    private static let mostEverywhere = 5

    init(_ feeds: [Feed]) {
        let listed = feeds.filter(\.isListed)
        let atom = listed.filter { $0.format == .atom }
        let calendar = listed.filter { $0.format == .calendar }.prefix(1)
        everywhere = Array(atom.prefix(Self.mostEverywhere) + calendar)
        whereLookedFor = atom + listed.filter { $0.format == .jsonFeed } + calendar
    }

    /// - Parameter kind: the name of the page's template.
    func feeds(on kind: String) -> [Feed] {
        kind == HomePage.template || kind == FeedsPage.template ? whereLookedFor : everywhere
    }
}
