/// `robots.txt`, and whom it names.
///
/// Source: RFC 9309. It asks; it keeps nobody out who does not want to be.
enum RobotsFile {
    static let path = "robots.txt"

    static func text(_ site: Site) -> String {
        guard site.isForEveryone else { return "User-agent: *\nDisallow: /\n" }
        let refused = site.robots == .noAI ? aiCrawlers.map { "User-agent: \($0)\n" }.joined() + "Disallow: /\n\n" : ""
        return refused + "User-agent: *\nAllow: /\n" + (site.baseURL.map { "\nSitemap: \($0.text)sitemap.xml\n" } ?? "")
    }

    /// By the names that they listen to, as their operators give them.
    ///
    /// Why not more of the lists that go round: those name search engines and the robots that fetch a shared link's picture too.
    static let aiCrawlers = [
        "AI2Bot", "Ai2Bot-Dolma", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Brightbot", "Bytespider", "CCBot",
        "ChatGLM-Spider", "ChatGPT-User", "Claude-SearchBot", "Claude-User", "Claude-Web", "ClaudeBot", "cohere-ai",
        "cohere-training-data-crawler", "Cotoyogi", "DeepSeekBot", "Diffbot", "DuckAssistBot", "FacebookBot", "FirecrawlAgent",
        "Google-CloudVertexBot", "Google-Extended", "Google-NotebookLM", "GPTBot", "ICC-Crawler", "ImagesiftBot", "img2dataset",
        "Kangaroo Bot", "LAIONDownloader", "Meta-ExternalAgent", "Meta-ExternalFetcher", "MistralAI-User", "OAI-SearchBot",
        "omgili", "PanguBot", "Perplexity-User", "PerplexityBot", "PhindBot", "TikTokSpider", "Timpibot",
        "VelenPublicWebCrawler", "Webzio-Extended", "YouBot",
    ]
}
