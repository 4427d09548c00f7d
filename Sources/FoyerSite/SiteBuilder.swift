import GFM
public import Simkl
import SystemPackage

/// The whole way from an account to a published site.
public struct SiteBuilder: Sendable {
    public var configuration: Configuration
    /// The folder with `layout.html`, `pages/`, `partials/` and `assets/`.
    public var templates: String
    /// The templates that came with the program, unless the owner's are these: what those say nothing of, they have the words for.
    public var ownTemplates: String?
    public var output: OutputFolder
    /// What earlier builds left to remember; nil to remember nothing.
    public var state: StateFolder?
    /// Years whose review is sealed anew, from what the account says now.
    public var resealedYears: Set<Int> = []
    /// What "today" means.
    public var now: Moment
    /// The folder that the account is read from, where a build that finds nothing changed may rely on that.
    public var account: String?
    /// The program's own file: a newer Foyer renders every page anew.
    public var program: String?
    /// Whether every file is read, instead of relying on when it was last changed.
    public var isVerifying = false
    /// What must not be in any file of the site: tokens and keys of the run.
    public var secrets: Set<Secret> = []
    /// Whether trouble that could be survived ends the build.
    public var isStrict = false
    /// Whether Simkl was away when it should have been asked for newer data: then the pages say how old theirs is.
    public var isOutdated = false
    /// Whether everything is made anew, whatever has changed: what then differs has an input that it does not declare.
    public var isForced = false
    /// Whether the account is the one that comes with Foyer.
    public var isSample = false
    /// Whether a site may lose most of its titles at once.
    public var allowsShrinking = false
    /// A number drawn for this build: where builds remember, the ids of feeds are made from that of the first one.
    public var chance = UInt64.random(in: .min ... .max)

    /// What the stages are timed by, for whoever wants to know.
    public var stopwatch: Stopwatch?

    public init(configuration: Configuration, templates: String, output: OutputFolder, now: Moment) {
        self.configuration = configuration
        self.templates = templates
        self.output = output
        self.now = now
    }

    /// Reads, merges, plans, renders and publishes.
    ///
    /// - Parameters:
    ///   - key: what the accounts' files were told apart by before they are read.
    ///   - accounts: reads them: meanwhile, all that is not made of them is made ready.
    /// - Throws: ``SiteError``, and what reading the accounts throws.
    public func build(key: UInt64? = nil, _ accounts: () throws -> [Account]) async throws -> BuildReport {
        let lock = try lockState()
        defer { withExtendedLifetime(lock) {} }
        let (known, theme) = try await known(from: accounts, key)
        return try await Words.$current.withValue(theme.words) { await made(of: known, theme) }.get()
    }

    /// Everything before anything is said. What it takes besides goes with it: of a large account that is most of the memory.
    private func known(from read: () throws -> [Account], _ key: UInt64?) async throws -> (Known, Theme) {
        async let loaded = loadTheme()
        async let memory = recall()
        let last = receipt()
        let program = programFile(known: last)
        let (word, whole, merging) = try merged(read)
        stopwatch?.lap("merge")
        async let everything = state.map { _ in whole.everything }
        let library = whole.library(for: configuration.audience)
        let recalled = try await memory.get()
        stopwatch?.lap("cut for the edition")
        try checkSize(of: library, recalled.memory.titles)
        let today = SiteClock(now: now, days: library.days).today
        let (sealed, sealing) = try sealedYears(word, whole, await everything, today: today, kept: recalled.years)
        let theme = try await loaded.get()
        // What was set aside once is not told of twice.
        let isSettled = recalled.diagnostics.isEmpty && sealing.isEmpty && word.doubt == nil
        let known = Known(
            library: library, favourites: Favourites(configuration.favourites, in: library, of: whole.titles),
            identity: identity(of: whole, hadNews: recalled.memory.news != nil), nextBelief: whole.nextBelief,
            former: recalled.memory, sealed: sealed, diagnostics: merging + recalled.diagnostics + sealing, last: last,
            program: program, key: isSettled ? key : nil)
        return (known, theme)
    }

    /// Nothing of the accounts stays.
    private func merged(_ read: () throws -> [Account]) throws -> (AccountWord, WholeLibrary, [Diagnostic]) {
        var options = configuration.mergeOptions
        options.now = now
        let accounts = try read()
        stopwatch?.lap("read")
        let word = AccountWord(accounts)
        let (whole, diagnostics) = LibraryMerger(options: options).library(from: consume accounts)
        return (word, whole, diagnostics)
    }

    /// What is known before anything is said, and so needs no language.
    private struct Known {
        let library: Library
        let favourites: Favourites
        /// Of the feeds of a site that remembers none.
        let identity: FeedIdentity
        let nextBelief: Moment?
        let former: SiteMemory
        let sealed: SealedYears
        let diagnostics: [Diagnostic]
        /// How the last build left the site.
        let last: Receipt?
        let program: ProgramFile?
        let key: UInt64?
    }

    private func made(of known: Known, _ theme: Theme) async -> Result<BuildReport, SiteError> {
        do throws(SiteError) {
            return .success(try await build(known, theme))
        } catch {
            return .failure(error)
        }
    }

    /// Everything that says something.
    private func build(_ known: Known, _ theme: Theme) async throws(SiteError) -> BuildReport {
        let (library, former, sealed) = (known.library, known.former, known.sealed)
        async let opened = publisher(known.program, isVerifying ? nil : known.last)
        async let reviews = SealedReviews(sealed.years.values, of: library, for: configuration.audience)
        let feedMemory = former.feeds ?? FeedMemory(known.identity)
        let titles = (former.titles ?? TitleMemory()).after(library)
        let news = (former.news ?? News()).after(library, now: now, extent: News.Extent(feedMemory))
        let site = await Site(
            library: library, configuration: configuration, now: now, isOutdated: isOutdated, news: news,
            remembersNews: state != nil, formerPages: titles.formerPages(of: library), sealedYears: reviews,
            favourites: known.favourites.titles, cardFaces: theme.cardFaces)
        stopwatch?.lap("compare")
        async let calendars = CalendarFeeds(site, settings: configuration.calendars, remembered: former.calendars)
        async let entries = EntryFeeds(site, remembered: feedMemory)
        async let fingerprints = LibraryFingerprints(site)
        let feeds = await calendars.feeds + entries.feeds + DataFiles.all(of: site)
        stopwatch?.lap("feeds")
        let next = await SiteMemory(calendars: calendars.memory, news: site.news, feeds: entries.memory, titles: titles)
        async let drafts = state?.drafts(of: next, configuration.audience.edition)
        let plan = await SitePlan(site, fingerprints, feeds: feeds, templates: theme.templates)
        stopwatch?.lap("plan")
        var diagnostics = known.diagnostics + sealed.notes + notes(of: site) + missingParts(of: library)
        diagnostics += plan.collisions + theme.notes + known.favourites.notes
        let serious = diagnostics.filter { $0.severity == .warning }
        if isStrict, !serious.isEmpty { throw .strict(serious) }
        let publisher = try await opened.get()
        stopwatch?.lap("look at the last site")
        let files = try await JobRunner(staging: publisher.staging).run(plan.jobs)
        stopwatch?.lap("make")
        try remember(await drafts, sealed)
        stopwatch?.lap("remember")
        let summary = try publish(files, publisher)
        stopwatch?.lap("publish")
        diagnostics += notes(of: site, summary)
        let report = BuildReport(
            site: site, left: former.titles?.names(missingIn: titles) ?? [], pages: plan.pages, summary: summary,
            diagnostics: diagnostics)
        let change = site.clock.nextChange(of: library.airings)
        let end = [change, report.nextDay(of: site), known.nextBelief].compactMap { $0 }.reduce(change, min)
        try keepReceipt(report, key: known.key, until: end, known.program, summary)
        stopwatch?.lap("receipt")
        return report
    }

    private func notes(of site: Site, _ summary: SitePublisher.Summary) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        if site.baseURL == nil {
            notes.append(
                Diagnostic(
                    .note,
                    "no sitemap, Atom and JSON feeds were written, since they need absolute addresses: set base_url or --base-url"
                ))
        }
        notes += HostLimits.notes(
            files: summary.written + summary.unchanged, bytes: summary.bytes, hasMarkdown: site.hasMarkdown)
        notes += summary.undeclared.map {
            Diagnostic(.warning, "made of the same inputs as the last time, and yet different: a fault in Foyer", at: $0)
        }
        let words = "no longer part of the site, but changed by hand, so it stays: delete it yourself"
        return notes + summary.kept.map { Diagnostic(.warning, words, at: $0) }
    }

    /// Keeps other builds from what this one remembers, and from a state that another site lives by.
    func lockState() throws(SiteError) -> StateLock? {
        do throws(StateError) {
            return try state?.lock(for: output.path, configuration.audience.edition)
        } catch {
            throw .state(error)
        }
    }

    /// What makes the ids of the feeds of a site that remembers none.
    ///
    /// Why not always the account's number: there are few enough of them to try each until an id comes out, and it leads to a profile
    /// that may show more than the site.
    private func identity(of whole: WholeLibrary, hadNews: Bool) -> FeedIdentity {
        let known = whole.account.map { "account \($0)" } ?? "name \(whole.owner.name ?? "")"
        return FeedIdentity(
            owner: state == nil ? known : "number \(chance)", formerName: hadNews ? whole.owner.name ?? "" : nil)
    }

    /// Refuses to replace a site by much less of one.
    private func checkSize(of library: Library, _ former: TitleMemory?) throws(SiteError) {
        let before = former?.titles.count ?? output.titleCount
        if before >= 20, library.titles.count * 2 < before, !allowsShrinking {
            throw .shrunk(from: before, to: library.titles.count)
        }
    }

    /// Beside all that is said of the new site: a large one's manifest takes time to read.
    @concurrent private func publisher(_ program: ProgramFile?, _ last: Receipt?) async -> Result<SitePublisher, SiteError> {
        Result { () throws(PublishError) in
            try SitePublisher(
                output, program: program?.hash ?? 0, secrets: SecretSearch(secrets.map(\.revealed)), isForced: isForced,
                isSample: isSample, receipt: last)
        }.mapError(SiteError.publishing)
    }

    /// Before the site is published: when that fails, the next build begins where this one stopped.
    private func remember(_ drafts: Result<[StateFolder.Draft], StateError>?, _ sealed: SealedYears) throws(SiteError) {
        do throws(StateError) {
            for draft in try drafts?.get() ?? [] { try state?.write(draft) }
        } catch {
            throw .state(error)
        }
        try keep(sealed)
    }

    private func publish(_ files: [StagedFile], _ publisher: SitePublisher) throws(SiteError) -> SitePublisher.Summary {
        do throws(PublishError) {
            return try publisher.publish(files)
        } catch {
            throw .publishing(error)
        }
    }

    /// What earlier builds left.
    private struct Recalled: Sendable {
        var memory = SiteMemory()
        /// Those that were sealed, by their files.
        var years: [String: SealedYear] = [:]
        var diagnostics: [Diagnostic] = []
    }

    /// Beside merging, which takes as long.
    @concurrent private func recall() async -> Result<Recalled, SiteError> {
        Result { () throws(SiteError) in
            var recalled = Recalled()
            guard let state else { return recalled }
            do throws(StateError) {
                recalled.memory = try state.recall(configuration.edition ?? .public, &recalled.diagnostics)
                recalled.years = try YearArchive(state: state).read(&recalled.diagnostics)
            } catch {
                throw .state(error)
            }
            return recalled
        }
    }
}

extension Site {
    fileprivate convenience init(
        library: Library, configuration: Configuration, now: Moment, isOutdated: Bool, news: News, remembersNews: Bool,
        formerPages: [FormerPage], sealedYears: SealedReviews, favourites: [Title], cardFaces: CardFaces?
    ) {
        self.init(
            library: library, name: configuration.nameOfSite(of: library.owner), baseURL: configuration.baseURL, now: now,
            isOutdated: isOutdated, news: news, remembersNews: remembersNews,
            formerPages: formerPages, sealedYears: sealedYears, unreviewed: configuration.unreviewedTitles,
            favourites: favourites, goals: configuration.goals, hasMarkdown: configuration.hasMarkdown,
            discovers: configuration.discovers, exports: configuration.exports, robots: configuration.robots ?? .all,
            openWeb: configuration.openWeb, cardFaces: cardFaces)
    }
}
