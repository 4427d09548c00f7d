import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// `foyer build`: an account's files to a finished site.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site from an account's files.",
        discussion: """
            Reads the folder named by --data (all-items.json and what stands beside it), merges it, renders the templates and \
            publishes the site into --output. The old site stays up until the new one is complete.

            Exit codes: 0 done, 64 usage, 65 bad data, template or configuration, 73 cannot write, 75 try again later.
            """)

    @Flag(help: "Build from the sample account that ships with the program.")
    var sample = false
    @Flag(help: "Do not ask Simkl for anything. Builds never do yet.")
    var offline = false
    @Option(help: "The folder with the account's files.")
    var data = ".foyer"
    @Option(help: "What a build remembers of earlier ones; it works without.")
    var state: String?
    @Option(help: "The folder to publish into.")
    var output = "Output"
    @Option(help: "The folder with the templates. Default: Templates here, else those that came with the program.")
    var templates: String?
    @Option(help: "The configuration. Default: foyer.yaml here, if there is one.")
    var config: String?
    @Option(name: .customLong("base-url"), help: "The public address of the site, for absolute links.")
    var baseURL: String?
    @Option(help: "Build as if it were this instant, as in 2026-11-01T00:00:00Z.")
    var now: String?
    @Flag(help: "End with exit code 65 when anything had to be left out.")
    var strict = false
    @Flag(help: "Render every page anew.")
    var force = false
    @Flag(help: "Report as JSON on standard output.")
    var json = false
    @Flag(help: "Say nothing but errors.")
    var quiet = false
    @Flag(help: "Say everything that had to be left out.")
    var verbose = false

    func validate() throws {
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError("'\(baseURL)' is no base URL: an address such as https://example.org/watch/ is expected.")
        }
        if let now, Self.instant(now) == nil {
            throw ValidationError("'\(now)' is no instant: one such as 2026-11-01T00:00:00Z is expected.")
        }
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot be both.") }
    }

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let now = now.flatMap(Self.instant) ?? Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
        let report: BuildReport
        do {
            let configuration = try siteConfiguration()
            let templates = try Installation.templates(asked: templates)
            let data = sample ? try Installation.sample() : data
            let output = try OutputFolder(
                output, inputs: [data, templates, state ?? "\(self.data)/state"],
                home: FileManager.default.homeDirectoryForCurrentUser.path)
            var account = try AccountFolder(path: data).read()
            if sample { account = SampleAccount.shifted(account, to: now) }
            var builder = SiteBuilder(configuration: configuration, templates: templates, output: output, now: now)
            builder.program = FileSystem.hash(Installation.program) ?? 0
            builder.isStrict = strict
            builder.isForced = force
            report = try await builder.build([account])
        } catch {
            throw Failure(error)
        }
        say(report, took: start.duration(to: clock.now))
    }

    private func siteConfiguration() throws(ConfigurationError) -> Configuration {
        let file = config ?? (FileManager.default.fileExists(atPath: "foyer.yaml") ? "foyer.yaml" : nil)
        var configuration =
            try file.map { path throws(ConfigurationError) in try ConfigurationFile.read(path: path) } ?? Configuration()
        if let baseURL { configuration.baseURL = BaseURL(baseURL) }
        return configuration
    }

    private static func instant(_ text: String) -> Moment? {
        guard let date = WireDate(text), case .instant(let seconds, _) = date else { return nil }
        return Moment(secondsSince1970: seconds)
    }

    private func say(_ report: BuildReport, took duration: Duration) {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            if let text = try? encoder.encode(report) { Console.print(String(decoding: text, as: UTF8.self)) }
            return
        }
        if quiet { return }
        let shown = verbose ? report.diagnostics[...] : report.diagnostics.prefix(10)
        for diagnostic in shown { Console.note("note: \(diagnostic)") }
        if shown.count < report.diagnostics.count {
            Console.note("note: and \(report.diagnostics.count - shown.count) more (--verbose shows them all)")
        }
        let took = duration.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow))
        Console.print("\(report.found) → \(report.done(in: output)) (\(took))")
    }
}

extension Failure {
    /// What an error means to whoever runs the program.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case SiteError.publishing(let error): self.init(error)
        case let error as PublishError:
            if case .busy = error {
                self.init(code: .tryAgain, message: error.description)
            } else {
                self.init(code: .cannotWrite, message: error.description)
            }
        default: self.init(code: .data, message: "\(error)")
        }
    }
}
