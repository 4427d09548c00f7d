import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// Which site is meant: what it is made from, and where it goes.
struct SiteOptions: ParsableArguments {
    @Flag(help: "Build from the sample account that ships with the program.")
    var sample = false
    @Option(help: "The folder with the account's files, or one file that was exported.")
    var data = ".foyer"
    @Option(help: "What builds remember of earlier ones. Default: the folder state in the mirror; without a mirror nothing.")
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

    func validate() throws { try Self.check(baseURL: baseURL, now: now) }

    static func check(baseURL: String?, now: String?) throws {
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError("'\(baseURL)' is no base URL: \(BaseURL.expectation(insteadOf: baseURL)) is expected.")
        }
        if let now, instant(now) == nil {
            throw ValidationError("'\(now)' is no instant: one such as 2026-11-01T00:00:00Z is expected.")
        }
    }

    /// The configuration's file, where there is one.
    var configurationFile: String? { Configuration.file(config) }

    func configuration() throws(ConfigurationError) -> Configuration {
        try Self.configuration(config, baseURL: baseURL)
    }

    static func configuration(_ file: String?, baseURL: String?) throws(ConfigurationError) -> Configuration {
        var configuration = try Configuration.here(file)
        if let baseURL { configuration.baseURL = BaseURL(baseURL) }
        try configuration.check(file: Configuration.file(file) ?? "foyer.yaml")
        return configuration
    }

    /// What is read and has to be there, as it was named.
    var requiredPaths: [String] { (sample ? [] : [data]) + [templates, config].compactMap(\.self) }

    /// Files that were saved by hand are left alone, and the sample has no yesterday.
    var memory: StateFolder? {
        (state ?? (!sample && MirrorFolder.isMirror(data) ? "\(data)/state" : nil)).map(StateFolder.init)
    }

    /// The way to the site, as things are now. Nothing is read yet but the configuration.
    func builder() throws -> SiteBuilder {
        var configuration = try configuration()
        // It is there to show what there is.
        if sample { configuration.premieres = configuration.premieres ?? true }
        let templates = try Installation.templates(asked: templates)
        let account = sample ? try Installation.sample() : data
        let output = try OutputFolder(
            output, inputs: [account, templates, state ?? "\(data)/state"] + Session.stores.map(\.path),
            home: FileManager.default.homeDirectoryForCurrentUser.path)
        var builder = SiteBuilder(configuration: configuration, templates: templates, output: output, now: moment)
        builder.ownTemplates = Installation.templates(besides: templates)
        builder.program = Installation.program
        builder.account = account
        builder.secrets = Session.secrets
        builder.isSample = sample
        builder.state = memory
        return builder
    }

    /// Builds, where something has changed.
    ///
    /// - Parameter outage: what is told where the account's files cannot be read.
    func build(_ builder: SiteBuilder, insteadOfUnreadable outage: Failure? = nil) async throws -> BuildReport {
        let folder = AccountFolder(path: builder.account ?? data)
        if let unchanged = try folder.whileNoSync(builder.reportOfUnchanged) { return unchanged }
        builder.stopwatch?.lap("look for changes")
        return try await builder.build(key: builder.inputKey()) {
            let allNames = builder.configuration.tellsAllEpisodeNames
            let account: Account
            do { account = try folder.read(allEpisodeNames: allNames) } catch { throw outage ?? Failure(error) }
            return [sample ? SampleAccount.shifted(account, to: builder.now) : account]
        }
    }

    /// What was found and done, in a line.
    func words(for report: BuildReport, took duration: Duration) -> String {
        let took = duration.formatted(.units(allowed: [.seconds, .milliseconds], width: .narrow))
        // The sample's data is of the day on which it was made, and never gets older.
        let age = sample ? nil : report.age
        return "\(report.found) → \(report.done(in: output)) (\(took))\(age.map { "; \($0)" } ?? "")"
    }

    /// Where the site can be seen: its own address where it has one, whose links need a server; else the file to open.
    func address(of builder: SiteBuilder) -> String {
        builder.configuration.baseURL.map { "\($0.text) once it is there (\(serveCommand) shows it here)" }
            ?? URL(filePath: "\(output)/index.html").standardizedFileURL.absoluteString
    }

    /// What shows this very site on this machine.
    private var serveCommand: String {
        var words = ["foyer serve"]
        if sample { words.append("--sample") }
        for (option, value, usual) in [
            ("--data", data, ".foyer"), ("--output", output, "Output"), ("--state", state ?? "", ""),
            ("--templates", templates ?? "", ""), ("--config", config ?? "", ""), ("--base-url", baseURL ?? "", ""),
        ] where value != usual {
            words.append("\(option) \(value.contains(" ") ? "'\(value)'" : value)")
        }
        return words.joined(separator: " ")
    }

    private var moment: Moment { Self.moment(now) }

    /// As asked, else the machine's.
    static func moment(_ now: String?) -> Moment {
        now.flatMap(instant) ?? Moment(secondsSince1970: Int64(Date().timeIntervalSince1970))
    }

    private static func instant(_ text: String) -> Moment? {
        guard let date = WireDate(text), case .instant(let seconds, _) = date else { return nil }
        return Moment(secondsSince1970: seconds)
    }
}
