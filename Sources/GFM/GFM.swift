/// Markdown to HTML by cmark-gfm, always in its safe mode: raw HTML and dangerous addresses never pass.
///
/// Safe to call from any thread.
public enum GFM {
    /// The HTML that Debian's `cmark-gfm` program gives for the same text, byte for byte.
    public static func html(_ markdown: String, dialect: Dialect = .github) -> String {
        String(decoding: Tree(parsing: Array(markdown.utf8), dialect: dialect).html(), as: UTF8.self)
    }

    /// The HTML of a page: cmark's tree, decorated before it is rendered.
    ///
    /// Shape: headings get ids; one of the sixth level is the summary of all below it, up to the next heading or rule, which can be
    /// folded away; lists of posters become grids, with a bar under a share such as `` `64 %` `` in a note, and lists of
    /// `**Name:** value` facts; tables get a caption (from a paragraph `Table: …` above), scopes and a class for columns of numbers;
    /// images and fenced `chart` blocks become what `decoration` makes of them.
    public static func html(_ markdown: [UInt8], dialect: Dialect = .page, decoration: Decoration) -> [UInt8] {
        let tree = Tree(parsing: markdown, dialect: dialect)
        Decorator.decorate(tree, as: decoration)
        return tree.html()
    }
}
