import ArgumentParser
import Foundation
import Simkl

/// `foyer rate`: sends ratings to Simkl.
struct Rate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rate titles, 1 to 10.",
        usage: "foyer rate <title> <value> [<title> <value> ...] [--yes] [--dry-run] [--data <data>]",
        discussion: """
            A title is a Simkl id (53536), its address (https://simkl.com/movies/53536), another service's id (imdb:tt0181852, \
            tmdb:movie:296, mal:16498) or a name with its year ("Heat (1995)").

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @Argument(help: ArgumentHelp("Titles, each with its rating.", valueName: "title value"))
    var pairs: [String]
    @OptionGroup var options: RatingOptions

    func validate() throws {
        if pairs.count % 2 != 0 { throw ValidationError("Each title needs its rating: foyer rate \"Heat (1995)\" 9.") }
        for value in values where value == nil { throw ValidationError("A rating is a whole number from 1 to 10.") }
        try RatingOptions.check(titles)
    }

    private var titles: [String] { stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] } }
    private var values: [Int?] {
        stride(from: 1, to: pairs.count, by: 2).map { Int(pairs[$0]).flatMap { (1...10).contains($0) ? $0 : nil } }
    }

    func run() async throws {
        try await Failure.telling { try await options.send(Array(zip(titles, values))) }
    }
}

/// `foyer unrate`: takes ratings back.
struct Unrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove the ratings of titles.",
        discussion: """
            Titles are named as for foyer rate.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String]
    @OptionGroup var options: RatingOptions

    func validate() throws {
        try RatingOptions.check(titles)
    }

    func run() async throws {
        try await Failure.telling { try await options.send(titles.map { ($0, nil) }) }
    }
}

/// What both have in common.
struct RatingOptions: ParsableArguments {
    @Flag(help: "Send without asking.")
    var yes = false
    @Flag(help: "Say what would be sent, and send nothing.")
    var dryRun = false
    @Option(help: "The folder of the mirror.")
    var data = ".foyer"

    static func check(_ titles: [String]) throws {
        var known: Set<TitleQuery> = []
        for title in titles {
            guard let query = TitleQuery(title) else { throw ValidationError("A title is missing.") }
            if !known.insert(query).inserted { throw ValidationError("'\(title)' is there twice.") }
        }
    }

    /// - Parameter wanted: titles with their ratings; nil takes one back.
    func send(_ wanted: [(title: String, rating: Int?)]) async throws {
        let session = try Session.required()
        guard session.grant.canWrite || dryRun else {
            throw Failure(code: .signInNeeded, message: "the token may only read. Sign in to rate: foyer login --write.")
        }
        if !dryRun { try MirrorFolder.check(data) }
        var changes = try await changes(wanted, session)
        if !dryRun, changes.contains(where: \.isDone) {
            // The mirror may be behind: what it says counts only once it is up to date.
            let report = try await session.sync(session.open(data), options: MirrorSync.Options())
            Console.tell(report, in: data)
            if !report.isCurrent, let failure = report.failure { throw failure }
            changes = try changes.map { try $0.updated(from: library()) }
        }
        for change in changes { Console.print(change.words) }
        changes.removeAll(where: \.isDone)
        if dryRun || changes.isEmpty { return }
        let isConfirmed = try yes ? true : Console.confirm("Send to Simkl?")
        guard isConfirmed else {
            Console.print("Nothing was sent.")
            return
        }
        // Whoever has thought it over for long has as much time for it as others.
        session.client.setDeadline(in: SimklClient.patience)
        // Nobody else is at the mirror from before something is sent until it is in the mirror.
        let folder = try session.open(data)
        let missing = try await send(changes, session)
        let report = try await session.sync(folder, options: MirrorSync.Options())
        Console.tell(report, in: data)
        if !missing.isEmpty {
            throw Failure(code: .data, message: "Simkl did not find: \(missing.joined(separator: ", ")).")
        }
        if let failure = report.failure { throw failure }
    }

    private struct Change {
        var found: TitleFinder.Found
        let rating: Int?

        /// Whether there is nothing to send, as far as is known.
        var isDone: Bool { found.isInLibrary && found.rating == rating }

        var words: String {
            let title = "\(found.label), \(found.bucket.word)"
            if isDone { return "\(title): \(rating.map { "is rated \($0) already" } ?? "has no rating")" }
            let old = found.rating.map { " (now \($0))" } ?? ""
            return "\(title): \(rating.map { "rate \($0)" } ?? "remove the rating")\(old)"
        }

        var reference: TitleReference {
            var reference = TitleReference(simkl: found.media.ids.simkl)
            reference.rating = rating
            return reference
        }

        /// The same change of the title as it is now.
        func updated(from library: [Wire.Item]) -> Change {
            let item = library.first {
                $0.bucket == found.bucket && $0.media.ids.simkl == found.media.ids.simkl && !$0.isRewatch
            }
            var change = self
            (change.found.rating, change.found.status) = (item?.userRating, item?.status)
            change.found.isInLibrary = item != nil
            return change
        }
    }

    /// - Throws: ``Failure`` with code 64 where two names are one title's, before anything is sent.
    private func changes(_ wanted: [(title: String, rating: Int?)], _ session: Session) async throws -> [Change] {
        let finder = TitleFinder(library: try library(), client: session.client)
        var changes: [Change] = []
        for (title, rating) in wanted {
            guard let query = TitleQuery(title) else { continue }
            let change = Change(found: try await finder.find(query), rating: rating)
            if changes.contains(where: {
                $0.found.bucket == change.found.bucket && $0.found.media.ids.simkl == change.found.media.ids.simkl
            }) {
                throw Failure(code: .usage, message: "\(change.found.label) is named twice. Nothing was sent.")
            }
            changes.append(change)
        }
        return changes
    }

    /// What the mirror has; nothing where there is none, or none that can be read: then titles are looked up at Simkl's.
    private func library() throws -> [Wire.Item] {
        do {
            return try AccountFolder(path: data).read().items
        } catch AccountError.mirror(let error) {
            throw error
        } catch {
            return []
        }
    }

    /// - Returns: the titles that Simkl did not find.
    private func send(_ changes: [Change], _ session: Session) async throws -> [String] {
        let batch = TitleBatch(
            movies: changes.filter { $0.found.bucket == .movies }.map(\.reference),
            shows: changes.filter { $0.found.bucket != .movies }.map(\.reference))
        let isRating = changes.contains { $0.rating != nil }
        let answer = try await isRating ? session.client.rate(batch) : session.client.unrate(batch)
        let count = answer.value.movies + answer.value.shows
        Console.print("\(isRating ? "Rated" : "Took back the ratings of") \(count == 1 ? "1 title" : "\(count) titles").")
        for status in answer.value.statuses {
            guard let change = changes.first(where: { $0.found.media.ids.simkl == status.simkl }), let list = status.status,
                list != change.found.status
            else { continue }
            Console.print("Simkl put \(change.found.label) on the list “\(list)”.")
        }
        return answer.value.notFound.map { missing in
            changes.first { missing.ids["simkl"] == String($0.found.media.ids.simkl) }?.found.label ?? missing.title ?? "a title"
        }
    }
}

extension Wire.Bucket {
    /// One of its titles, in a word.
    fileprivate var word: String {
        switch self {
        case .shows: "show"
        case .anime: "anime"
        case .movies: "film"
        }
    }
}
