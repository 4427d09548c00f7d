import ArgumentParser
import FoyerSite
import Simkl

/// `foyer search`: titles of the library by a part of their names; with `--simkl` of the catalogue too.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find titles by name: in your library, and with --simkl in the catalogue.",
        discussion: """
            Forgiving: without case, accents and signs, a slip or two, in any language that the mirror has names in. Ends with 65 where \
            nothing is found. Without --simkl it asks nobody.
            """)

    @Argument(help: "A name, a part of one, an id or an address.")
    var text: [String]
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?
    @Flag(help: "Ask Simkl's catalogue, too.")
    var simkl = false
    @Option(help: "The folder with the account's files.")
    var data = ".foyer"
    @Flag(help: "Report as JSON.")
    var json = false

    func validate() throws { if TitleQuery(words) == nil { throw ValidationError("A name is missing.") } }

    private var words: String { text.joined(separator: " ") }

    func run() async throws {
        try await Failure.telling {
            let account = try AccountFolder(path: data).read()
            var found = TitleFinder(account, client: nil, kind: kind?.bucket).own(like: words)
            if simkl {
                let finder = TitleFinder(account, client: try Session.required().client, kind: kind?.bucket)
                let known = Set(found.map(\.address))
                found += try await finder.catalogue(like: words).filter { !known.contains($0.address) }
            }
            if json { return Console.print(json: found.map(Row.init)) }
            if found.isEmpty {
                throw Failure(code: .data, message: "nothing is called “\(words)”\(simkl ? "" : " in the library").")
            }
            Console.print(lines: found.prefix(50).map { "\($0.label), \($0.bucket.word): \($0.standing) · \($0.address)" })
        }
    }

    private struct Row: Encodable {
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        let address: String
        let status: String?
        let rating: Int?

        init(_ found: FoundTitle) {
            title = found.media.title ?? ""
            year = found.media.year
            kind = found.bucket.word
            simkl = found.simkl
            address = found.address
            status = found.item?.status
            rating = found.item?.userRating
        }
    }
}

extension FoundTitle {
    /// Where it stands in the library.
    fileprivate var standing: String { item?.standing ?? "not in your library" }
}
