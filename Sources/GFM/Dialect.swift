/// The parts of GitHub Flavored Markdown that a text may use.
///
/// Source: https://github.github.com/gfm/
public struct Dialect: Sendable, Hashable {
    /// Names of the cmark-gfm syntax extensions to attach, in the order they are attached.
    let extensions: [String]
    /// Whether `[^1]` makes a footnote.
    let footnotes: Bool

    /// Everything that GitHub has: tables, task lists, strikethrough, autolinks, footnotes, tagfilter.
    public static let github = Dialect(
        extensions: ["table", "strikethrough", "autolink", "tagfilter", "tasklist"], footnotes: true)

    /// What pages are written in: as ``github``, but bare addresses stay text.
    ///
    /// A title such as `www.example.com` is a title, not a link; links in pages are always written out.
    public static let page = Dialect(
        extensions: ["table", "strikethrough", "tagfilter", "tasklist"], footnotes: true)

    /// The extensions with special inline characters: while one is attached, every document is parsed as if it were.
    static let changeParsing: Set = ["strikethrough", "autolink"]

    /// Those that a text can have any use for.
    func extensions(for text: [UInt8]) -> [String] {
        text.contains(UInt8(ascii: "~")) ? extensions : extensions.filter { $0 != "strikethrough" }
    }
}
