import GFM
import Testing

@Suite("Sections")
struct SectionTests {
    @Test("headings divide a page into sections, its last rule parts the foot from it, and its chapters are listed")
    func divided() {
        let page = GFM.page(
            Array(
                """
                # Year

                opening

                ## TV *shows*

                - **Time:** 2 h

                ### Most

                one

                ### Best

                two

                ---

                three

                ## Year

                ###### folded

                inside

                ---

                Data of [Simkl](https://simkl.com/).

                """.utf8), decoration: .plain)
        #expect(
            String(decoding: page.content, as: UTF8.self) == """
                <header class="opening">
                <h1 id="year">
                Year
                </h1>
                <p>opening</p>
                </header>
                <section>
                <h2 id="tv-shows">
                TV <em>shows</em>
                </h2>
                <ul class="facts">
                <li>
                <strong>Time</strong> 2 h
                </li>
                </ul>
                <section>
                <h3 id="most">
                Most
                </h3>
                <p>one</p>
                </section>
                <section>
                <h3 id="best">
                Best
                </h3>
                <p>two</p>
                <hr />
                <p>three</p>
                </section>
                </section>
                <section>
                <h2 id="year-2">
                Year
                </h2>
                <details id="folded">
                <summary>
                folded
                </summary>
                <p>inside</p>
                </details>
                </section>

                """)
        #expect(
            String(decoding: page.foot, as: UTF8.self) == """
                <p>Data of <a href="https://simkl.com/">Simkl</a>.</p>

                """)
        #expect(page.chapters.map(\.anchor) == ["tv-shows", "year-2"])
        #expect(page.chapters.map(\.name) == ["TV shows", "Year"])
    }

    @Test(
        "a page may begin with a section, have no foot, or be empty",
        arguments: [
            ("", "", ""), ("---\n", "", ""), ("---\n\nend\n", "", "<p>end</p>\n"),
            ("## A\n", "<section>\n<h2 id=\"a\">\nA\n</h2>\n</section>\n", ""),
            ("### B\n", "<header class=\"opening\">\n<section>\n<h3 id=\"b\">\nB\n</h3>\n</section>\n</header>\n", ""),
        ])
    func borders(markdown: String, content: String, foot: String) {
        let page = GFM.page(Array(markdown.utf8), decoration: .plain)
        #expect(String(decoding: page.content, as: UTF8.self) == content)
        #expect(String(decoding: page.foot, as: UTF8.self) == foot)
    }
}
