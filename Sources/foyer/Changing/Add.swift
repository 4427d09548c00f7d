import ArgumentParser
import Simkl

/// `foyer add`, or `foyer move`: puts titles on a list.
struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put titles on a list, or move them there.",
        discussion: """
            Simkl has three lists for films: plan, completed and dropped. Of a show that is still on the air it takes “completed” for \
            “watching”; what it made of it is told.

            \(ChangeOptions.discussion)
            """,
        aliases: ["move"])

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String]
    @Option(help: "The list.")
    var to: ListOption
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try TitleNames.queries(titles) }

    func run() async throws {
        try await Failure.telling {
            try await AccountChange(options: options).run(titles) { title, _ in try Self.change(of: title, to: to) }
        }
    }

    private static func change(of title: FoundTitle, to list: ListOption) throws -> PlannedChange {
        let status = title.item?.status
        if status == list.simkl { return PlannedChange(title: title, words: "is on “\(list.simkl)” already") }
        if title.bucket == .movies, list == .watching || list == .hold {
            throw Failure(
                code: .usage,
                message:
                    "\(title.label) is a film, and Simkl has no list “\(list.rawValue)” for films: it would count as watched. "
                    + "Its lists are plan, completed and dropped.")
        }
        var reference = title.reference
        reference.to = list.simkl
        let runs = list == .completed && (title.item?.notAiredEpisodesCount ?? 0) > 0
        let words =
            (status.map { "move from “\($0)” to “\(list.simkl)”" } ?? "add to “\(list.simkl)”")
            + (runs ? "; it still runs, so Simkl will put it on “watching”" : "")
        return PlannedChange(title: title, words: words, steps: [.list(reference)], list: list.simkl)
    }
}

/// Simkl's lists, by short names.
enum ListOption: String, CaseIterable, ExpressibleByArgument {
    case plan, watching, hold, completed, dropped

    init?(argument: String) {
        let word = argument.lowercased()
        guard let list = Self(rawValue: word) ?? Self.allCases.first(where: { $0.simkl == word }) else { return nil }
        self = list
    }

    /// Simkl's word.
    var simkl: String { self == .plan ? "plantowatch" : rawValue }
}
