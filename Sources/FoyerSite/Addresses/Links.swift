/// How a page names the others.
///
/// Shape: relative links throughout, so that the site works under any path and from `file://`. They name `index.html` where no base
/// URL is configured, and are clean folder links where one is. Only `404.html`, which a host shows at any address, uses the base
/// URL's path.
struct Links: Sendable {
    private let root: String
    private let areClean: Bool

    init(from path: SitePath, baseURL: BaseURL?) {
        areClean = baseURL != nil
        if path.name == "404", let baseURL {
            root = baseURL.path
        } else {
            root = String(repeating: "../", count: path.depth)
        }
    }

    func to(_ path: SitePath) -> Address {
        let target = areClean ? path.clean : path.htmlFile
        return root.isEmpty && target.isEmpty ? Address(relative: "./") : to(file: target)
    }

    /// A file that is no page, such as `assets/foyer.css`.
    func to(file: String) -> Address { Address(root: root, relative: file) }

    /// The prefix of every relative address: empty, `../`, …
    var rootPrefix: String { root }
}
