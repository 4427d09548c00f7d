import Disk
import GFM

/// Files for search engines.
enum Sitemap {
    /// Every listed page's absolute address; none for a site that does not know its own, or that is not for everyone.
    ///
    /// Source: https://www.sitemaps.org/protocol.html; 50,000 addresses are the most that one file may hold.
    static func files(_ pages: [Page], of site: Site) -> [PlannedFile] {
        guard let baseURL = site.baseURL, site.isForEveryone else { return [] }
        let addresses = pages.filter(\.head.isListed).map { baseURL.address(of: $0.path) }
        let inputs = [Input.values(LibraryFingerprints.fingerprint { $0.feed(addresses) })]
        func file(_ path: String, _ text: @escaping @Sendable () -> String) -> PlannedFile {
            PlannedFile(path: path, inputs: inputs, text: text)
        }
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let space = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        let starts = Array(stride(from: 0, to: addresses.count, by: 50_000))
        @Sendable func urls(from start: Int) -> String {
            let urls = addresses[start..<min(start + 50_000, addresses.count)]
            return head + "<urlset \(space)>\n"
                + urls.map { "<url><loc>\(HTMLText.escape($0))</loc></url>\n" }.joined() + "</urlset>\n"
        }
        if starts.count <= 1 { return starts.map { start in file("sitemap.xml") { urls(from: start) } } }
        let named = starts.enumerated().map { number, start in file("sitemap-\(number + 1).xml") { urls(from: start) } }
        let paths = named.map(\.path)
        let index = file("sitemap.xml") {
            head + "<sitemapindex \(space)>\n"
                + paths.map { "<sitemap><loc>\(HTMLText.escape(baseURL.text + $0))</loc></sitemap>\n" }.joined()
                + "</sitemapindex>\n"
        }
        return [index] + named
    }
}
