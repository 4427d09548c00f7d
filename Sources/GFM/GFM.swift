/// Markdown to HTML by cmark-gfm, always in its safe mode: raw HTML and dangerous addresses never pass.
///
/// Safe to call from any thread.
public enum GFM {
    /// The HTML that Debian's `cmark-gfm` program gives for the same text, byte for byte.
    public static func html(_ markdown: String, dialect: Dialect = .github) -> String {
        String(decoding: Tree(parsing: Array(markdown.utf8), dialect: dialect).html(), as: UTF8.self)
    }

    /// The HTML of a part of a page: cmark's tree, decorated before it is rendered.
    ///
    /// Shape: headings get ids; one of the sixth level is the summary of all below it, up to the next heading or rule, which can be
    /// folded away; items of posters become grids, with a bar under a share such as `` `64 %` `` in a note, and lists of
    /// `**Name:** value` facts; tables get a caption (from a paragraph `Table: …` above), scopes and a class for columns of numbers;
    /// text in another script than Latin gets its language; images and fenced `chart` blocks become what `decoration` makes of them.
    public static func html(_ markdown: [UInt8], dialect: Dialect = .page, decoration: Decoration) -> [UInt8] {
        let tree = Tree(parsing: markdown, dialect: dialect)
        var anchors = Anchors(besides: decoration.takenIDs)
        Decorator(decoration, of: tree).decorate(tree.root, anchors: &anchors)
        return tree.html()
    }

    /// A page: decorated as ``html(_:dialect:decoration:)`` does it, and divided into its parts.
    ///
    /// Shape: what stands before the first heading of the second level is in a `header`, each such heading and what follows it in a
    /// `section`, each heading of the third level in one inside that; what follows the last rule of the page is its foot.
    public static func page(_ markdown: [UInt8], dialect: Dialect = .page, decoration: Decoration) -> Page {
        let tree = Tree(parsing: markdown, dialect: dialect)
        let sections = Sections(of: tree)
        var anchors = Anchors(besides: decoration.takenIDs)
        let decorator = Decorator(decoration, of: tree)
        decorator.decorate(tree.root, anchors: &anchors)
        decorator.decorate(sections.foot, anchors: &anchors)
        return Page(content: tree.html(), foot: tree.html(of: sections.foot), chapters: anchors.chapters)
    }

    /// A page as HTML.
    public struct Page: Sendable {
        public let content: [UInt8]
        public let foot: [UInt8]
        public let chapters: [Chapter]

        public init(content: [UInt8], foot: [UInt8] = [], chapters: [Chapter] = []) {
            self.content = content
            self.foot = foot
            self.chapters = chapters
        }
    }

    /// A heading of the second level.
    public struct Chapter: Sendable, Hashable {
        /// The heading's id.
        public let anchor: String
        /// Its words, without markup.
        public let name: String
    }
}
