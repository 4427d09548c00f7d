import GFM
public import Simkl
import SystemPackage

/// The whole way from an account to a published site.
public struct SiteBuilder: Sendable {
    public var configuration: Configuration
    /// The folder with `layout.html`, `pages/`, `partials/` and `assets/`.
    public var templates: String
    public var output: OutputFolder
    /// What earlier builds left to remember; nil to remember nothing.
    public var state: StateFolder?
    /// Years whose review is sealed anew, from what the account says now.
    public var resealedYears: Set<Int> = []
    /// What "today" means.
    public var now: Moment
    /// A hash of the program's own file, so that a newer Foyer renders every page anew.
    public var program: UInt64 = 0
    /// What must not be in any file of the site: tokens and keys of the run.
    public var secrets: Set<Secret> = []
    /// Whether trouble that could be survived ends the build.
    public var isStrict = false
    /// Whether Simkl was away when it should have been asked for newer data: then the pages say how old theirs is.
    public var isOutdated = false
    /// Whether pages that have not changed are made anew.
    public var isForced = false
    /// Whether the account is the one that comes with Foyer.
    public var isSample = false
    /// Whether a site may lose most of its titles at once.
    public var allowsShrinking = false
    /// A number drawn for this build: where builds remember, the ids of feeds are made from that of the first one.
    public var chance = UInt64.random(in: .min ... .max)

    public init(configuration: Configuration, templates: String, output: OutputFolder, now: Moment) {
        self.configuration = configuration
        self.templates = templates
        self.output = output
        self.now = now
    }

    /// Merges, plans, renders and publishes.
    public func build(_ accounts: [Account]) async throws(SiteError) -> BuildReport {
        let lock = try lockState()
        defer { withExtendedLifetime(lock) {} }
        var (whole, diagnostics) = LibraryMerger(options: configuration.mergeOptions).library(from: accounts)
        let library = whole.library(for: configuration.audience)
        var site = Site(library: library, configuration: configuration, now: now, isOutdated: isOutdated)
        var memory = try recall(&diagnostics)
        let former = memory.titles
        try checkSize(of: library, former)
        let sealed = try sealedYears(of: accounts, whole, today: site.today, &diagnostics)
        site.sealedYears = SealedShelf(sealed.years.values, of: library, for: configuration.audience)
        let feedMemory = memory.feeds ?? FeedMemory(identity(of: whole, hadNews: memory.news != nil))
        site.news = (memory.news ?? News()).after(library, now: now, feeds: feedMemory)
        site.remembersNews = state != nil
        let titles = (former ?? TitleMemory()).after(site)
        site.formerPages = titles.formerPages(of: library)
        let calendars = CalendarFeeds(site, settings: configuration.calendars, remembered: memory.calendars)
        let entries = EntryFeeds(site, remembered: feedMemory)
        site.feeds = calendars.feeds + entries.feeds + DataFiles.all(of: site)
        memory = SiteMemory(calendars: calendars.memory, news: site.news, feeds: entries.memory, titles: titles)
        let templates = try loadTemplates()
        let (pages, collisions) = plan(site)
        let rawHTML = templates.withRawHTML.map {
            Diagnostic(.warning, "raw HTML in it is left out of the pages: only layout.html may hold HTML", at: $0)
        }
        diagnostics += sealed.notes + notes(of: site) + collisions + rawHTML
        let serious = diagnostics.filter { $0.severity == .warning }
        if isStrict, !serious.isEmpty { throw .strict(serious) }
        if configuration.baseURL == nil {
            diagnostics.append(
                Diagnostic(
                    .note,
                    "no sitemap, Atom and JSON feeds were written, since they need absolute addresses: set base_url or --base-url"
                ))
        }
        let summary = try await publish(pages, of: site, templates: templates, memory, sealed)
        diagnostics += HostLimits.notes(
            files: summary.written + summary.unchanged, bytes: summary.bytes, hasMarkdown: site.hasMarkdown)
        for path in summary.kept {
            diagnostics.append(
                Diagnostic(.warning, "no longer part of the site, but changed by hand, so it stays: delete it yourself", at: path)
            )
        }
        return BuildReport(
            site: site, left: former?.names(missingIn: titles) ?? [], pages: pages.count, summary: summary,
            diagnostics: diagnostics)
    }

    /// Keeps other builds from what this one remembers, and from a state that another site lives by.
    private func lockState() throws(SiteError) -> StateLock? {
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

    private func publish(
        _ pages: [Page], of site: Site, templates: TemplateSet, _ memory: SiteMemory, _ sealed: SealedYears
    ) async throws(SiteError) -> SitePublisher.Summary {
        let publisher: SitePublisher
        var files: [StagedFile]
        do throws(PublishError) {
            publisher = try SitePublisher(
                output, program: program, secrets: SecretSearch(secrets.map(\.revealed)), isForced: isForced,
                isSample: isSample)
            files = try await SiteRenderer(site: site, templates: templates, staging: publisher.staging).render(pages)
            files += try extras(pages, of: site, staging: publisher.staging)
        } catch {
            throw .publishing(error)
        }
        files += try assets(templates, besides: files, staging: publisher.staging)
        do throws(StateError) {
            try state?.remember(memory, site.library.edition)
        } catch {
            throw .state(error)
        }
        try keep(sealed)
        do throws(PublishError) {
            return try publisher.publish(files)
        } catch {
            throw .publishing(error)
        }
    }

    /// What the last build of this edition left.
    private func recall(_ diagnostics: inout [Diagnostic]) throws(SiteError) -> SiteMemory {
        do throws(StateError) {
            return try state?.recall(configuration.edition ?? .public, &diagnostics) ?? SiteMemory()
        } catch {
            throw .state(error)
        }
    }

    private func loadTemplates() throws(SiteError) -> TemplateSet {
        do {
            return try TemplateSet(folder: templates, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        } catch {
            throw .template("\(templates)/\(error)")
        }
    }

    /// Every page, each path once: of two pages that want one path, the first has it.
    private func plan(_ site: Site) -> (pages: [Page], collisions: [Diagnostic]) {
        var taken: Set<String> = []
        var pages: [Page] = []
        var collisions: [Diagnostic] = []
        for page in PageKinds.all.flatMap({ $0.pages(of: site) }) {
            if taken.insert(page.path.htmlFile).inserted {
                pages.append(page)
            } else {
                collisions.append(Diagnostic(.warning, "left out: another page has this path", at: page.path.htmlFile))
            }
        }
        return (pages, collisions)
    }

    /// The files that are no pages.
    private func extras(_ pages: [Page], of site: Site, staging: StagingArea) throws(PublishError) -> [StagedFile] {
        let texts =
            [("robots.txt", Sitemap.robots(site))] + Sitemap.files(pages, of: site)
            + [("assets/\(SearchIndex.file)", SearchIndex(site).script)] + ShareFiles.all(of: site).map { ($0.path, $0.text) }
            + (site.baseURL == nil ? [] : [(WebManifest.file, WebManifest.text(site))])
        var files: [StagedFile] = []
        for (path, text) in texts { files.append(try staging.stage(Array(text.utf8), at: FilePath(path))) }
        // One at a time: all of them at once can be larger than the site.
        for feed in site.feeds { files.append(try staging.stage(Array(feed.text().utf8), at: FilePath(feed.path))) }
        // GitHub would take the pages for Jekyll's. An owner's own file says the same.
        let noJekyll: FilePath = ".nojekyll"
        if !staging.isForeign(noJekyll) { files.append(try staging.stage([], at: noJekyll)) }
        return files
    }

    /// The theme's files, but for those that have the name of one of ours.
    private func assets(
        _ templates: TemplateSet, besides ours: [StagedFile], staging: StagingArea
    ) throws(SiteError) -> [StagedFile] {
        let taken = Set(ours.map(\.path))
        var files: [StagedFile] = []
        for path in templates.assets.paths where !taken.contains(path) {
            let bytes: [UInt8]?
            do { bytes = try templates.assets.bytes(path) } catch { throw .template("\(self.templates)/\(error)") }
            guard let bytes else { continue }
            do { files.append(try staging.stage(bytes, at: path)) } catch { throw .publishing(error) }
        }
        return files
    }
}

extension Site {
    fileprivate init(library: Library, configuration: Configuration, now: Moment, isOutdated: Bool) {
        let name = configuration.title ?? library.owner.name.map { "\($0)’s Foyer" } ?? "Foyer"
        self.init(
            library: library, name: name, language: configuration.language ?? "en", baseURL: configuration.baseURL,
            today: library.days.calendarDay(of: now), now: now, isOutdated: isOutdated,
            spoilers: configuration.spoilers ?? .none, unreviewed: configuration.unreviewedTitles,
            hasMarkdown: configuration.hasMarkdown)
    }
}
