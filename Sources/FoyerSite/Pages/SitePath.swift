import Foundation

/// A page's place in the site: a folder, and a file in it.
public struct SitePath: Hashable, Sendable {
    /// Empty for the root, else with a slash at its end: `tv/2090-the-walking-dead/`.
    public let folder: String
    /// The file's name without `.html` or `.md`.
    public let name: String

    init(_ folder: String, name: String = "index") {
        self.folder = folder
        self.name = name
    }

    public static let home = SitePath("")

    public var htmlFile: String { folder + name + ".html" }
    public var markdownFile: String { folder + name + ".md" }

    /// The address below the site's root as a host serves it: the folder alone where the file is its index.
    var clean: String { name == "index" ? folder : htmlFile }

    fileprivate var depth: Int { folder.count { $0 == "/" } }

    /// The characters that a folder of ours may have: ASCII letters and digits, and single hyphens between them.
    static func safe(_ text: String) -> String {
        let hyphen = UInt8(ascii: "-")
        var safe: [UInt8] = []
        for byte in text.percentDecoded.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): safe.append(byte)
            default: if let last = safe.last, last != hyphen { safe.append(hyphen) }
            }
            if safe.count >= 80 { break }
        }
        while safe.last == hyphen { safe.removeLast() }
        return String(decoding: safe, as: UTF8.self)
    }
}

extension String {
    /// The text that is written with percent signs; itself where it is none.
    var percentDecoded: String { utf8.contains(UInt8(ascii: "%")) ? removingPercentEncoding ?? self : self }
}

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
