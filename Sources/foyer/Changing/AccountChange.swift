import ArgumentParser
import Foundation
import Simkl

/// The one way in which commands change the account: find the titles, say what would be sent, ask, send, tell what Simkl made of it,
/// bring the mirror up to date, and build where that is wanted.
struct AccountChange {
    let options: ChangeOptions

    /// A title by whatever name, and what is to be done with it.
    struct Wish {
        let query: TitleQuery
        let plan: (FoundTitle, AccountState) async throws -> PlannedChange
    }

    /// Does the same with each of several titles.
    func run(_ titles: [String], _ plan: @escaping (FoundTitle, AccountState) async throws -> PlannedChange) async throws {
        try await run(TitleNames.queries(titles).map { Wish(query: $0, plan: plan) })
    }

    func run(_ wishes: [Wish]) async throws {
        let session = try writingSession()
        var state = try AccountState(folder: options.data, client: session.client)
        let finder = TitleFinder(state.account, client: session.client, kind: options.kind?.bucket)
        try await run(wishes, &state, session) { query in try await finder.find(query) }
    }

    /// - Throws: ``Failure`` where it is known before any request that nothing could be sent or kept.
    func writingSession() throws -> Session {
        let session = try Session.required()
        guard session.grant.canWrite || options.dryRun else {
            throw Failure(
                code: .signInNeeded, message: "the token may only read. Sign in to change the account: foyer login --write.")
        }
        if !options.dryRun { try MirrorFolder.check(options.data) }
        return session
    }

    /// - Parameter find: where the titles are looked for.
    func run(
        _ wishes: [Wish], _ state: inout AccountState, _ session: Session, find: (TitleQuery) async throws -> FoundTitle
    ) async throws {
        var titles = try await found(wishes, state, find)
        var changes: [PlannedChange]
        var isCurrent = false
        do {
            changes = try await planned(wishes, titles, state)
        } catch {
            // By what the mirror says it cannot be; but the mirror may be behind.
            guard !options.dryRun, options.yes || Console.isTerminal else { throw error }
            (titles, changes) = try await current(wishes, titles, &state, session)
            isCurrent = true
        }
        if options.dryRun { return report(ChangeReport(changes, isDryRun: true)) }
        if !options.yes, !Console.isTerminal, changes.contains(where: { !$0.isDone }) {
            say(changes)
            throw Failure(code: .usage, message: "nobody can be asked here. Add --yes to send, or --dry-run to see.")
        }
        if !isCurrent, changes.contains(where: { $0.reliesOnMirror || $0.isDone }) {
            (titles, changes) = try await current(wishes, titles, &state, session)
        }
        say(changes)
        let open = changes.filter { !$0.isDone }
        if open.isEmpty { return try await finish(changes, nil, nil, session) }
        guard try isConfirmed(open) else {
            Console.note("Nothing was sent.")
            return report(ChangeReport(changes))
        }
        let (outcome, failure) = try await exchange(wishes, titles, &changes, &state, session)
        try await finish(changes, outcome, failure, session)
    }

    /// Sends what is still to be done once nobody else is at the mirror.
    private func exchange(
        _ wishes: [Wish], _ titles: [FoundTitle], _ changes: inout [PlannedChange], _ state: inout AccountState,
        _ session: Session
    ) async throws -> (outcome: ChangeOutcome?, failure: Failure?) {
        let folder = try await opened(wishes, titles, &changes, &state, session)
        let open = changes.filter { !$0.isDone }
        return open.isEmpty ? (nil, nil) : try await exchange(open, folder, session)
    }

    /// The mirror, open, so that nobody else is at it until what is sent is in it. Where another run has been at it since the changes
    /// were planned, they are planned anew: what that has sent is not sent again.
    ///
    /// - Throws: ``Failure`` with code 75 where they are not those that somebody has agreed to any more.
    private func opened(
        _ wishes: [Wish], _ titles: [FoundTitle], _ changes: inout [PlannedChange], _ state: inout AccountState,
        _ session: Session
    ) async throws -> MirrorFolder {
        for _ in 1...10 {
            let folder = try session.open(options.data)
            if folder.index.files == state.files { return folder }
            // Others may have it while it is read.
            withExtendedLifetime(consume folder) {}
            let anew = try await replanned(wishes, titles, &state, session, now: state.now).changes
            if anew.map(\.line) != changes.map(\.line) {
                guard options.yes else {
                    throw Failure(
                        code: .tryAgain,
                        message: "\(options.data): another run has been at this mirror. Nothing was sent; say it again.")
                }
                say(anew)
            }
            changes = anew
        }
        throw MirrorError.busy(path: options.data)
    }

    /// The changes by an up-to-date mirror: what it says counts only then.
    private func current(
        _ wishes: [Wish], _ titles: [FoundTitle], _ state: inout AccountState, _ session: Session
    ) async throws -> (titles: [FoundTitle], changes: [PlannedChange]) {
        var quick = MirrorSync.Options()
        quick.catalogueBudget = 0
        let report = try await session.sync(session.open(options.data), options: quick, isQuiet: options.json)
        Console.tell(report, in: options.data, isQuiet: options.json)
        if !report.isCurrent, let failure = report.failure { throw failure }
        return try await replanned(wishes, titles, &state, session)
    }

    /// The changes by the mirror as it is now.
    private func replanned(
        _ wishes: [Wish], _ titles: [FoundTitle], _ state: inout AccountState, _ session: Session, now: Int64? = nil
    ) async throws -> (titles: [FoundTitle], changes: [PlannedChange]) {
        state = try AccountState(folder: options.data, client: session.client, now: now)
        let titles = titles.map(state.updated)
        return (titles, try await planned(wishes, titles, state))
    }

    /// Asks for what may be wanted besides, builds, and tells all of it, also what was done before something failed.
    ///
    /// - Parameter outcome: nil where there was nothing to be sent: an earlier run may have sent it, and not have built.
    private func finish(
        _ changes: [PlannedChange], _ outcome: ChangeOutcome?, _ failure: Failure?, _ session: Session
    ) async throws {
        let open = changes.filter { !$0.isDone }
        var failure = failure
        let isOffered = failure == nil && outcome != nil && !options.json && !options.yes && Console.isTerminal
        if isOffered {
            let accepted = try accepted(open.flatMap(\.offers))
            if !accepted.isEmpty { failure = try await exchange(accepted, session.open(options.data), session).failure }
        }
        var told = ChangeReport(changes, outcome: outcome)
        if failure == nil, options.build {
            do { told.site = try await build() } catch { failure = Failure(error) }
        }
        report(told)
        if let failure { throw failure }
        if options.json || outcome == nil { return }
        for change in open where !isOffered || change.offers.isEmpty {
            if let hint = change.hint { Console.note("note: \(hint)") }
        }
        if !options.build, open.contains(where: \.isOnSite) {
            Console.note("note: foyer build puts it on the site; --build does so at once.")
        }
    }

    /// What is wanted of what a change suggests.
    private func accepted(_ offers: [PlannedChange.Offer]) throws -> [PlannedChange] {
        try offers.filter { offer in
            Console.note("note: \(offer.reason)")
            return try Console.confirm(offer.question)
        }.map(\.change)
    }

    /// Sends, and brings the mirror up to date.
    ///
    /// - Returns: what Simkl made of it, and why that is not all that was asked for.
    private func exchange(
        _ open: [PlannedChange], _ folder: MirrorFolder, _ session: Session
    ) async throws -> (outcome: ChangeOutcome, failure: Failure?) {
        // Whoever has thought it over for long has as much time for it as others.
        session.client.setDeadline(in: SimklClient.patience)
        try folder.keepCopies(
            of: open.filter(\.isLoss).map { ($0.title.bucket, $0.title.simkl) }, now: Int64(Date().timeIntervalSince1970))
        var outcome = ChangeOutcome()
        var trouble: (any Error)?
        do {
            for write in AccountWrite.all(of: open) { outcome.add(try await write.send(with: session.client), of: write) }
        } catch {
            trouble = error
        }
        if !options.json { Console.print(lines: outcome.lines(open)) }
        if let trouble, outcome.isEmpty { throw trouble }
        // The details of what is new; all others have the night.
        var quick = MirrorSync.Options()
        (quick.catalogueBudget, quick.wantsCatalogueNow) = (20, true)
        let report: SyncReport
        do {
            report = try await session.sync(folder, options: quick, isQuiet: options.json)
        } catch {
            return (outcome, Failure(trouble ?? error))
        }
        let missing = open.filter { outcome.isMissing($0.title) }
        let removed = open.count { change in change.isLoss && !outcome.isMissing(change.title) }
        Console.tell(report, in: options.data, isQuiet: options.json, removed: removed)
        if let trouble { return (outcome, Failure(trouble)) }
        if missing.isEmpty { return (outcome, report.failure) }
        let names = missing.map(\.title.label).joined(separator: ", ")
        return (outcome, Failure(code: .data, message: "Simkl did not find: \(names)."))
    }

    /// - Returns: the folder of the site.
    private func build() async throws -> String {
        let quiet = options.json ? ["--quiet"] : []
        let build = try Build.parse(["--offline", "--data", options.data] + quiet)
        try await build.run()
        return build.site.output
    }

    // MARK: - Before

    /// - Throws: ``Failure`` with code 64 where two names are one title's, before anything is sent.
    private func found(
        _ wishes: [Wish], _ state: AccountState, _ find: (TitleQuery) async throws -> FoundTitle
    ) async throws -> [FoundTitle] {
        var titles: [FoundTitle] = []
        for wish in wishes {
            let title = state.updated(try await TitleChoice.asking(!options.yes) { try await find(wish.query) })
            if titles.contains(where: { $0.bucket == title.bucket && $0.simkl == title.simkl }) {
                throw Failure(code: .usage, message: "\(title.label) is named twice. Nothing was sent.")
            }
            titles.append(title)
        }
        return titles
    }

    private func planned(_ wishes: [Wish], _ titles: [FoundTitle], _ state: AccountState) async throws -> [PlannedChange] {
        var changes: [PlannedChange] = []
        for (wish, title) in zip(wishes, titles) { changes.append(try await wish.plan(title, state)) }
        return changes
    }

    private func isConfirmed(_ changes: [PlannedChange]) throws -> Bool {
        if options.yes { return true }
        for change in changes where change.isLoss {
            Console.ask("Type its name to remove \(change.title.label): ")
            let name = change.title.media.title ?? "\(change.title.simkl)"
            guard readLine()?.trimmingCharacters(in: .whitespaces).lowercased() == name.lowercased() else { return false }
        }
        return try changes.allSatisfy(\.isLoss) || Console.confirm("Send to Simkl?")
    }

    // MARK: - Telling

    /// What is to be done: where the result is JSON, beside it.
    private func say(_ changes: [PlannedChange]) {
        for change in changes { if options.json { Console.note(change.line) } else { Console.print(change.line) } }
    }

    private func report(_ report: ChangeReport) {
        if options.json {
            Console.print(json: report)
        } else if report.isDryRun {
            Console.print(lines: report.changes.map(\.line))
        }
    }
}
