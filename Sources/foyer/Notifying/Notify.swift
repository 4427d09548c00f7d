import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// `foyer notify`: word of what is new, to a telephone, a chat, a mail.
struct Notify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell what is new: today's episodes and films, new dates, seasons, ends and returns, the month that is over.",
        discussion: """
            To every place that the environment names, else to standard output, for a mail. Each place is told everything once; the first \
            run for a place tells nothing. What the configuration's edition does not show is not told, and under notify: it says which \
            kinds of news are, and when it is quiet. docs/notify.md has a line for cron, and one for each service.

            \(LibraryOptions.discussion)

            Places: FOYER_NOTIFY_NTFY, the address of a topic (with FOYER_NOTIFY_NTFY_TOKEN where it needs one); FOYER_NOTIFY_DISCORD, \
            the address of a webhook; FOYER_NOTIFY_TELEGRAM, the token of a bot, and FOYER_NOTIFY_TELEGRAM_CHAT, whom it writes to \
            (with FOYER_NOTIFY_TELEGRAM_URL for a server of one's own); FOYER_NOTIFY_WEBHOOK, any address that takes JSON (with \
            FOYER_NOTIFY_WEBHOOK_TOKEN where it needs one).

            Exit codes: 0 done, 64 usage, 65 bad data or configuration, or a place refuses, 69 a place cannot be reached, \
            73 cannot write, 75 try again later.

            \(Surroundings.Help.reads("the names above", Surroundings.Help.proxy))
            """)

    @Flag(name: .customLong("dry-run"), help: "Show what would be told: send nothing, and remember nothing.")
    var isDryRun = false
    @Option(help: "The folder with the account's files.")
    var data = ".foyer"
    @Option(help: "What was told. Default: the folder state in the mirror.")
    var state: String?
    @Option(
        help: "The folder with the templates, for their words. Default: Templates here, else those that came with the program.")
    var templates: String?
    @Option(help: "The configuration. Default: foyer.yaml here, if there is one.")
    var config: String?
    @Option(name: .customLong("base-url"), help: "The public address of the site, to link to.")
    var baseURL: String?
    @Option(help: "Tell as if it were this instant, as in 2026-11-01T00:00:00Z.")
    var now: String?
    @Flag(help: "Report as JSON.")
    var json = false
    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func validate() throws { try SiteOptions.check(baseURL: baseURL, now: now) }

    func run() async throws {
        try await Failure.telling {
            let targets = try NoticeTargets(Session.environment).all
            let outcomes = try await outcomes(of: targets)
            NotifyReport(outcomes: outcomes, isDryRun: isDryRun).say(asJSON: json, isQuiet: quiet)
            let failures = outcomes.compactMap(\.failure)
            if let first = failures.first {
                throw Failure(
                    code: first.code, message: first.message, details: failures.dropFirst().map { "foyer: \($0.message)" })
            }
        }
    }

    /// No place waits for another.
    private func outcomes(of targets: [NoticeTarget]) async throws -> [TargetOutcome] {
        let configuration = try SiteOptions.configuration(config, baseURL: baseURL)
        let moment = SiteOptions.moment(now)
        var memory = try memory(configuration.audience.edition)
        let own = OwnLibrary(try AccountFolder(path: data).read(), configuration, edition: nil, now: moment)
        let folder = try Installation.templates(asked: templates)
        let writer = try NoticeWriter(
            own.library, configuration, &memory, templates: folder, ownTemplates: Installation.templates(besides: folder),
            now: moment)
        let known = try targets.map { try memory.told(to: $0.record) }
        for note in memory.notes { Console.note("note: \(note)") }
        let isQuiet = configuration.notify.quiet?.contains(moment, in: own.library.days) ?? false
        let sender = MessageSender(version: Foyer.version)
        let kept = memory
        return await withTaskGroup(of: (Int, TargetOutcome).self) { group in
            for (position, target) in targets.enumerated() {
                let delivery = TargetDelivery(
                    target: target, writer: writer, memory: kept, settings: configuration.notify, isQuiet: isQuiet,
                    isDryRun: isDryRun, isJSON: json, sender: sender)
                group.addTask { (position, await delivery.run(known[position])) }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Files that were saved by hand are left alone.
    private func memory(_ edition: Edition) throws -> NoticeMemory {
        guard let folder = state ?? (MirrorFolder.isMirror(data) ? "\(data)/state" : nil) else {
            throw Failure(
                code: .usage,
                message:
                    "\(data) is no mirror of Foyer's, so nothing is written there. Name a folder for what was told: --state DIR.")
        }
        do throws(StateError) {
            return try NoticeMemory(StateFolder(folder), edition, isKept: !isDryRun)
        } catch {
            guard case .busy(let path) = error else { throw error }
            throw Failure(code: .tryAgain, message: "\(path): another foyer notify is at work. Try again when it is done.")
        }
    }
}
