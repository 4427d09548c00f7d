/// The documentation of every name that a template may use, made from the contexts themselves.
public enum TemplateNames {
    /// One Markdown document: a section for each template, then one for each list and object inside them.
    public static var markdown: String {
        var text = """
            # Names in templates

            Every name that a template may use, made from the program itself: `make test` compares this page with it.
            `{{name}}` writes a text or an address; `{{#name}} … {{/name}}` is written when the name holds something, once for
            each element of a list; `{{^name}} … {{/name}}` when it holds nothing. Inside a list or an object the names around it
            can be used too. Sections `{{#first()}}` and `{{#last()}}` tell the ends of a list. A chart is drawn by a fenced block
            that names it, ```` ```chart bars months ````, and is empty inside. `{{%data year kind=kindPath}}` at the beginning of an
            item gives it `data-year` and `data-kind` for scripts, in a list of pictures or of facts; the Markdown has nothing of it.
            `{{%anchor day}}` at the beginning of a heading or of an item of pictures makes its id of that text; the item is then an
            `<article>`.
            `{{"home.tonight"}}` writes a message of `words/en.yaml`, or of the site's language; what goes into its placeholders is
            named behind it, `{{"rating.ofTen" rating=value}}` or `{{"diary.ofYear" year=name}}`.
            In a list of pictures or of facts, code that is a share, such as `` `64 %` ``, is drawn as a bar, with a mark where a second
            share follows, `` `64 % · 80 %` ``, and code of blocks, `` `▁▃█▁` ``, as a small chart.

            """
        var inner: [any TemplateContext.Type] = []
        let pages = PageKinds.all.map { ("`pages/\($0.template).md`", $0.contextType) }
        for (heading, context) in [
            ("`layout.html`", LayoutContext.self as any TemplateContext.Type), ("Everywhere else", CommonContext.self),
        ] + pages {
            text += section(heading, context, collecting: &inner)
        }
        var position = 0
        while position < inner.count {
            text += section("\(inner[position])".replacing("Context", with: ""), inner[position], collecting: &inner)
            position += 1
        }
        return text
    }

    private static func section(
        _ heading: String, _ context: any TemplateContext.Type, collecting inner: inout [any TemplateContext.Type]
    ) -> String {
        var text = "\n## \(heading)\n\n\(context.summary)\n\n| Name | Holds | |\n| --- | --- | --- |\n"
        for field in context.shapes {
            let type: String
            switch field.type {
            case .text: type = "text"
            case .link: type = "address"
            case .flag: type = "yes or no"
            case .slot: type = "HTML, in three braces"
            case .chart(let kinds): type = "chart: \(kinds.map { "`\($0.rawValue)`" }.joined(separator: " or "))"
            case .list(let element):
                type = "list of \("\(element)".replacing("Context", with: ""))"
                if !inner.contains(where: { $0 == element }) { inner.append(element) }
            case .object(let object):
                type = "\(object)".replacing("Context", with: "")
                if !inner.contains(where: { $0 == object }) { inner.append(object) }
            }
            text += "| `\(field.name)` | \(type) | \(field.summary) |\n"
        }
        return text
    }
}
