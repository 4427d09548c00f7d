import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// `foyer init`: from an empty folder to a site of one's own, one step after the other.
///
/// Each step looks first whether it has been done: whoever leaves in between goes on there the next time.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a site of your own in this folder: ask, sign in, fetch, build.",
        discussion: """
            Writes foyer.yaml with what you answer, says what to do at Simkl's and keeps the client id that you get there (in your \
            configuration folder, only for you), signs in, fetches the library and builds the site. Each step can be left (Ctrl-C, or \
            an empty answer) and is taken up again by the next foyer init. What is there is kept.

            Without a terminal nothing is asked: give --yes, and what you want to be otherwise. The client id is then taken from \
            SIMKL_CLIENT_ID.

            Exit codes: as those of foyer login and foyer build; 64 where somebody would have to be asked.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network, "LANG and TZ, to guess"))
            """)

    @Option(help: "The site's name.")
    var title: String?
    @Option(help: "Your time zone, as an IANA name. Default: this machine's.")
    var timeZone: String?
    @Option(help: "Whom the site is for: public, friends or private. Default: public.")
    var edition: String?
    @Option(help: "The language of the pages. Default: this machine's, if there are words in it, else en.")
    var language: String?
    @Option(name: .customLong("base-url"), help: "The public address of the site, if you know it already.")
    var baseURL: String?
    @Flag(help: "Ask for the right to change the account as well: to mark, rate, list and note.")
    var write = false
    @Flag(name: .shortAndLong, help: "Ask nothing: take what is given here, and the defaults.")
    var yes = false
    @OptionGroup(title: "What to ask Simkl for") var sync: SyncOptions

    func run() async throws {
        try await Failure.telling {
            do {
                try configure()
                let site = try SiteOptions.parse([])
                let session = try await signIn()
                try await fetch(session, into: site)
                try await build(site)
                if wantsToSee { try await Serve.parse(["--open"]).run() }
            } catch is Left {
                Console.print("Left here. To go on: foyer init")
            } catch {
                var failure = Failure(error)
                if failure.code != .usage { failure.details.append("To go on when that is mended: foyer init") }
                throw failure
            }
        }
    }

    /// Whoever was asked has gone away, or wants to go on another time.
    private struct Left: Error {}

    private var isAsking: Bool { !yes && Console.isTerminal }

    // MARK: - foyer.yaml

    private func configure() throws {
        if let file = try SiteOptions.parse([]).configurationFile {
            let given = [title, timeZone, edition, language, baseURL].contains { $0 != nil }
            Console.print("\(file) is there and kept" + (given ? "; what was given here is not put into it." : "."))
            return
        }
        if !yes, !Console.isTerminal {
            throw Failure(
                code: .usage, message: "nobody can be asked here. Add --yes, and what you want to be otherwise: --title, …")
        }
        var draft = ConfigurationDraft()
        // What is wrong with it is said before anything is asked.
        draft.baseURL = try answer("", baseURL ?? "", "", \.baseURL)
        draft.title = try answer("Name of the site (empty: made of your name)", title, "", \.title)
        draft.timeZone = try answer("Your time zone", timeZone, Foundation.TimeZone.current.identifier, \.timeZone)
        draft.edition = try answer("Who may see it: public, friends, private", edition, "public", \.edition)
        draft.language = try answer(
            "Language of the pages: \(languages.joined(separator: ", "))", language, guessedLanguage, \.language)
        try NewFiles.write(draft.text, to: "foyer.yaml")
        try NewFiles.write(ConfigurationSchema.text, to: ConfigurationSchema.fileName)
        // The mirror holds what is private, and neither it nor the site is anything to keep the history of.
        let unwanted = [".foyer/", "Output/"]
        try NewFiles.write(unwanted.map { "\($0)\n" }.joined(), to: ".gitignore")
        let ignored = (try? String(contentsOfFile: ".gitignore", encoding: .utf8)) ?? ""
        let missing = unwanted.filter { !ignored.contains($0.dropLast()) }
        if !missing.isEmpty {
            Console.note(
                "note: .gitignore is there and kept; what is private and what is built belong in it: \(missing.joined(separator: " "))"
            )
        }
        Console.print("foyer.yaml is written: edit it whenever you like, \(ConfigurationSchema.fileName) tells editors its keys.")
    }

    /// What was given, else what is answered, until it is something that can be used.
    private func answer(
        _ question: String, _ given: String?, _ usual: String, _ key: WritableKeyPath<ConfigurationDraft, String?>
    ) throws -> String? {
        var draft = ConfigurationDraft()
        guard given == nil, isAsking else {
            draft[keyPath: key] = given ?? usual
            if draft[keyPath: key]?.isEmpty == true { return nil }
            if let fault = fault(in: draft) { throw Failure(code: .usage, message: fault) }
            return draft[keyPath: key]
        }
        while true {
            Console.ask(usual.isEmpty ? "\(question): " : "\(question) [\(usual)]: ")
            guard let line = readLine() else { throw Left() }
            let text = line.trimmingCharacters(in: .whitespaces)
            draft[keyPath: key] = text.isEmpty ? usual : text
            if draft[keyPath: key]?.isEmpty == true { return nil }
            guard let fault = fault(in: draft) else { return draft[keyPath: key] }
            Console.note(fault)
        }
    }

    /// What is wrong with an answer; nil where it can be used.
    private func fault(in draft: ConfigurationDraft) -> String? {
        do { try draft.check() } catch { return error.reason }
        guard let language = draft.language, !languages.contains(String(language.prefix { $0 != "-" })),
            !languages.contains(language)
        else { return nil }
        return
            "there are no words for the language \(language), but for \(languages.joined(separator: ", ")): docs/templates.md says "
            + "how to write them."
    }

    /// Those that there are words in.
    private var languages: [String] {
        let own = (try? Installation.templates(asked: nil)) ?? "Templates"
        let names = [own, Installation.templates(besides: own)].compactMap(\.self).flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/words")) ?? []
        }
        let languages = Set(names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
        return ["en"] + languages.subtracting(["en"]).sorted()
    }

    private var guessedLanguage: String { Surroundings.language.flatMap { languages.contains($0) ? $0 : nil } ?? "en" }

    // MARK: - Simkl

    private func signIn() async throws -> Session {
        if let session = try Session.open() {
            Console.print("Signed in\(session.grant.name.map { " as \($0)" } ?? "").")
            if write, !session.grant.canWrite {
                Console.note("note: this token may only read. To change the account as well: foyer login --write.")
            }
            return session
        }
        let store = GrantStore(environment: Session.environment)
        try store.prepare()
        let clientID = try clientID()
        do {
            _ = try await SigningIn(store: store).run(clientID: clientID, canWrite: write)
        } catch SimklError.clientRefused where isAsking && Session.secret("SIMKL_CLIENT_ID") == nil {
            Console.note("Simkl does not know this client id: compare it with what its page says.")
            ClientID.forget()
            return try await signIn()
        }
        return try Session.required()
    }

    private func clientID() throws -> Secret {
        if let known = ClientID.known { return known }
        guard isAsking else {
            throw Failure(
                code: .usage, message: "there is no client id.", details: ClientID.form + ["  5. Set SIMKL_CLIENT_ID to it."])
        }
        Console.print(lines: ClientID.form)
        guard let clientID = ClientID.ask("Client id (empty: another time): ") else { throw Left() }
        try ClientID.keep(clientID)
        return clientID
    }

    private func fetch(_ session: Session, into site: SiteOptions) async throws {
        let report = try await session.sync(session.open(site.data), options: sync.values(for: site.configuration()))
        Console.tell(report, in: site.data)
        if let failure = report.failure { throw failure }
        let details = try MirrorIndex(reading: site.data).coverage(in: site.data)
        if details.missingFiles > 0 {
            let words = details.words(now: Int64(Date().timeIntervalSince1970))
            Console.print(
                "\(words) What you are watching comes first. All of them now: foyer sync --details \(details.missingFiles)")
        }
    }

    // MARK: - The site

    /// Whether the site is to be shown at once. Whoever says nothing has been told how.
    private var wantsToSee: Bool {
        guard isAsking else { return false }
        Console.ask("Show it in the browser now? [yes]: ")
        return readLine().map { ["", "y", "yes"].contains($0.trimmingCharacters(in: .whitespaces).lowercased()) } ?? false
    }

    private func build(_ site: SiteOptions) async throws {
        let start = ContinuousClock.now
        let builder = try site.builder()
        try builder.output.checkIsWritable()
        try builder.output.finishInterruptedBuild()
        let report = try await site.build(builder)
        if let gone = report.goneWords { Console.note("note: \(gone)") }
        Console.print(site.words(for: report, took: start.duration(to: .now)))
        Console.print("Your site: \(site.address(of: builder))")
        Console.print(
            "Next: foyer serve --open   shows it, and changes with what you edit",
            "      foyer build          every night, by cron or a timer, brings what is new",
            "      foyer check          says whether all is well")
    }
}
