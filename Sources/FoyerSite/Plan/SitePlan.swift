import SystemPackage

/// All that a site will consist of, before any of it is made.
struct SitePlan: Sendable {
    private(set) var jobs: [Job] = []
    /// How many of them are pages.
    let pages: Int
    /// Pages that were left out, since another one has their path.
    let collisions: [Diagnostic]

    init(_ site: Site, _ library: LibraryFingerprints, feeds: [Feed], templates: TemplateSet) async {
        let announced = AnnouncedFeeds(feeds)
        var sources = SourceFingerprints(site, library, feeds: feeds, announced: announced)
        let (pages, collisions) = await Self.pages(of: site, feeds: feeds)
        async let files = Self.files(of: site, pages)
        self.pages = pages.count
        self.collisions = collisions
        let renderer = PageRenderer(site: site, feeds: announced, templates: templates)
        for page in pages {
            jobs.append(
                Job(
                    paths: renderer.paths(of: page), source: sources.source(of: page, templates),
                    weight: site.weight(of: page.inputs)
                ) { () throws(SiteError) in renderer.render(page) })
        }
        for file in await files {
            jobs.append(
                Job(
                    paths: [FilePath(file.path)], source: sources.source(file.path, file.inputs),
                    weight: site.weight(of: file.inputs)
                ) { () throws(SiteError) in [file.bytes()] })
        }
        for feed in feeds {
            jobs.append(
                Job(paths: [FilePath(feed.path)], source: sources.source(feed.path, feed.inputs), weight: 100) {
                    () throws(SiteError) in [Array(feed.text().utf8)]
                })
        }
        // GitHub would take the pages for Jekyll's. An owner's own file says the same.
        jobs.append(Job(paths: [".nojekyll"], source: nil, weight: 0, givesWay: true) { () throws(SiteError) in [[]] })
        if site.fediverse != nil {
            let text = Array(FediverseFiles.headersText.utf8)
            jobs.append(
                Job(paths: [FilePath(FediverseFiles.headers)], source: nil, weight: 0, givesWay: true) { () throws(SiteError) in
                    [text]
                })
        }
        addAssets(of: templates)
    }

    /// The theme's files, but for those that have the name of one of ours.
    private mutating func addAssets(of templates: TemplateSet) {
        var names = Set(templates.assets.paths)
        for path in jobs.lazy.flatMap(\.paths) where !names.isEmpty { names.remove(path) }
        for path in templates.assets.paths where names.contains(path) {
            jobs.append(
                Job(paths: [path], source: nil, weight: 0) { () throws(SiteError) in
                    do {
                        return try templates.assets.bytes(path).map { [$0] } ?? []
                    } catch {
                        throw .template("\(templates.folder)/\(error)")
                    }
                })
        }
    }

    /// Every page, each path once: of two pages that want one path, the first has it.
    private static func pages(of site: Site, feeds: [Feed]) async -> (pages: [Page], collisions: [Diagnostic]) {
        let planned = await withTaskGroup(of: (kind: Int, pages: [Page]).self) { group in
            for (number, kind) in PageKinds.all.enumerated() {
                group.addTask { (number, kind.pages(of: site, feeds: feeds)) }
            }
            var planned: [[Page]] = Array(repeating: [], count: PageKinds.all.count)
            for await (number, pages) in group { planned[number] = pages }
            return planned
        }
        let count = planned.reduce(0) { $0 + $1.count }
        var taken: Set<SitePath> = []
        var pages: [Page] = []
        var collisions: [Diagnostic] = []
        taken.reserveCapacity(count)
        pages.reserveCapacity(count)
        for page in planned.joined() {
            if taken.insert(page.path).inserted {
                pages.append(page)
            } else {
                collisions.append(Diagnostic(.warning, "left out: another page has this path", at: page.path.htmlFile))
            }
        }
        return (pages, collisions)
    }

    /// The files that are neither pages nor feeds.
    private static func files(of site: Site, _ pages: [Page]) -> [PlannedFile] {
        let robots = PlannedFile(path: RobotsFile.path, inputs: []) { RobotsFile.text(site) }
        let index = PlannedFile(path: "assets/\(SearchIndex.file)", inputs: SearchIndex.inputs(of: site.library)) {
            SearchIndex(site).script
        }
        let manifest = PlannedFile(path: WebManifest.file, inputs: []) { WebManifest.text(site) }
        return [robots, index] + Sitemap.files(pages, of: site) + LanguageModelFile.all(pages, of: site)
            + FediverseFiles.all(of: site) + ShareFiles.all(of: site) + EmbedFiles.all(of: site) + ExportFiles.all(of: site)
            + (site.baseURL == nil ? [] : [manifest])
    }
}

extension Site {
    /// How long something takes that is made from these, roughly: how many titles and plays it looks at.
    fileprivate func weight(of inputs: [Input]) -> Int {
        inputs.reduce(1) { weight, input in
            switch input {
            case .titles(let positions): weight + positions.count
            case .plays(let period), .diary(let period), .review(let period):
                weight + library.plays.plays(in: period).count + library.plays.marked(in: period).count
            case .library: weight + library.titles.count
            default: weight
            }
        }
    }
}
