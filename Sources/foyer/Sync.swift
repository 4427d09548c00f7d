import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// `foyer sync`: brings the mirror up to date, and nothing else.
struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the mirror of the account up to date.",
        discussion: """
            Asks Simkl for what changed since the last time; when nothing has, that is one request.

            When Simkl says that most of the library is gone, or that something changed without sending it, the mirror keeps what it \
            has, the exit code is 75, and what Simkl says again an hour later or more is believed. What is removed is kept for a year \
            in state/removed. --restore puts back what was removed last (--restore DAY: what was removed that day), asks nobody, and \
            the titles then stay though Simkl does not have them, until --full --allow-empty.

            Exit codes: 0 done, 64 usage, 65 wrong folder or data, 69 Simkl not reachable, 73 cannot write, 75 try again later, \
            77 sign-in needed.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network, "CI, where a lost mirror is told of"))
            """)

    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @OptionGroup var options: SyncOptions
    @Option(
        defaultAsFlag: RemovalDay.last,
        help: "Put back what was removed from the mirror last, or on a day as 2026-11-25, and ask nobody.")
    var restore: RemovalDay?
    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if restore != nil, options.full || options.allowEmpty {
            throw ValidationError("--restore asks Simkl for nothing, so it goes without --full and --allow-empty.")
        }
    }

    func run() async throws {
        try await Failure.telling {
            if let restore { return try putBack(restore) }
            let session = try Session.required()
            let values = try options.values(for: Configuration.here())
            let report = try await session.sync(session.open(data), options: values, isQuiet: quiet)
            if !quiet {
                Console.tell(report, in: data)
                Console.tell(session.grant)
            }
            if let failure = report.failure { throw failure }
        }
    }

    private func putBack(_ day: RemovalDay) throws {
        guard MirrorFolder.isMirror(data) else { throw Failure(code: .data, message: "\(data): there is no mirror here.") }
        let now = Int64(Date().timeIntervalSince1970)
        let done = try MirrorFolder(path: data, now: now).restore(day.name, now: now)
        if quiet { return }
        let present = done.present > 0 ? ", \(done.present) are in the library anyway" : ""
        Console.print("\(data): \(Self.titles(done.restored)) removed on \(done.day) put back\(present)")
        if done.restored > 0 {
            Console.note("note: they stay, though Simkl may not have them; foyer sync --full --allow-empty lets them go again.")
        }
    }

    private static func titles(_ count: Int) -> String { count == 1 ? "1 title" : "\(count) titles" }
}

/// Which removals are meant.
enum RemovalDay: ExpressibleByArgument {
    case last
    case day(String)

    init?(argument: String) {
        guard argument.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else { return nil }
        self = .day(argument)
    }

    /// As the mirror names days; nil for the last one.
    var name: String? { if case .day(let name) = self { name } else { nil } }
}

/// What can be said about a sync.
struct SyncOptions: ParsableArguments {
    @Flag(help: "Fetch the whole library anew.")
    var full = false
    @Flag(
        help: """
            Believe at once that most of the library is gone, be it by what Simkl says or by the folder that a site is made from; and that \
            titles are which were put back.
            """)
    var allowEmpty = false
    @Option(
        help: ArgumentHelp(
            "How many title details and episode lists to fetch at once, however many came today. "
                + "Default: up to \(MirrorSync.Options.catalogueBudgetOfADay) once a day.",
            valueName: "n"))
    var details: Int?

    func validate() throws {
        if let details, !(0...100_000).contains(details) { throw ValidationError("--details takes a number from 0 to 100000.") }
    }

    /// With what a site wants: what titles are to be called on it, and whether it tells what is trending.
    func values(for configuration: Configuration) -> MirrorSync.Options {
        var values = MirrorSync.Options()
        values.isFull = full
        values.allowsEmpty = allowEmpty
        values.catalogueBudget = details ?? values.catalogueBudget
        values.wantsCatalogueNow = details != nil
        values.namesInEnglish = configuration.titleLanguage == .english
        values.discovers = configuration.discovers
        return values
    }
}

extension Session {
    /// Opens a mirror of the account, or begins one: nobody else can be at it until it is let go.
    func open(_ path: String) throws -> MirrorFolder {
        let folder = try MirrorFolder(path: path, now: Int64(Date().timeIntervalSince1970))
        if let known = folder.index.account, let account = grant.account, known != account {
            throw SyncError.otherAccount(folder: path)
        }
        return folder
    }

    /// Brings a mirror up to date.
    func sync(_ folder: MirrorFolder, options: MirrorSync.Options, isQuiet: Bool = false) async throws -> SyncReport {
        let isNew = folder.index.syncedAt == nil
        let report = try await run(folder, options, telling: isQuiet ? nil : SyncLine())
        // Where somebody begins, there is none; where a job keeps one from run to run, it has been lost.
        if isNew, !isQuiet, Surroundings.isInCI {
            Console.note(
                "note: there was no mirror in \(folder.path), so the whole library was fetched. Keep the folder between runs.")
        }
        return report
    }

    private func run(_ folder: MirrorFolder, _ options: MirrorSync.Options, telling line: SyncLine?) async throws -> SyncReport {
        var sync = MirrorSync(client: client, folder: folder, options: options, sinceStart: .current()) { line?.tell($0) }
        async let _: Void? = line?.count()
        return try await sync.run()
    }
}

extension SyncReport {
    /// Why it is to be done again; nil where all is well.
    var failure: Failure? { trouble.map { Failure($0) } ?? doubt.map(Failure.init) }
}

extension Failure {
    fileprivate init(_ doubt: Doubt) {
        let atOnce = doubt.isOfRemovals ? " (at once: foyer sync --allow-empty)" : ""
        self.init(
            code: .tryAgain,
            message:
                "\(doubt). That is not believed yet, and the mirror keeps what it has. Run foyer sync again in an hour or later; "
                + "what Simkl says then once more is believed\(atOnce).")
    }
}

extension Console {
    /// What a sync did, in a line; what it could not do, in one each.
    ///
    /// - Parameters:
    ///   - isQuiet: whether standard output is for something else.
    ///   - removed: how many titles the command itself took away, and tells how to put back.
    static func tell(_ report: SyncReport, in folder: String, isQuiet: Bool = false, removed: Int = 0) {
        for file in report.damaged { note("note: \(folder)/\(file) was damaged; it was set aside and fetched again.") }
        for part in report.leftOut { note("note: left out: \(part)") }
        for answer in report.mended { note("note: \(answer)") }
        if let file = report.removals, report.removed > removed {
            note("note: what was removed is kept for a year in \(folder)/\(file); foyer sync --restore puts it back.")
        }
        if report.restored > 0 {
            let isOne = report.restored == 1
            let titles = isOne ? "1 title that was put back is" : "\(report.restored) titles that were put back are"
            note(
                "note: \(titles) not in Simkl's library; \(isOne ? "it stays" : "they stay") "
                    + "(foyer sync --full --allow-empty lets go).")
        }
        if isQuiet { return }
        let pulled = report.pulled.values.reduce(0, +)
        var words: [String] = []
        if pulled > 0 { words.append("\(pulled) titles fetched") }
        if report.changed > 0 { words.append("\(report.changed) changed") }
        if report.rated > 0 { words.append("\(report.rated) rated") }
        if report.removed > 0 { words.append("\(report.removed) removed") }
        if report.files > 0 { words.append("\(report.files) catalogue files") }
        Console.print("\(folder): \(words.isEmpty ? "nothing new" : words.joined(separator: ", "))")
    }
}
