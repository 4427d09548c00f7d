import GFM
import Testing

@Suite("Safety")
struct SafetyTests {
    /// A hostile text, and what is left of it in plain and in decorated HTML alike.
    struct Attack: Sendable, CustomTestStringConvertible {
        let markdown: String
        let html: String
        var testDescription: String { markdown }

        init(_ markdown: String, _ html: String) { (self.markdown, self.html) = (markdown, html) }
    }

    static let attacks = [
        Attack("a <b onclick=\"x()\">b</b>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n"),
        Attack("<script>alert(1)</script>", "<!-- raw HTML omitted -->\n"),
        Attack("a <script>alert(1)</script>", "<p>a <!-- raw HTML omitted -->alert(1)<!-- raw HTML omitted --></p>\n"),
        Attack("<div\nonmouseover='x'>\n\nb\n\n</div>", "<!-- raw HTML omitted -->\n<p>b</p>\n<!-- raw HTML omitted -->\n"),
        Attack("<!-- --> <img src=x onerror=x>", "<!-- raw HTML omitted -->\n"),
        Attack("<?php x ?><![CDATA[<b>]]>", "<!-- raw HTML omitted -->\n"),
        Attack("a<!DOCTYPE x>b", "<p>a<!-- raw HTML omitted -->b</p>\n"),
        Attack("[a](javascript:x)", "<p><a href=\"\">a</a></p>\n"),
        Attack("[a](JAVAscript:x 'y')", "<p><a href=\"\" title=\"y\">a</a></p>\n"),
        Attack("[a](&#x6A;avascript&colon;x)", "<p><a href=\"\">a</a></p>\n"),
        Attack("[a](vbscript:x) [b](file:///x)", "<p><a href=\"\">a</a> <a href=\"\">b</a></p>\n"),
        Attack("[a](data:text/html,x)", "<p><a href=\"\">a</a></p>\n"),
        Attack("<javascript:alert(1)>", "<p><a href=\"\">javascript:alert(1)</a></p>\n"),
        Attack("[a][b]\n\n[b]: javascript:x", "<p><a href=\"\">a</a></p>\n"),
        Attack("[a](x\"onclick=\"y)", "<p><a href=\"x%22onclick=%22y\">a</a></p>\n"),
        Attack("[a](/b '\"><script>')", "<p><a href=\"/b\" title=\"&quot;&gt;&lt;script&gt;\">a</a></p>\n"),
        Attack("`<script>`", "<p><code>&lt;script&gt;</code></p>\n"),
        Attack("```<script>\n</code>\n```", "<pre><code class=\"language-&lt;script&gt;\">&lt;/code&gt;\n</code></pre>\n"),
        Attack("    </code></pre><script>", "<pre><code>&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;\n</code></pre>\n"),
        Attack("&lt;script&gt; \\<script>", "<p>&lt;script&gt; &lt;script&gt;</p>\n"),
    ]

    @Test("raw HTML and dangerous addresses never pass", arguments: attacks)
    func attackIsHarmless(attack: Attack) {
        #expect(GFM.html(attack.markdown, dialect: .github) == attack.html)
        #expect(GFM.html(attack.markdown, dialect: .page) == attack.html)
        #expect(GFM.html(attack.markdown, decoration: .plain) == attack.html)
    }

    @Test("dangerous addresses never pass in what is decorated")
    func decoratedAddresses() {
        let page = """
            # [a](javascript:x) <b>

            - [![p](/i) <b>N</b>](javascript:x) <i>note</i>

            - **A:** [b](vbscript:x) <script>

            [a](javascript:x) · [b](data:x,y)

            Table: [c](javascript:x) <u>

            | [a](javascript:x) | <b> |
            |:-----------------:|----:|
            | <script>x</script> | [b](file:x) |
            """
        #expect(
            GFM.html(page, decoration: .plain) == """
                <h1 id="a">
                <a href="">a</a> <!-- raw HTML omitted -->
                </h1>
                <ul class="posters">
                <li>
                <a href=""><img data-url="/i" alt="p" beside><span class="name"> <!-- raw HTML omitted -->N\
                <!-- raw HTML omitted --></span></a><span class="note"> <!-- raw HTML omitted -->note<!-- raw HTML omitted --></span>
                </li>
                </ul>
                <ul class="facts">
                <li>
                <strong>A</strong> <a href="">b</a> <!-- raw HTML omitted -->
                </li>
                </ul>
                <p class="links">
                <a href="">a</a> · <a href="">b</a>
                </p>
                <div class="table"><table>
                <caption><a href="">c</a> <!-- raw HTML omitted --></caption>
                <thead><tr><th scope="col"><a href="">a</a></th><th scope="col"><!-- raw HTML omitted --></th></tr></thead>
                <tbody>
                <tr><td><!-- raw HTML omitted -->x<!-- raw HTML omitted --></td><td><a href="">b</a></td></tr>
                </tbody>
                </table></div>

                """)
    }

    @Test("an image's address and alternative reach the decoration as data, and leave it as it wrote them")
    func hostileImages() {
        #expect(
            GFM.html("![\"><script>x</script>](x\"><script>) ![a*b*&lt;`c`](<y 'z'>) ![](/)\n", decoration: .plain) == """
                <p><img data-url="x&quot;&gt;&lt;script&gt;" alt="&quot;&gt;x"> \
                <img data-url="y &#39;z&#39;" alt="ab&lt;c"> <img data-url="/" alt=""></p>

                """)
    }

    @Test(
        "a dangerous address of an image is empty for the decoration too",
        arguments: [
            "javascript:x", "JavaScript:x", "&#106;avascript:x", "vbscript:x", "file:///x", "data:text/html,x",
            "data:image/svg+xml,x",
        ])
    func dangerousImages(address: String) {
        #expect(GFM.html("![a](\(address))", decoration: .plain) == "<p><img data-url=\"\" alt=\"a\"></p>\n")
    }

    @Test("every dangerous text of the corpus is gone", arguments: CorpusFile.all)
    func corpusIsSafe(file: CorpusFile) throws {
        let text = try file.text()
        for html in [GFM.html(text), GFM.html(text, dialect: .page), GFM.html(text, decoration: .plain)] {
            let lower = html.lowercased()
            let dangers = [
                "<script", "<iframe", "<style", "<svg", "<b", "href=\"javascript", "src=\"javascript", "<img src=x", "<a onclick",
            ]
            for danger in dangers {
                let allowed = danger == "<b" ? lower.replacing(/<(blockquote|br \/|bdi lang="..")>/, with: "") : lower
                #expect(!allowed.contains(danger), "\(danger)")
            }
        }
    }
}
