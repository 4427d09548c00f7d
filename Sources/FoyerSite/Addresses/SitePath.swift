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
    static let upcoming = SitePath("upcoming/")
    static let years = SitePath("year/")

    /// Where the review of a month is.
    static func review(of month: CalendarMonth) -> SitePath {
        SitePath("\(years.folder)\(month.year)/\(padded(month.month))/")
    }

    /// A month of the diary.
    static func diary(_ month: CalendarMonth) -> SitePath { SitePath("diary/\(month.year)/\(padded(month.month))/") }

    public var htmlFile: String { folder + name + ".html" }
    public var markdownFile: String { folder + name + ".md" }

    /// The address below the site's root as a host serves it: the folder alone where the file is its index.
    var clean: String { name == "index" ? folder : htmlFile }

    var depth: Int { folder.count { $0 == "/" } }

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

extension SitePath {
    /// Where a title's own page is, whatever language names are in: `tv/2090-the-walking-dead/`. Where Simkl has no word for it, as in its
    /// backups, the name that was sent is one.
    init(of title: Title) {
        let slug = SitePath.safe(title.slug ?? title.sentName ?? title.name)
        self.init("\(title.id.key)\(slug.isEmpty ? "" : "-\(slug)")/")
    }
}
