import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// `foyer build`: an account's files to a finished site.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site from an account's files.",
        discussion: """
            Brings the mirror in --data up to date when somebody is signed in (foyer login), merges it, renders the templates and \
            publishes the site into --output. A folder of files saved by hand (all-items.json and what stands beside it) is read \
            as it is. The old site stays up until the new one is complete. When Simkl is away, the site is made from what the \
            mirror has, says how old that is, and the exit code is 69 or 75; when nobody is signed in any more, it is 77.

            Exit codes: 0 done, 64 usage, 65 bad data, template or configuration, 69 Simkl not reachable, 73 cannot write, \
            75 try again later, 77 sign-in needed.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
            """)

    @OptionGroup var site: SiteOptions
    @Flag(help: "Do not ask Simkl for anything.")
    var offline = false
    @Option(
        help: ArgumentHelp(
            "A year that is over, whose review is sealed anew with what the account says now. Can be given several times.",
            valueName: "year"))
    var reseal: [Int] = []
    @Flag(help: "End with exit code 65 when anything had to be left out.")
    var strict = false
    @Flag(help: "Make every file anew, and name those that come out otherwise though nothing they are made of has changed.")
    var force = false
    @Flag(help: "Read every file of the site that is there, instead of relying on when it was last changed.")
    var verify = false
    @Flag(help: "Report as JSON on standard output.")
    var json = false
    @OptionGroup(title: "What to ask Simkl for") var sync: SyncOptions
    @Flag(help: "Say nothing but errors.")
    var quiet = false
    @Flag(help: "Say everything that had to be left out, and how long each stage took.")
    var verbose = false

    func validate() throws {
        if let year = reseal.first(where: { !(1...9999).contains($0) }) {
            throw ValidationError("'\(year)' is no year: one such as 2025 is expected.")
        }
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be both.") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let stopwatch = Stopwatch(since: start)
        try await Failure.telling {
            var builder = try site.builder()
            try builder.output.checkIsWritable()
            try builder.output.finishInterruptedBuild()
            let (outage, isOutdated) = try await syncMirror(for: builder.configuration)
            builder.isVerifying = verify
            // After the sync, which may have got a new token, and begun a mirror.
            builder.secrets = Session.secrets
            builder.state = site.memory
            builder.isStrict = strict
            builder.isForced = force
            builder.isOutdated = isOutdated
            builder.resealedYears = Set(reseal)
            builder.allowsShrinking = sync.allowEmpty
            builder.stopwatch = stopwatch
            stopwatch.lap("sync")
            // What a first fetch that broke off has left may be no account yet: then the outage is the reason to tell.
            let report = try await site.build(builder, insteadOfUnreadable: outage)
            say(report, of: builder, took: start.duration(to: .now))
            if verbose { tell(stopwatch.laps) }
            if let outage { throw outage }
        }
    }

    /// Brings the mirror up to date when somebody is signed in. Files that somebody saved by hand are left as they are.
    ///
    /// - Returns: what could not be asked for, where a site can be made all the same; and whether the library is among it.
    private func syncMirror(for configuration: Configuration) async throws -> (outage: Failure?, isOutdated: Bool) {
        let data = site.data
        guard !site.sample, !offline, MirrorFolder.mayBecomeMirror(data) else { return (nil, false) }
        do {
            let session = try Session.required()
            let report = try await session.sync(session.open(data), options: sync.values(for: configuration), isQuiet: quiet)
            if !quiet {
                Console.tell(report, in: data, isQuiet: json)
                Console.tell(session.grant)
            }
            return (report.failure, !report.isCurrent)
        } catch MirrorError.busy(let path) {
            // What is being written cannot be read either.
            throw Failure(MirrorError.busy(path: path))
        } catch {
            let failure = Failure(error)
            let isSignedOut = error is SignedOut
            guard MirrorFolder.isMirror(data) else {
                // Without a mirror there may be files that were saved by hand, which need no sign-in.
                let isAnyThere = FileManager.default.fileExists(atPath: data)
                if isSignedOut, isAnyThere || !Session.isMeant { return (nil, false) }
                throw failure
            }
            guard failure.isOutage || isSignedOut else { throw failure }
            return (failure, true)
        }
    }

    /// What each stage has cost, with its share of the whole.
    private func tell(_ laps: [Stopwatch.Lap]) {
        let whole = laps.reduce(.zero) { $0 + $1.took }
        for lap in laps {
            let share = (lap.took / whole).formatted(.percent.precision(.fractionLength(0)).locale(Locale(identifier: "en")))
            let took = lap.took.formatted(.units(allowed: [.milliseconds], width: .narrow, fractionalPart: .show(length: 1)))
            Console.note("time: \(lap.stage) \(took), \(share)")
        }
    }

    private func say(_ report: BuildReport, of builder: SiteBuilder, took duration: Duration) {
        if json {
            Console.print(json: report)
            return
        }
        if quiet { return }
        let shown = verbose ? report.diagnostics[...] : report.diagnostics.prefix(10)
        for diagnostic in shown { Console.note("note: \(diagnostic)") }
        if shown.count < report.diagnostics.count {
            Console.note("note: and \(report.diagnostics.count - shown.count) more (--verbose shows them all)")
        }
        if let gone = report.goneWords { Console.note("note: \(gone)") }
        Console.print(site.words(for: report, took: duration))
        Console.print("Your site: \(site.address(of: builder))")
    }
}
