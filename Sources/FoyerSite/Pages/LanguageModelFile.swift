import GFM

/// `llms.txt`: where the Markdown of the pages is, for programs that rather read that.
///
/// Shape: the parts of the site with their pages, but for those of titles and those that continue a list: these are found in the
/// Markdown of the lists, and there are thousands of them.
///
/// Source: https://llmstxt.org/
enum LanguageModelFile {
    static let path = "llms.txt"

    /// None where there is no Markdown, or where robots that read for language models are asked to stay away.
    static func all(_ pages: [Page], of site: Site) -> [PlannedFile] {
        guard site.hasMarkdown, site.isForEveryone, site.robots == .all else { return [] }
        let parts = parts(pages.filter { $0.head.isListed && $0.path.name == "index" && $0.template != TitlePage.template })
        let summary = pages.first { $0.path == .home }?.head.description ?? ""
        let inputs = [
            Input.values(
                LibraryFingerprints.fingerprint {
                    $0.feed(summary)
                    $0.feed(parts) {
                        $0.feed($1.name)
                        $0.feed($1.heads) {
                            $0.feed([$1.path.folder, $1.head.title, $1.head.description])
                        }
                    }
                })
        ]
        return [PlannedFile(path: path, inputs: inputs) { text(summary, parts, of: site) }]
    }

    /// Pages that the navigation has under one name.
    private struct Part {
        let name: String
        let heads: [(path: SitePath, head: PageHead)]
    }

    /// In the order of the pages.
    private static func parts(_ pages: [Page]) -> [Part] {
        let names = Dictionary(PageKinds.navigation.map { ($1, $0.label) }) { first, _ in first }
        let sections = pages.compactMap(\.head.section)
        var seen: Set<SitePath> = []
        return sections.filter { seen.insert($0).inserted }.compactMap { section in
            names[section].map { name in
                Part(name: name, heads: pages.filter { $0.head.section == section }.map { ($0.path, $0.head) })
            }
        }
    }

    private static func text(_ summary: String, _ parts: [Part], of site: Site) -> String {
        let root = site.baseURL?.text ?? ""
        let lists = parts.map { part in
            let lines = part.heads.map { path, head in
                "- [\(MarkdownText.escape(head.title))](\(root)\(path.markdownFile)): \(MarkdownText.escape(head.description))\n"
            }
            return "\n## \(MarkdownText.escape(part.name))\n\n" + lines.joined()
        }
        return "# \(MarkdownText.escape(site.name))\n\n> \(MarkdownText.escape(summary))\n\n"
            + "\(MarkdownText.escape(phrase("site.markdownBeside")))\n" + lists.joined()
    }
}
