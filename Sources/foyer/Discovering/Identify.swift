import ArgumentParser
import Simkl

/// `foyer identify`: which title and episode files are.
struct Identify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell which title and which episode files are, by their names.",
        discussion: """
            Simkl is sent the name with the two folders around it, such as "The Office/Season 4/The Office [401] Fun Run.avi", and nothing \
            of the file itself, which need not exist. Episodes are recognised best. Ends with 65 where a file is not.

            Exit codes: 0 done, 65 not recognised, 69 Simkl not reachable, 75 try again later, 77 sign-in needed.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @Argument(help: ArgumentHelp("Files.", valueName: "file"))
    var files: [String]
    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @Flag(help: "Report as JSON.")
    var json = false

    func validate() throws {
        if files.contains(where: { Self.name($0).isEmpty }) { throw ValidationError("A file's name is missing.") }
    }

    func run() async throws {
        try await Failure.telling {
            let client = try Session.required().client
            let state = try AccountState(folder: data, client: client)
            var (rows, unknown): ([Row], [String]) = ([], [])
            for file in files {
                let found = try await Self.matches(of: file, client)
                rows += found.map { Row($0, file: file, known: state.known($0)) }
                if found.isEmpty { unknown.append(file) }
            }
            if json { Console.print(json: rows) } else { Console.print(lines: rows.map(\.line)) }
            if !unknown.isEmpty {
                throw Failure(code: .data, message: "Simkl does not recognise:", details: unknown.map { "  \($0)" })
            }
        }
    }

    /// More episodes than this are in no file.
    private static let mostParts = 10

    /// Every episode in the file.
    private static func matches(of file: String, _ client: SimklClient) async throws -> [Wire.FileMatch] {
        var matches: [Wire.FileMatch] = []
        var hasMore = true
        while hasMore, matches.count < mostParts {
            let match = try await client.match(file: name(file), part: matches.count + 1)
            // One that comes again is the last.
            guard let match, !matches.contains(where: { $0.media == match.media && $0.episode == match.episode }) else {
                return matches
            }
            matches.append(match)
            hasMore = match.hasMore
        }
        return matches
    }

    /// As much of the path as tells what the file is, and not where its owner keeps it.
    private static func name(_ path: String) -> String { path.split(separator: "/").suffix(3).joined(separator: "/") }

    private struct Row: Encodable {
        let file: String
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        let address: String
        let episode: String?
        let name: String?
        let status: String?

        init(_ match: Wire.FileMatch, file: String, known: FoundTitle) {
            self.file = file
            title = match.media.title ?? "Title \(known.simkl)"
            year = match.media.year
            kind = known.bucket.word
            simkl = known.simkl
            address = known.address
            episode = match.episode?.label(in: known.bucket)
            name = match.episodeTitle
            status = known.item?.status
        }

        var line: String {
            let place = [episode, name.map { "“\($0)”" }].compactMap { $0 }.joined(separator: " ")
            let facts = [place.isEmpty ? nil : place, status ?? "not in your library", address].compactMap { $0 }
            return "\(file): \(named(title, year)), \(kind): \(facts.joined(separator: " · "))"
        }
    }
}

extension AccountState {
    /// The library's own entry of a file's title, whichever kind Simkl takes it for; else the title alone.
    fileprivate func known(_ match: Wire.FileMatch) -> FoundTitle {
        let own = account.items.first { item in
            item.media.ids.simkl == match.media.ids.simkl && !item.isRewatch
                && (item.bucket == .movies) == (match.bucket == .movies)
        }
        return own.map(FoundTitle.init) ?? FoundTitle(match)
    }
}
