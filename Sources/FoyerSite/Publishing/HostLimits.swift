/// What well-known hosts take.
enum HostLimits {
    private static let files = 20_000
    private static let bytes = 1_000_000_000

    /// What a site is too large for.
    ///
    /// Source: https://developers.cloudflare.com/pages/platform/limits/,
    /// https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
    static func notes(files: Int, bytes: Int, hasMarkdown: Bool) -> [Diagnostic] {
        let advice = hasMarkdown ? "; markdown: false in foyer.yaml leaves the Markdown editions out" : ""
        var notes: [String] = []
        if files > Self.files {
            notes.append("the site has \(files.grouped) files, and Cloudflare Pages takes \(Self.files.grouped) on its free plan")
        }
        if bytes > Self.bytes {
            notes.append(
                "the site has \((bytes / 1_000_000).grouped) MB, and GitHub Pages takes \((Self.bytes / 1_000_000).grouped)")
        }
        return notes.map { Diagnostic(.note, $0 + advice) }
    }
}
