extension Decorator {
    /// Posters are cards wherever they stand: a list that holds other items too falls into several.
    func decorateList(_ list: Tree.Node, anchors: inout Anchors) {
        let items = list.children.map { node in
            let attributes = takeAttributes(of: node)
            let anchor = node.firstChild.flatMap { $0.kind == .paragraph ? takeAnchor(of: $0) : nil }
            return Item(node: node, attributes: attributes, anchor: anchor, form: form(of: node))
        }
        guard list.isBulletList, items.contains(where: { $0.form == .posters }) || items.allSatisfy({ $0.form == .facts }) else {
            for item in items { decorateBlocks(in: item.node, isItem: true, anchors: &anchors) }
            return
        }
        var lists: [Tree.Node] = []
        var rest = items[...]
        while let form = rest.first?.form {
            let alike = rest.prefix { $0.form == form }
            rest = rest.dropFirst(alike.count)
            let open = form == .other ? "<ul>" : "<ul class=\"\(form)\">"
            lists.append(
                .custom(block: true, open: open, close: "</ul>", children: alike.map { drawn($0, anchors: &anchors) }))
        }
        list.replace(with: .custom(block: true, open: "", close: "", children: lists), detached: detached)
    }

    private func drawn(_ item: Item, anchors: inout Anchors) -> Tree.Node {
        switch item.form {
        case .posters:
            let article = item.anchor.map { HTMLText.escape(anchors.freeAnchor(for: $0)) }
            return posterCard(item.node, attributes: item.attributes, article: article, below: anchors.level)
        case .facts:
            dropColon(of: item.node)
            decorateInlines(in: item.node)
            drawInLine(item.node.firstChild?.children ?? [])
            return plainItem(item.node, attributes: item.attributes)
        case .other:
            decorateBlocks(in: item.node, isItem: true, anchors: &anchors)
            return .custom(block: true, open: "<li>", close: "</li>", children: item.node.children)
        }
    }

    /// A fact's name stands over its value, where a colon has nothing to say.
    private func dropColon(of item: Tree.Node) {
        guard let name = item.firstChild?.firstChild, let last = name.children.last else { return }
        let text = last.kind == .link ? last.children.last : last
        if let text, text.kind == .text, text.literal.hasSuffix(":") { text.setLiteral(String(text.literal.dropLast())) }
    }

    private struct Item {
        let node: Tree.Node
        let attributes: String
        let anchor: String?
        let form: Form
    }

    /// What an item makes of its list: the list's class, where it has one.
    private enum Form {
        case posters, facts, other
    }

    /// An item is more than a line of text where it is a task, or holds several blocks.
    private func form(of item: Tree.Node) -> Form {
        guard !item.isTask, let paragraph = item.firstChild, paragraph.kind == .paragraph, paragraph.next == nil,
            let leading = paragraph.firstChild
        else { return .other }
        return opensWithImage(leading) ? .posters : leading.kind == .strong ? .facts : .other
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

    private func opensWithImage(_ inline: Tree.Node) -> Bool {
        (inline.kind == .image && timeNumber(of: inline) == nil) || (inline.kind == .link && inline.firstChild?.kind == .image)
    }

    /// A list item without the paragraph that cmark would draw in it.
    ///
    /// - Parameter article: its id, where it is a text by itself.
    private func plainItem(_ item: Tree.Node, attributes: String, article: String? = nil) -> Tree.Node {
        let name = Self.attribute(decoration.entries?.article)
        let (open, close) = article.map { ("<article id=\"\($0)\"\(name)>", "</article>") } ?? ("", "")
        return .custom(
            block: true, open: "<li\(attributes)>\(open)", close: "\(close)</li>", children: item.firstChild?.children ?? [])
    }

    /// `[![Poster](image) Name](link) note` as a card: the picture, the name under it, the note last.
    private func posterCard(_ item: Tree.Node, attributes: String, article: String?, below level: Int) -> Tree.Node {
        guard let paragraph = item.firstChild, let lead = paragraph.firstChild else {
            return plainItem(item, attributes: attributes, article: article)
        }
        let entry = article == nil ? nil : decoration.entries
        let notes = Array(paragraph.children.dropFirst())
        let names = ["note", entry?.note].compactMap { $0 }.joined(separator: " ")
        let note = Tree.Node.custom(block: false, open: "<span class=\"\(names)\">", close: "</span>", children: notes)
        if let entry { decorateEntry(note, entry) }
        decorateInlines(in: note)
        drawInLine(notes)
        if lead.kind == .link {
            let inlines = lead.children
            let named = inlines.count > 1
            decorateInlines(in: lead, besideName: named)
            let name = Array(lead.children.dropFirst())
            // A text by itself has a heading.
            let tag = article == nil ? "span" : "h\(min(level + 1, 6))"
            let names = ["name", entry?.name].compactMap { $0 }.joined(separator: " ")
            if named {
                let open = "<\(tag) class=\"\(names)\">"
                lead.append(.custom(block: false, open: open, close: "</\(tag)>", children: name))
            }
            if let entry { giveClass(entry.subject, to: lead) }
        } else {
            decorateInlines(in: paragraph)
        }
        (notes.isEmpty ? detached : paragraph).append(note)
        return plainItem(item, attributes: attributes, article: article)
    }
}
