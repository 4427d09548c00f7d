import ArgumentParser
import FoyerSite
import Simkl

/// `foyer search`: titles of the library by what they are called and what is known of them; with `--simkl` of the catalogue too.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find titles: in your library, and with --simkl in the catalogue.",
        discussion: """
            As forgiving as the search of the site: words in any order, of names in any language, of genre, network, year, kind, list and \
            notes, without case, accents and signs, joined or apart, Japanese names by their sound. Only where nothing is found so, words of \
            four letters and more may have one letter wrong; where that finds nothing either, the three nearest are named, and the end is 65. \
            Without --simkl it asks nobody.

            Exit codes: 0 done, 64 usage, 65 nothing found or bad data; with --simkl also 69 Simkl not reachable, 75 try again later, \
            77 sign-in needed.

            \(Surroundings.Help.reads("with --simkl " + Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @Argument(help: "A name, a part of one, what is known of it, an id or an address.")
    var text: [String]
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?
    @Flag(help: "Ask Simkl's catalogue, too.")
    var simkl = false
    @OptionGroup var options: LibraryOptions

    func validate() throws { if TitleQuery(words) == nil { throw ValidationError("A name is missing.") } }

    private var words: String { text.joined(separator: " ") }

    func run() async throws {
        try await Failure.telling {
            let own = OwnTitles(try options.read(isNeeded: !simkl), kind: kind)
            let (found, isClose) = own.find(words)
            var rows = found
            if simkl {
                let finder = TitleFinder(own.library.account, client: try Session.required().client, kind: kind?.bucket)
                let known = Set(found.map(\.address))
                rows += try await finder.catalogue(like: words).filter { !known.contains($0.address) }.map(FoundRow.init)
            }
            if options.json { Console.print(json: rows) }
            if rows.isEmpty { throw nothing(nearest: own.nearest(words)) }
            if options.json { return }
            if isClose, rows.count == found.count {
                Console.note("note: nothing is called “\(words)”\(place); close to it:")
            }
            Console.print(lines: rows.prefix(Self.most).map(\.line))
            if rows.count > Self.most {
                Console.note("note: \(rows.count - Self.most) more; --json has all, and more words find fewer.")
            }
        }
    }

    /// As many as one looks through.
    private static let most = 50

    private var place: String { simkl ? "" : " in the library" }

    private func nothing(nearest: [Title]) -> Failure {
        Failure(
            code: .data, message: "nothing is called “\(words)”\(place).\(nearest.isEmpty ? "" : " Nearest to it:")",
            details: nearest.map { "  \($0.nameAndYear): \($0.simklAddress)" })
    }
}

/// The library as it is looked through.
private struct OwnTitles {
    let library: OwnLibrary
    private let kind: KindOption?
    private let entries: [TitleID: Wire.Item]
    private let search: TitleSearch

    init(_ library: OwnLibrary, kind: KindOption?) {
        let entries = library.entries
        (self.library, self.kind, self.entries) = (library, kind, entries)
        search = TitleSearch(
            library.library.titles.filter { kind == nil || $0.id.kind == kind?.mediaKind }, words: \.searchWords,
            note: { entries[$0.id]?.memo?.text })
    }

    /// What an id or an address names first, then what a text finds.
    ///
    /// - Returns: also whether it is only close to what was looked for.
    func find(_ text: String) -> (rows: [FoundRow], isClose: Bool) {
        let named = namesOne(text) ? TitleFinder(library.account, client: nil, kind: kind?.bucket).own(like: text) : []
        let titles = named.compactMap(library.title)
        let known = Set(titles.map(\.id))
        let rows = titles.map { FoundRow($0, entries[$0.id]) }
        guard isText(text) else { return (rows, false) }
        let answer = search.find(text)
        let isClose = answer.isClose && rows.isEmpty
        let found = answer.isClose && !rows.isEmpty ? [] : answer.found.filter { !known.contains($0.title.id) }
        return (rows + found.map { FoundRow($0.title, entries[$0.title.id], by: $0, isClose: isClose) }, isClose)
    }

    func nearest(_ text: String) -> [Title] { isText(text) ? search.nearest(text) : [] }

    /// Whether it may be an id or an address.
    private func namesOne(_ text: String) -> Bool { if case .name = TitleQuery(text) { false } else { true } }

    /// Whether it may be a name.
    private func isText(_ text: String) -> Bool {
        switch TitleQuery(text) {
        case .name, .number: true
        default: false
        }
    }
}
