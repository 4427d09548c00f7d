// What an article's note tells other programs: where the article is, when it was, a number, somebody's own words.

extension Decorator {
    func decorateEntry(_ note: Tree.Node, _ classes: Decoration.EntryClasses) {
        for inline in note.children {
            switch inline.kind {
            case .link:
                guard let time = inline.firstChild, timeNumber(of: time) != nil else { break }
                decoratedTime(time, name: classes.time)
                giveClass(classes.permalink, to: inline)
            case .strong:
                guard let (open, close) = classes.number(inline.plainText) else { break }
                let strong = Tree.Node.custom(block: false, open: "<strong>", close: "</strong>", children: inline.children)
                inline.replace(with: .custom(block: false, open: open, close: close, children: [strong]), detached: detached)
            case .emphasis:
                let open = "<em\(Self.attribute(classes.words))>"
                inline.replace(
                    with: .custom(block: false, open: open, close: "</em>", children: inline.children), detached: detached)
            default: break
            }
        }
    }

    /// Writes a link in place of cmark, which knows no classes.
    func giveClass(_ name: String, to link: Tree.Node) {
        let open = "<a\(Self.attribute(name)) href=\"\(HTMLText.escape(Self.safe(link.url)))\">"
        link.replace(with: .custom(block: false, open: open, close: "</a>", children: link.children), detached: detached)
    }
}
