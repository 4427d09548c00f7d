import Foundation

/// A page's HTML as it goes to the printer: its own, but for its links.
///
/// Why a copy: a PDF is given to others, and a link of a page that was opened from a disk would tell them the names of folders on it.
/// What the page links to is written by the site's public address where it has one, and is no link where it has none.
struct PaperCopy {
    let html: String

    init(of page: String) {
        let address = page.firstMatch(of: /<link rel="canonical" href="([^"]*)"/).flatMap { URL(string: String($0.1)) }
        html = page.replacing(/<a\b([^>]*?) href="([^"]*)"/) { link in
            let target = Self.target(String(link.2), from: address)
            return "<a\(link.1)" + (target.map { " href=\"\($0)\"" } ?? "")
        }
    }

    /// Where a link leads on paper, written as an attribute; nil for nowhere.
    private static func target(_ link: String, from address: URL?) -> String? {
        if link.hasPrefix("#") || link.hasPrefix("https:") || link.hasPrefix("http:") || link.hasPrefix("mailto:") { return link }
        // What the attribute escapes stays escaped: a relative address of ours has nothing but `&` that could be.
        return address.flatMap { URL(string: link, relativeTo: $0)?.absoluteString }
    }
}
