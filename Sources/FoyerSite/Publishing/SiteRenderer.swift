import Disk
import Foundation
import GFM
import SystemPackage

/// Renders pages to files, each from its own context alone: in any order, on any thread, to the same bytes.
struct SiteRenderer: Sendable {
    let site: Site
    let templates: TemplateSet
    let staging: StagingArea
    /// The same for every page.
    private let common: ContextSnapshot

    init(site: Site, templates: TemplateSet, staging: StagingArea) {
        self.site = site
        self.templates = templates
        self.staging = staging
        common = CommonContext(site: site).snapshot()
    }

    /// Renders what has changed, on every core.
    func render(_ pages: [Page]) async throws(PublishError) -> [StagedFile] {
        let workers = max(1, min(pages.count, ProcessInfo.processInfo.activeProcessorCount))
        let results = await withTaskGroup(of: Result<[StagedFile], PublishError>.self) { group in
            for worker in 0..<workers {
                group.addTask {
                    Result { () throws(PublishError) in
                        var files: [StagedFile] = []
                        for index in stride(from: worker, to: pages.count, by: workers) {
                            files += try render(pages[index])
                        }
                        return files
                    }
                }
            }
            var results: [Result<[StagedFile], PublishError>] = []
            for await result in group { results.append(result) }
            return results
        }
        var files: [StagedFile] = []
        for result in results { files += try result.get() }
        return files
    }

    /// A page's HTML, and the Markdown that it was made from, where the site has that.
    func render(_ page: Page) throws(PublishError) -> [StagedFile] {
        let links = Links(from: page.path, baseURL: site.baseURL)
        let own = page.context(links)
        let context = PageContext(own: own.snapshot(), common: common)
        // Whether a page has content is part of what the layout is asked for.
        var layout = LayoutContext(page: page, site: site, links: links)
        layout.words.content = "…"
        layout.words.playsFingerprint = (own as? any PlaysContext)?.playsFingerprint ?? ""
        let shell = templates.shell(for: layout)
        var fingerprint = Fingerprint()
        fingerprint.feed("\(templates.digest) \(shell.digest)")
        for word in LayoutWords.all { fingerprint.feed(layout.words[keyPath: word]) }
        for part in [context.own, context.common] { part.feed(&fingerprint) }
        let source = fingerprint.value
        let paths = (html: FilePath(page.path.htmlFile), markdown: FilePath(page.path.markdownFile))
        if let kept = kept(paths, source) { return kept }
        let markdown = tidy(templates.markdown(page: page.template, context: context))
        layout.words.content = GFM.html(markdown, decoration: .pages(page.posters, takenIDs: templates.layoutIDs))
        let html = try staging.stage(Array(shell.filled(with: layout.words).utf8), at: paths.html, source: source)
        guard site.hasMarkdown else { return [html] }
        return [html, try staging.stage(Array(markdown.utf8), at: paths.markdown, source: source)]
    }

    /// A page's files as they stand; nil where one of them has to be made.
    private func kept(_ paths: (html: FilePath, markdown: FilePath), _ source: UInt64) -> [StagedFile]? {
        guard let html = staging.kept(paths.html, source: source) else { return nil }
        guard site.hasMarkdown else { return [html] }
        return staging.kept(paths.markdown, source: source).map { [html, $0] }
    }

    /// Without the runs of empty lines that sections leave where they hold nothing.
    private func tidy(_ markdown: String) -> String {
        let newline = UInt8(ascii: "\n")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(markdown.utf8.count)
        var ends = 2
        for byte in markdown.utf8 {
            ends = byte == newline ? ends + 1 : 0
            if ends <= 2 { bytes.append(byte) }
        }
        while bytes.last == newline { bytes.removeLast() }
        return String(decoding: bytes + [newline], as: UTF8.self)
    }
}
