import GFM

/// Files for search engines.
enum Sitemap {
    /// Every listed page's absolute address.
    ///
    /// Source: https://www.sitemaps.org/protocol.html; 50,000 addresses are the most that one file may hold.
    static func files(_ pages: [Page], baseURL: BaseURL) -> [(path: String, text: String)] {
        let addresses = pages.filter(\.head.isListed).map { baseURL.address(of: $0.path) }
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let space = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        let parts = stride(from: 0, to: addresses.count, by: 50_000).map { start in
            let urls = addresses[start..<min(start + 50_000, addresses.count)]
            return head + "<urlset \(space)>\n"
                + urls.map { "<url><loc>\(HTMLText.escape($0))</loc></url>\n" }.joined() + "</urlset>\n"
        }
        if parts.count <= 1 { return parts.map { ("sitemap.xml", $0) } }
        let named = parts.enumerated().map { ("sitemap-\($0.offset + 1).xml", $0.element) }
        let index =
            head + "<sitemapindex \(space)>\n"
            + named.map { "<sitemap><loc>\(HTMLText.escape(baseURL.text + $0.0))</loc></sitemap>\n" }.joined()
            + "</sitemapindex>\n"
        return [("sitemap.xml", index)] + named
    }

    /// Lets every robot in, and names the sitemap where there is one.
    ///
    /// Source: RFC 9309.
    static func robots(baseURL: BaseURL?) -> String {
        "User-agent: *\nAllow: /\n" + (baseURL.map { "\nSitemap: \($0.text)sitemap.xml\n" } ?? "")
    }
}
