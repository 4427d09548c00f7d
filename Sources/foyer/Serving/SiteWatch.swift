import Foundation
import FoyerSite

/// Builds the site whenever what it is made from has changed.
struct SiteWatch: Sendable {
    let options: SiteOptions
    let live: LiveSite
    let isQuiet: Bool

    /// Builds for the first time. What is wrong with a file is shown, as it would be later.
    ///
    /// - Throws: what no change of a file mends: there would be nothing to wait for.
    func begin() async throws {
        do {
            try await build()
        } catch {
            let failure = Failure(error)
            guard isMendable(error) else { throw failure }
            await publish(failure, base: (try? options.configuration())?.baseURL?.path)
        }
    }

    /// Whether an error goes away when its owner mends a file, or when another run is done.
    private func isMendable(_ error: any Error) -> Bool {
        // It takes foyer build --allow-empty, or another folder.
        if case SiteError.shrunk = error { return false }
        return [.data, .tryAgain].contains(Failure(error).code)
            && options.requiredPaths.allSatisfy(FileManager.default.fileExists(atPath:))
    }

    /// Builds until it is cancelled. Nothing that is wrong with a file ends it.
    func run() async throws {
        var (built, seen) = ("", look())
        // What was changed while the site was built for the first time is found by building once more.
        while true {
            let start = ContinuousClock.now
            let found = look()
            // To look may take a fifth of the time, but nobody waits for two seconds.
            try await Task.sleep(for: min(.seconds(2), max(.milliseconds(200), start.duration(to: .now) * 4)))
            defer { seen = found }
            // Whoever saves a file may write it in several steps: what is the same twice is complete.
            guard found != built, found == seen else { continue }
            do {
                try await build()
            } catch {
                let failure = Failure(error)
                // A sync is at it: there will be another moment.
                if failure.code == .tryAgain { continue }
                await publish(failure)
            }
            built = found
        }
    }

    /// What tells whether something has changed; an hour that goes by is a change as well, and a site that somebody has removed.
    private func look() -> String {
        do {
            let builder = try options.builder()
            let key = builder.watchedKey().map(String.init) ?? "nothing to be read"
            let isThere = FileManager.default.fileExists(atPath: "\(options.output)/index.html")
            return "\(key) \(builder.now.secondsSince1970 / 3600) \(isThere)"
        } catch {
            return "\(error)"
        }
    }

    private func build() async throws {
        let start = ContinuousClock.now
        let builder = try options.builder()
        try builder.output.checkIsWritable()
        try builder.output.finishInterruptedBuild()
        let report = try await options.build(builder)
        let base = builder.configuration.baseURL?.path ?? "/"
        let state = await live.state
        // What comes out as it was is no news for a page.
        guard report.written + report.deleted > 0 || state.fault != nil || state.base != base else { return }
        if !isQuiet { Console.print(options.words(for: report, took: start.duration(to: .now))) }
        await live.change(base: base, fault: nil)
    }

    /// - Parameter base: nil to leave it as it is.
    private func publish(_ failure: Failure, base: String? = nil) async {
        let (fault, known) = (BuildFault(failure), await live.state.fault)
        // What is known is no news.
        guard known != fault else { return }
        if known?.words != fault.words { Console.error(failure.message, failure.details) }
        await live.change(base: base, fault: fault)
    }
}
