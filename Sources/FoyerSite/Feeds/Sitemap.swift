import GFM

/// Files for search engines.
enum Sitemap {
    /// Every listed page's absolute address; none for a site that does not know its own, or that is not for everyone.
    ///
    /// Source: https://www.sitemaps.org/protocol.html; 50,000 addresses are the most that one file may hold.
    static func files(_ pages: [Page], of site: Site) -> [(path: String, text: String)] {
        guard let baseURL = site.baseURL, site.isForEveryone else { return [] }
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

    /// Lets every robot into the public edition, and names its sitemap where there is one; keeps them out of any other.
    ///
    /// Source: RFC 9309.
    static func robots(_ site: Site) -> String {
        guard site.isForEveryone else { return "User-agent: *\nDisallow: /\n" }
        return "User-agent: *\nAllow: /\n" + (site.baseURL.map { "\nSitemap: \($0.text)sitemap.xml\n" } ?? "")
    }
}
