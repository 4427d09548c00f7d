import ArgumentParser
import Foundation
import Simkl

/// `foyer sync`: brings the mirror up to date, and nothing else.
struct Sync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the mirror of the account up to date.",
        discussion: """
            Asks Simkl for what changed since the last time; when nothing has, that is one request.

            Exit codes: 0 done, 64 usage, 65 an answer that cannot be believed, 69 Simkl not reachable, 73 cannot write, \
            75 try again later, 77 sign-in needed.
            """)

    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @OptionGroup var options: SyncOptions
    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func run() async throws {
        try await Failure.telling {
            let report = try await Session.required().sync(data, options: options.values, isQuiet: quiet)
            if !quiet { Console.tell(report, in: data) }
            if let trouble = report.trouble { throw trouble }
        }
    }
}

/// What can be said about a sync.
struct SyncOptions: ParsableArguments {
    @Flag(help: "Fetch the whole library anew.")
    var full = false
    @Flag(help: "Believe Simkl when it says that a whole part of the library is gone.")
    var allowEmpty = false
    @Option(help: ArgumentHelp("How many title details and episode lists to fetch, once a day.", valueName: "n"))
    var details = 50

    func validate() throws {
        if !(0...100_000).contains(details) { throw ValidationError("--details takes a number from 0 to 100000.") }
    }

    var values: MirrorSync.Options {
        var values = MirrorSync.Options()
        values.isFull = full
        values.allowsEmpty = allowEmpty
        values.catalogueBudget = details
        return values
    }
}

extension Session {
    /// Brings a mirror up to date.
    func sync(_ path: String, options: MirrorSync.Options, isQuiet: Bool = false) async throws -> SyncReport {
        let folder = try MirrorFolder(path: path, now: Int64(Date().timeIntervalSince1970))
        if let known = folder.index.account, let account = grant.account, known != account {
            throw SyncError.otherAccount(folder: path)
        }
        let isNew = folder.index.syncedAt == nil
        var sync = MirrorSync(client: client, folder: folder, options: options) {
            if !isQuiet { Console.progress("fetching \($0)") }
        }
        let report = try await sync.run()
        if isNew, !isQuiet {
            Console.note("note: there was no mirror in \(path), so the whole library was fetched. Keep the folder between runs.")
        }
        return report
    }
}

extension Console {
    /// What a sync did, in a line; what it could not do, in one each.
    static func tell(_ report: SyncReport, in folder: String) {
        for file in report.damaged { note("note: \(folder)/\(file) was damaged; it was set aside and fetched again.") }
        for part in report.leftOut { note("note: left out: \(part)") }
        for answer in report.mended { note("note: \(answer)") }
        let pulled = report.pulled.values.reduce(0, +)
        var words: [String] = []
        if pulled > 0 { words.append("\(pulled) titles fetched") }
        if report.changed > 0 { words.append("\(report.changed) changed") }
        if report.rated > 0 { words.append("\(report.rated) rated") }
        if report.removed > 0 { words.append("\(report.removed) removed") }
        if report.files > 0 { words.append("\(report.files) catalogue files") }
        print("\(folder): \(words.isEmpty ? "nothing new" : words.joined(separator: ", "))")
    }
}
