import ArgumentParser
import Simkl

/// `foyer remove`: takes titles out of the library.
struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take titles out of the library, with their history and ratings.",
        discussion: """
            Asks for the title's name. What is lost is kept in the mirror's folder (state/removed) for a year, and foyer restore puts it \
            back.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String]
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try TitleNames.queries(titles) }

    func run() async throws {
        try await Failure.telling {
            try await AccountChange(options: options).run(titles) { Self.change(of: $0, $1) }
        }
    }

    private static func change(of title: FoundTitle, _ state: AccountState) -> PlannedChange {
        guard let item = title.item else { return PlannedChange(title: title, words: "is on no list") }
        let rewatches = state.account.items.filter {
            $0.isRewatch && $0.bucket == title.bucket && $0.media.ids.simkl == title.simkl
        }
        return PlannedChange(
            title: title, words: "remove from “\(item.status ?? "the library")”, and with it \(item.belongings(rewatches))",
            steps: [.unwatch(title.reference)], hint: "foyer restore \(title.simkl) puts \(title.label) back.", isLoss: true)
    }
}

extension Wire.Item {
    /// What goes with a title: `12 plays, the rating 9, the note “…”`.
    func belongings(_ rewatches: [Wire.Item]) -> String {
        var parts: [String] = []
        let plays = ([self] + rewatches).reduce(0) { $0 + $1.plays }
        parts.append(plays == 1 ? "1 play" : plays == 0 ? "no play" : "\(plays) plays")
        if let userRating { parts.append("the rating \(userRating)") }
        if let text = memo?.text, !text.isEmpty { parts.append("the note “\(text)”") }
        return parts.joined(separator: ", ")
    }

    private var plays: Int {
        guard bucket == .movies else { return (seasons ?? []).reduce(0) { $0 + $1.episodes.count } }
        return isRewatch || status == "completed" ? 1 : 0
    }
}
