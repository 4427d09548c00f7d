import ArgumentParser
import FoyerSite
import Simkl

/// `foyer show`: all that is known of a title.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell all that is known of a title of the library.",
        discussion: """
            \(TitleNames.help)

            \(LibraryOptions.discussionAndEnvironment)
            """)

    @Argument(help: "A title.")
    var title: [String]
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?
    @Flag(help: "Every play, not the last ten alone.")
    var plays = false
    @OptionGroup var options: LibraryOptions

    func validate() throws { _ = try TitleNames.queries([title.joined(separator: " ")]) }

    func run() async throws {
        try await Failure.telling {
            let own = try options.read()
            for query in try TitleNames.queries([title.joined(separator: " ")]) {
                let finder = TitleFinder(own.account, client: nil, kind: kind?.bucket)
                let found = try await TitleChoice.asking { try await finder.find(query) }
                guard let title = own.title(found) else { throw FindError.notFound(query, near: []) }
                let sheet = TitleSheet(title, in: own, note: found.item?.memo, isWhole: plays)
                if options.json { Console.print(json: sheet) } else { Console.print(lines: sheet.lines) }
            }
        }
    }
}
