/// The parts of a page, made from its headings before it is decorated: what stands before the first heading of the second level is
/// the opening, each such heading begins a section, each of the third level one inside it, and what follows the last rule is the foot.
struct Sections {
    /// What a page ends with, apart from it.
    let foot: Tree.Node

    /// - Parameter tree: keeps the foot, and the rule before it, for as long as it lives.
    init(of tree: borrowing Tree) {
        let nodes = tree.root.children
        let rule = nodes.lastIndex { $0.kind == .thematicBreak } ?? nodes.endIndex
        foot = .custom(block: true, open: "", close: "", children: Array(nodes[rule...].dropFirst()))
        if rule < nodes.endIndex { tree.detached.append(nodes[rule]) }
        tree.detached.append(foot)
        Self.divide(nodes[..<rule], of: tree.root)
    }

    private static func divide(_ nodes: ArraySlice<Tree.Node>, of root: Tree.Node) {
        guard let first = nodes.first else { return }
        var section = Tree.Node.custom(block: true, open: "<header class=\"opening\">", close: "</header>")
        if level(of: first) != 2 { root.append(section) }
        var place = section
        for node in nodes {
            switch level(of: node) {
            case 2:
                section = .custom(block: true, open: "<section>", close: "</section>")
                root.append(section)
                place = section
            case 3:
                place = .custom(block: true, open: "<section>", close: "</section>")
                section.append(place)
            default:
                break
            }
            place.append(node)
        }
    }

    private static func level(of node: Tree.Node) -> Int? { node.kind == .heading ? node.headingLevel : nil }
}
