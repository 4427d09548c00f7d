/// Walks a tree once and puts custom nodes where pages say more than Markdown can.
final class Decorator {
    let decoration: Decoration
    let detached: Tree.Node

    init(_ decoration: Decoration, of tree: borrowing Tree) {
        self.decoration = decoration
        detached = tree.detached
    }

    /// - Parameter anchors: takes the headings.
    func decorate(_ root: Tree.Node, anchors: inout Anchors) {
        decorateBlocks(in: root, anchors: &anchors)
    }

    func decorateBlocks(in parent: Tree.Node, isItem: Bool = false, anchors: inout Anchors) {
        var next = parent.firstChild
        while let node = next {
            next = node.next
            switch node.kind {
            case .heading where node.headingLevel == 6:
                next = fold(node, anchors: &anchors)
            case .heading:
                decorateHeading(node, anchors: &anchors)
            case .list:
                decorateList(node, anchors: &anchors)
            case .table:
                decorateTable(node)
            case .codeBlock:
                decorateChart(node)
            case .paragraph where isCaption(node):
                // Its table takes it.
                break
            case .paragraph:
                if isItem { decorateInlines(in: node) } else { decorateParagraph(node) }
            default:
                decorateBlocks(in: node, anchors: &anchors)
            }
        }
    }

    private func decorateHeading(_ heading: Tree.Node, anchors: inout Anchors) {
        let level = heading.headingLevel
        let words = takeAnchor(of: heading)
        let anchor = HTMLText.escape(anchors.anchor(for: heading.plainText, level: level, from: words))
        let name = level == 1 ? Self.attribute(decoration.entries?.title) : ""
        decorateInlines(in: heading)
        heading.replace(
            with: .custom(
                block: true, open: "<h\(level) id=\"\(anchor)\"\(name)>", close: "</h\(level)>", children: heading.children),
            detached: detached)
    }

    /// A heading of the sixth level and all below it, up to the next heading or rule, can be folded away; returns what follows.
    private func fold(_ heading: Tree.Node, anchors: inout Anchors) -> Tree.Node? {
        var inside: [Tree.Node] = []
        var next = heading.next
        while let node = next, node.kind != .heading, node.kind != .thematicBreak {
            inside.append(node)
            next = node.next
        }
        let words = takeAnchor(of: heading)
        let anchor = HTMLText.escape(anchors.anchor(for: heading.plainText, level: 6, from: words))
        decorateInlines(in: heading)
        let summary = Tree.Node.custom(block: true, open: "<summary>", close: "</summary>", children: heading.children)
        let details = Tree.Node.custom(
            block: true, open: "<details id=\"\(anchor)\">", close: "</details>", children: [summary] + inside)
        heading.replace(with: details, detached: detached)
        decorateBlocks(in: details, anchors: &anchors)
        return next
    }

    /// A paragraph of links between middle dots is a row of links, such as the one that turns pages.
    private func decorateParagraph(_ paragraph: Tree.Node) {
        let children = paragraph.children
        let isLinkRow =
            children.contains { $0.kind == .link }
            && children.allSatisfy { [.link, .strong].contains($0.kind) || ($0.kind == .text && $0.literal.contains("·")) }
        decorateInlines(in: paragraph)
        guard isLinkRow, children.count > 1 else { return }
        paragraph.replace(
            with: .custom(block: true, open: "<p class=\"links\">", close: "</p>", children: paragraph.children),
            detached: detached)
    }

    /// - Parameters:
    ///   - besideName: whether the parent is a link that names what its image shows.
    ///   - isInline: whether it stands in a row of a table.
    ///   - address: of the link around.
    func decorateInlines(in parent: Tree.Node, besideName: Bool = false, isInline: Bool = false, address: String? = nil) {
        for node in parent.children {
            switch node.kind {
            case .image where attributesNumber(of: node) != nil || anchorNumber(of: node) != nil:
                node.replace(with: .custom(block: false, open: "", close: ""), detached: detached)
            case .image where decoratedTime(node):
                break
            case .image:
                let image = Decoration.Image(
                    url: Self.safe(node.url), alternative: node.plainText, isNamedBeside: besideName,
                    isInline: isInline && besideName)
                node.replace(with: .custom(block: false, open: decoration.image(image), close: ""), detached: detached)
            case .text:
                decorateText(node, address: address)
            case .code, .softBreak:
                break
            case .link:
                let isNamed = isInline && node.firstChild?.kind == .image && node.firstChild?.next != nil
                decorateInlines(in: node, besideName: isNamed, isInline: isNamed, address: node.url)
            default:
                decorateInlines(in: node, isInline: isInline, address: address)
            }
        }
    }

    private func decorateText(_ text: Tree.Node, address: String?) {
        guard let html = ForeignText.html(text.literal, hanLanguage: { decoration.hanLanguage(address) }) else { return }
        text.replace(with: .custom(block: false, open: html, close: ""), detached: detached)
    }

    /// Whether an image stood for a time: `![20 November](time:3)`.
    ///
    /// - Parameter name: its class.
    @discardableResult func decoratedTime(_ image: Tree.Node, name: String? = nil) -> Bool {
        guard let number = timeNumber(of: image), let moment = decoration.time(number) else { return false }
        let open = "<time\(Self.attribute(name)) datetime=\"\(HTMLText.escape(moment))\">"
        image.replace(with: .custom(block: false, open: open, close: "</time>", children: image.children), detached: detached)
        return true
    }

    /// A class as HTML, with a space in front; nothing for none.
    static func attribute(_ name: String?) -> String { name.map { " class=\"\($0)\"" } ?? "" }

    /// Of the insert that an image stands for, by its address.
    private func number(of image: Tree.Node, scheme: String) -> Int? {
        image.kind == .image && image.url.hasPrefix(scheme) ? Int(image.url.dropFirst(scheme.count)) : nil
    }

    func timeNumber(of image: Tree.Node) -> Int? { number(of: image, scheme: "time:") }

    func attributesNumber(of image: Tree.Node) -> Int? {
        image.firstChild == nil ? number(of: image, scheme: "attributes:") : nil
    }

    /// The id that stands at the beginning of a heading or a paragraph, which loses what stands for it.
    func takeAnchor(of parent: Tree.Node) -> String? {
        guard let image = parent.firstChild, let number = anchorNumber(of: image) else { return nil }
        detached.append(image)
        return decoration.anchor(number)
    }

    private func anchorNumber(of image: Tree.Node) -> Int? {
        image.kind == .image && image.firstChild == nil ? number(of: image, scheme: "anchor:") : nil
    }

    /// The address, or none where cmark's safe mode would not write it either.
    static func safe(_ url: String) -> String {
        // Most have another letter at their beginning than those that could be dangerous.
        guard let first = url.utf8.first, "jvfdJVFD".utf8.contains(first) else { return url }
        let address = url.lowercased()
        let isPicture = ["png", "gif", "jpeg", "webp"].contains { address.hasPrefix("data:image/\($0)") }
        let isDangerous = ["javascript:", "vbscript:", "file:", "data:"].contains(where: address.hasPrefix)
        return isDangerous && !isPicture ? "" : url
    }
}

// MARK: - Tables and charts

extension Decorator {
    private func decorateTable(_ table: Tree.Node) {
        table.replace(with: htmlTable(of: table), detached: detached)
    }

    /// As many do not stand beside each other on a phone.
    private static let manyColumns = 5

    /// The table as our own HTML: no `align`, scopes for the headers, a class for columns of numbers and one for many columns, the
    /// caption above taken in.
    private func htmlTable(of table: Tree.Node) -> Tree.Node {
        let rows = table.children
        let columns = rows.first?.children.count ?? 0
        let cells = rows.map { $0.children.map(\.plainText) }
        let numeric = (0..<columns).map { column in
            cells.dropFirst().allSatisfy { $0.indices.contains(column) && Self.isNumber($0[column]) } && cells.count > 1
        }
        let caption = takeCaption(before: table)
        var parts: [Tree.Node] = caption.map { [$0] } ?? []
        for (index, row) in rows.enumerated() {
            let isHeader = index == 0
            let cells = row.children.enumerated().map { column, cell in
                let name = numeric[min(column, columns - 1)] ? " class=\"number\"" : ""
                let open = isHeader ? "<th scope=\"col\"\(name)>" : "<td\(name)>"
                let drawn = Tree.Node.custom(
                    block: false, open: open, close: isHeader ? "</th>" : "</td>", children: cell.children)
                // Only now: cmark's own cells would not take our nodes.
                decorateInlines(in: drawn, isInline: true)
                return drawn
            }
            let (open, close) =
                isHeader
                ? ("<thead><tr>", rows.count > 1 ? "</tr></thead>\n<tbody>" : "</tr></thead>")
                : ("\n<tr>", index == rows.count - 1 ? "</tr>\n</tbody>" : "</tr>")
            parts.append(.custom(block: false, open: open, close: close, children: cells))
        }
        return .custom(
            block: true, open: "<div class=\"table\(columns < Self.manyColumns ? "" : " columns")\"><table>",
            close: "</table></div>", children: parts)
    }

    private static let captionMarker = "Table: "

    private func isCaption(_ paragraph: Tree.Node) -> Bool {
        guard paragraph.kind == .paragraph, paragraph.next?.kind == .table, let text = paragraph.firstChild else { return false }
        return text.kind == .text && text.literal.hasPrefix(Self.captionMarker)
    }

    private func takeCaption(before table: Tree.Node) -> Tree.Node? {
        guard let paragraph = table.previous, isCaption(paragraph), let text = paragraph.firstChild else { return nil }
        text.setLiteral(String(text.literal.dropFirst(Self.captionMarker.count)))
        decorateInlines(in: paragraph)
        let caption = Tree.Node.custom(block: false, open: "<caption>", close: "</caption>\n", children: paragraph.children)
        detached.append(paragraph)
        return caption
    }

    /// Whether a cell holds a number, perhaps with a unit or a sign, or says that there is none.
    private static func isNumber(_ text: String) -> Bool {
        guard text != "–" else { return true }
        let number = text.prefix { $0.isNumber || ",.+−-/ \u{A0}×".contains($0) }
        let unit = text.dropFirst(number.count)
        return number.contains(where: \.isNumber) && ["", "%", "h", "min", "★"].contains(String(unit))
    }

    private func decorateChart(_ block: Tree.Node) {
        let info = block.fenceInfo.split(separator: " ")
        guard info.count == 2, info[0] == "chart", let number = Int(info[1]), let drawn = decoration.chart(number) else { return }
        block.replace(with: .custom(block: true, open: drawn, close: ""), detached: detached)
    }
}
