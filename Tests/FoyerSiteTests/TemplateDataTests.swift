import GFM
import Testing

@testable import FoyerSite

@Suite("Data for scripts in templates")
struct TemplateDataTests {
    private static let page =
        "{{#books}}\n- {{%data name tag=note}}{{#note}}{{% data kind=name}}{{/note}}**{{name}}** {{note}}\n{{/books}}"

    private static let shelf = ShelfContext(
        note: "of the shelf", books: [BookContext(name: "A \"B\" & <C>", note: "1*"), BookContext(name: "D")])

    @Test("an item has them in HTML, escaped, and in Markdown there is nothing of them")
    func written() throws {
        let files = TemplateFiles(page: Self.page)
        #expect(try files.render(Self.shelf) == "- **A \"B\" & \\<C>** 1\\*\n- **D** \n")
        let rendered = try files.load().markdown(page: "shelf", context: Self.shelf, common: CommonContext(site: .forTests))
            .tidied
        let html = GFM.html(rendered.document, decoration: .pages(.screen, inserts: rendered.inserts))
        #expect(
            String(decoding: html, as: UTF8.self) == """
                <ul class="facts">
                <li data-name="A &quot;B&quot; &amp; &lt;C&gt;" data-tag="1*" data-kind="A &quot;B&quot; &amp; &lt;C&gt;">
                <strong>A &quot;B&quot; &amp; &lt;C&gt;</strong> 1*
                </li>
                <li data-name="D">
                <strong>D</strong>
                </li>
                </ul>

                """)
    }

    @Test("a heading and an item of pictures have the id that they ask for, and in Markdown there is nothing of it")
    func anchors() throws {
        let files = TemplateFiles(page: "{{#books}}\n# {{%anchor note}}{{name}}\n{{/books}}")
        let shelf = ShelfContext(note: "", books: [BookContext(name: "A", note: "2026-11-20 \"x\""), BookContext(name: "B")])
        #expect(try files.render(shelf) == "# A\n# B\n")
        let rendered = try files.load().markdown(page: "shelf", context: shelf, common: CommonContext(site: .forTests)).tidied
        let html = GFM.html(rendered.document, decoration: .pages(.screen, inserts: rendered.inserts))
        #expect(
            String(decoding: html, as: UTF8.self) == "<h1 id=\"2026-11-20-x\">\nA\n</h1>\n<h1 id=\"b\">\nB\n</h1>\n")
    }

    @Test(
        "a mistake is said with its place",
        arguments: [
            ("{{%data nam}}", "1:1: there is no 'nam' here. Do you mean 'name'?"),
            ("x {{%data name open=isOpen}}", "1:3: 'isOpen' is no text: {{%data …}} takes only texts."),
            ("{{%data}}", "1:1: \(malformed)"), ("{{%data a-b=name}}", "1:1: \(malformed)"),
            ("{{%data a=}}", "1:1: \(malformed)"),
            ("{{%anchor}}", "1:1: \(anchor)"), ("{{%anchor isOpen}}", "1:1: \(anchor)"),
            ("{{%anchor name note}}", "1:1: \(anchor)"),
            ("{{%data Name}}", "1:1: \(malformed)"), ("```\n{{%data name}}\n```\n", "2:1: \(malformed)"),
        ])
    func mistakes(page: String, expected: String) {
        #expect(TemplateFiles(page: page).complaint() == "pages/shelf.md:" + expected)
    }

    private static let anchor =
        "the id of a heading or of an item of pictures is {{%anchor name}} at its beginning, in a page's Markdown, with the name of a text."
    private static let malformed =
        "data for scripts is {{%data year kind=kindPath}}, in a page's Markdown: attributes in small letters, with the names of their values."
}
