import GFM
import Testing

@Suite("GitHub Flavored Markdown")
struct CorpusTests {
    @Test("a text becomes, byte for byte, what Debian's cmark-gfm makes of it", arguments: CorpusFile.all)
    func matchesProgram(file: CorpusFile) async throws {
        let html = try GFM.html(file.text())
        let reference = try await file.reference()
        #expect(Array(html.utf8) == Array(reference.utf8), "\(file.name)\n\(html)")
    }

    @Test("the corpus holds every construct")
    func corpusIsComplete() async throws {
        var html = ""
        for file in CorpusFile.all { html += try await file.reference() }
        let marks = [
            "<p>", "<br />", "<h1>", "<h2>", "<h3>", "<h4>", "<h5>", "<h6>", "<ul>", "<ol>", "<ol start=\"7\">", "<li>",
            "<li>\n<p>",
            "<input type=\"checkbox\" disabled=\"\" />", "<input type=\"checkbox\" checked=\"\" disabled=\"\" />", "<table>",
            "<th>",
            "<th align=\"left\">", "<td align=\"center\">", "<td align=\"right\">", "<td align=\"right\"><del>", "<del>", "<em>",
            "<strong>",
            "<a href=\"http://www.example.com\">www.example.com</a>", "<a href=\"mailto:a@example.com\">",
            "<a href=\"https://example.com/", "class=\"footnote-ref\"", "<section class=\"footnotes\"", "↩<sup", "<code>",
            "<pre><code>", "<pre><code class=\"language-swift\">", "<blockquote>", "<hr />", "<img src=", " title=", "©",
            "<!-- raw HTML omitted -->", "href=\"\"", "\u{FFFD}", "進撃の巨人", "العنوان", "👨‍👩‍👧‍👦",
        ]
        #expect(marks.filter { !html.contains($0) } == [])
        #expect(CorpusFile.all.count >= 25)
    }

    @Test("an empty text is an empty page", arguments: ["", "\n", " \t\r\n"])
    func emptyText(text: String) {
        #expect(GFM.html(text) == "")
        #expect(GFM.html(text, decoration: .plain) == "")
    }

    @Test("bare addresses are links in the owner's texts, and text in pages")
    func bareAddresses() {
        let text = "www.example.com https://example.com/a a@example.com\n"
        #expect(
            GFM.html(text) == """
                <p><a href="http://www.example.com">www.example.com</a> <a href="https://example.com/a">https://example.com/a</a> \
                <a href="mailto:a@example.com">a@example.com</a></p>

                """)
        #expect(GFM.html(text, dialect: .page) == "<p>\(text.dropLast())</p>\n")
    }

    @Test("pages and the owner's texts differ in bare addresses only", arguments: CorpusFile.all)
    func dialectsAgree(file: CorpusFile) throws {
        let text = try file.text()
        let bare = ["www.", "http:", "https:", "ftp:", "mailto:", "xmpp:", "@"]
        guard !bare.contains(where: text.contains) else { return }
        #expect(GFM.html(text, dialect: .page) == GFM.html(text, dialect: .github))
    }
}
