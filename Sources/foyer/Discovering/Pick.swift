import ArgumentParser
import FoyerSite
import Simkl

/// `foyer pick`: one title, by chance.
struct Pick: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pick one title of your plan by chance, and say why; with --simkl any title.",
        discussion: """
            Dice roll among the twelve titles of your plan that promise most, as on the site's page /tonight/, and nobody is asked. \
            With --simkl it is Simkl that rolls, among all that it has and you have not watched; --genre and --rating narrow that.

            \(Surroundings.Help.reads("with --simkl " + Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @OptionGroup var evening: EveningOptions
    @Flag(help: "Any title of Simkl's that you have not watched.")
    var simkl = false
    @Option(help: ArgumentHelp("With --simkl: only of this genre, in Simkl's words: science-fiction.", valueName: "genre"))
    var genre: GenreWord?
    @Option(help: ArgumentHelp("With --simkl: rated so high at least, by IMDb; anime by MAL.", valueName: "n"))
    var rating: Int?
    @OptionGroup var options: LibraryOptions

    func validate() throws {
        if !simkl, genre != nil || rating != nil { throw ValidationError("--genre and --rating are for --simkl.") }
        if simkl, evening.minutes != nil { throw ValidationError("Simkl does not pick by --minutes.") }
        if let rating, !(1...10).contains(rating) { throw ValidationError("--rating takes a number from 1 to 10.") }
    }

    func run() async throws {
        try await Failure.telling { try await simkl ? pickAtSimkl() : pickOfPlan() }
    }

    private func pickOfPlan() async throws {
        let own = try options.read()
        let tonight = Tonight(own.library, today: own.today, kind: evening.kind?.mediaKind)
        func count(_ pick: TonightPick) -> Int { pick.count(within: evening.minutes ?? .max) }
        let best = tonight.picks.filter { $0.title.status == .planToWatch && count($0) > 0 }.prefix(Tonight.rolled)
        guard let pick = best.randomElement() else {
            throw Failure(
                code: .data, message: "nothing on your plan can be watched\(evening.minutes == nil ? " now" : " in that time").")
        }
        let sheet = PickSheet(pick, episodes: evening.minutes == nil ? pick.left : count(pick), tonight.taste)
        if options.json { Console.print(json: sheet) } else { Console.print(sheet.line, "  \(sheet.address)") }
    }

    private func pickAtSimkl() async throws {
        let client = try Session.required().client
        let kind = evening.kind ?? KindOption.allCases.randomElement() ?? .movie
        guard var title = try await client.random(in: kind.bucket, genre: genre?.word, rating: rating) else {
            throw Failure(code: .data, message: "Simkl has nothing of that kind.")
        }
        // Simkl says no more than where it is.
        if let details = try await client.details(of: title.media.ids.simkl, in: title.bucket).value { title.take(details) }
        let row = ListedRow(title, own: nil)
        if options.json { return Console.print(json: row) }
        Console.print(row.line, ListedRow.source)
    }
}

/// A genre, as Simkl writes it in addresses.
struct GenreWord: ExpressibleByArgument {
    let word: String

    init?(argument: String) {
        let word = argument.lowercased().replacing(" ", with: "-")
        guard word.wholeMatch(of: /[a-z][a-z-]{1,40}/) != nil else { return nil }
        self.word = word
    }
}
