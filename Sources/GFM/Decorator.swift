/// Walks a tree once and puts custom nodes where pages say more than Markdown can.
struct Decorator {
    let decoration: Decoration
    private let detached: Tree.Node

    static func decorate(_ tree: borrowing Tree, as decoration: Decoration) {
        var anchors = Anchors(besides: decoration.takenIDs)
        Decorator(decoration: decoration, detached: tree.detached).decorateBlocks(in: tree.root, anchors: &anchors)
    }

    private func decorateBlocks(in parent: Tree.Node, isItem: Bool = false, anchors: inout Anchors) {
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
            case .paragraph:
                if isItem { decorateInlines(in: node) } else { decorateParagraph(node) }
            default:
                decorateBlocks(in: node, anchors: &anchors)
            }
        }
    }

    private func decorateHeading(_ heading: Tree.Node, anchors: inout Anchors) {
        decorateInlines(in: heading)
        let level = heading.headingLevel
        let anchor = HTMLText.escape(anchors.anchor(for: heading.plainText))
        heading.replace(
            with: .custom(block: true, open: "<h\(level) id=\"\(anchor)\">", close: "</h\(level)>", children: heading.children),
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
        decorateInlines(in: heading)
        let anchor = HTMLText.escape(anchors.anchor(for: heading.plainText))
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

    private func decorateInlines(in parent: Tree.Node, besideName: Bool = false) {
        for node in parent.children {
            switch node.kind {
            case .image where attributesNumber(of: node) != nil:
                node.replace(with: .custom(block: false, open: "", close: ""), detached: detached)
            case .image:
                let image = Decoration.Image(
                    url: Self.safe(node.url), alternative: node.plainText, isNamedBeside: besideName)
                node.replace(with: .custom(block: false, open: decoration.image(image), close: ""), detached: detached)
            case .text, .code, .softBreak:
                break
            default:
                decorateInlines(in: node)
            }
        }
    }

    /// The address, or none where cmark's safe mode would not write it either.
    private static func safe(_ url: String) -> String {
        let address = url.lowercased()
        let isPicture = ["png", "gif", "jpeg", "webp"].contains { address.hasPrefix("data:image/\($0)") }
        let isDangerous = ["javascript:", "vbscript:", "file:", "data:"].contains(where: address.hasPrefix)
        return isDangerous && !isPicture ? "" : url
    }
}

// MARK: - Lists

extension Decorator {
    private func decorateList(_ list: Tree.Node, anchors: inout Anchors) {
        let attributes = list.children.map(takeAttributes)
        let items = list.children.map { ($0, leadingInline(of: $0)) }
        if list.isBulletList, items.allSatisfy({ $0.1.map(opensWithImage) ?? false }) {
            let cards = zip(list.children, attributes).map(posterCard)
            list.replace(
                with: .custom(block: true, open: "<ul class=\"posters\">", close: "</ul>", children: cards), detached: detached)
        } else if list.isBulletList, items.allSatisfy({ $0.1?.kind == .strong }) {
            for (item, _) in items { decorateInlines(in: item) }
            let facts = zip(list.children, attributes).map(plainItem)
            list.replace(
                with: .custom(block: true, open: "<ul class=\"facts\">", close: "</ul>", children: facts), detached: detached)
        } else {
            for item in list.children { decorateBlocks(in: item, isItem: true, anchors: &anchors) }
        }
    }

    /// The attributes that stand at the beginning of an item, which loses what stands for them.
    private func takeAttributes(of item: Tree.Node) -> String {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph else { return "" }
        var attributes = ""
        while let inline = paragraph.firstChild, let number = attributesNumber(of: inline) {
            attributes += decoration.attributes(number) ?? ""
            detached.append(inline)
        }
        return attributes
    }

    private func attributesNumber(of inline: Tree.Node) -> Int? {
        let scheme = "attributes:"
        guard inline.kind == .image, inline.url.hasPrefix(scheme), inline.firstChild == nil else { return nil }
        return Int(inline.url.dropFirst(scheme.count))
    }

    /// What an item begins with; nil where it is more than a line of text: a task, or several blocks.
    private func leadingInline(of item: Tree.Node) -> Tree.Node? {
        guard !item.isTask, let paragraph = item.firstChild, paragraph.kind == .paragraph, paragraph.next == nil else {
            return nil
        }
        return paragraph.firstChild
    }

    private func opensWithImage(_ inline: Tree.Node) -> Bool {
        inline.kind == .image || (inline.kind == .link && inline.firstChild?.kind == .image)
    }

    /// A list item without the paragraph that cmark would draw in it.
    private func plainItem(_ item: Tree.Node, attributes: String) -> Tree.Node {
        .custom(block: true, open: "<li\(attributes)>", close: "</li>", children: item.firstChild?.children ?? [])
    }

    /// `[![Poster](image) Name](link) note` as a card: the picture, the name under it, the note last.
    private func posterCard(_ item: Tree.Node, attributes: String) -> Tree.Node {
        guard let paragraph = item.firstChild, let lead = paragraph.firstChild else {
            return plainItem(item, attributes: attributes)
        }
        let notes = Array(paragraph.children.dropFirst())
        let note = Tree.Node.custom(block: false, open: "<span class=\"note\">", close: "</span>", children: notes)
        decorateInlines(in: note)
        for code in notes where code.kind == .code { drawBar(code) }
        if lead.kind == .link {
            let inlines = lead.children
            let named = inlines.count > 1
            decorateInlines(in: lead, besideName: named)
            let name = Array(lead.children.dropFirst())
            if named { lead.append(.custom(block: false, open: "<span class=\"name\">", close: "</span>", children: name)) }
        } else {
            decorateInlines(in: paragraph)
        }
        (notes.isEmpty ? detached : paragraph).append(note)
        return plainItem(item, attributes: attributes)
    }
}

// MARK: - Bars

extension Decorator {
    /// A share in a card's note, such as `64 %`, with a thin bar under it.
    private func drawBar(_ code: Tree.Node) {
        let text = code.literal
        guard text.hasSuffix("%"), let percent = Int(text.dropLast().filter { $0 != " " && $0 != "\u{A0}" }),
            (0...100).contains(percent)
        else { return }
        let bar = """
            \(percent)\u{A0}%<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">\
            <rect width="\(percent)" height="1"/></svg>
            """
        code.replace(with: .custom(block: false, open: bar, close: ""), detached: detached)
    }
}

// MARK: - Tables and charts

extension Decorator {
    private func decorateTable(_ table: Tree.Node) {
        table.replace(with: htmlTable(of: table), detached: detached)
    }

    /// The table as our own HTML: no `align`, scopes for the headers, a class for columns of numbers, the caption above taken in.
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
                decorateInlines(in: drawn)
                return drawn
            }
            let (open, close) =
                isHeader
                ? ("<thead><tr>", rows.count > 1 ? "</tr></thead>\n<tbody>" : "</tr></thead>")
                : ("\n<tr>", index == rows.count - 1 ? "</tr>\n</tbody>" : "</tr>")
            parts.append(.custom(block: false, open: open, close: close, children: cells))
        }
        return .custom(
            block: true, open: "<div class=\"table\"><table>", close: "</table></div>", children: parts)
    }

    private func takeCaption(before table: Tree.Node) -> Tree.Node? {
        let marker = "Table: "
        guard let paragraph = table.previous, paragraph.kind == .paragraph, let text = paragraph.firstChild, text.kind == .text,
            text.literal.hasPrefix(marker)
        else { return nil }
        text.setLiteral(String(text.literal.dropFirst(marker.count)))
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
