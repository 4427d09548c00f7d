import GFM
import Testing

@Suite("Headings")
struct HeadingTests {
    @Test("a heading has an id of its own words", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    @Test("a heading that is all ASCII has the id that its words have before a letter that is not", arguments: HostileTitles.all)
    func ascii(title: String) throws {
        guard title.utf8.allSatisfy({ $0 < 0x80 }) else { return }
        func id(_ heading: String) throws -> String {
            let html = GFM.html("# \(MarkdownText.escape(heading))\n", decoration: .plain)
            return String(try #require(html.firstMatch(of: /id="([^"]*)"/)?.1))
        }
        let (own, before) = (try id(title), try id(title + " \u{E9}"))
        #expect(before == (own == "section" ? "\u{E9}" : "\(own)-\u{E9}"))
    }

    private static let cases = [
        DecorationCase(
            "ids are the words, and unique",
            #"""
            # Foo

            ## Foo

            ## Foo 2

            # foo!

            # Foo

            """#,
            #"""
            <h1 id="foo">
            Foo
            </h1>
            <h2 id="foo-2">
            Foo
            </h2>
            <h2 id="foo-2-2">
            Foo 2
            </h2>
            <h1 id="foo-3">
            foo!
            </h1>
            <h1 id="foo-4">
            Foo
            </h1>

            """#),
        DecorationCase(
            "any script makes an id, what has no letters is a section",
            #"""
            # 進撃の巨人

            # العنوان

            # Ünïcode & *markup* `code` [link](/x)

            # 👻

            #

            # !!!

            # ![Alt](/i)

            # 11.22.63

            # É e\#u{301}

            """#,
            #"""
            <h1 id="進撃の巨人">
            <span lang="ja">進撃の巨人</span>
            </h1>
            <h1 id="العنوان">
            <bdi lang="ar">العنوان</bdi>
            </h1>
            <h1 id="ünïcode-markup-code-link">
            Ünïcode &amp; <em>markup</em> <code>code</code> <a href="/x">link</a>
            </h1>
            <h1 id="section">
            👻
            </h1>
            <h1 id="section-2">
            </h1>
            <h1 id="section-3">
            !!!
            </h1>
            <h1 id="alt">
            <img data-url="/i" alt="Alt">
            </h1>
            <h1 id="11-22-63">
            11.22.63
            </h1>
            <h1 id="é-e\#u{301}">
            É e\#u{301}
            </h1>

            """#),
        DecorationCase(
            "a heading takes the id that stands first in it, unless it is taken, and keeps its words",
            #"""
            # ![](anchor:1)Monday

            ## ![](anchor:1)Tuesday

            ### ![](anchor:7)Wednesday ![](anchor:2)

            """#,
            #"""
            <h1 id="2026-11-01">
            Monday
            </h1>
            <h2 id="2026-11-01-2">
            Tuesday
            </h2>
            <h3 id="wednesday">
            Wednesday\#u{20}
            </h3>

            """#),
        DecorationCase(
            "headings inside quotes and items have ids too",
            #"""
            > # Quoted

            - # Item

            1. ## Item

            Setext
            ===

            """#,
            #"""
            <blockquote>
            <h1 id="quoted">
            Quoted
            </h1>
            </blockquote>
            <ul>
            <li>
            <h1 id="item">
            Item
            </h1>
            </li>
            </ul>
            <ol>
            <li>
            <h2 id="item-2">
            Item
            </h2>
            </li>
            </ol>
            <h1 id="setext">
            Setext
            </h1>

            """#),
        DecorationCase(
            "no heading takes a footnote's id",
            #"""
            # Fn 1

            a[^1]

            [^1]: b

                # Fnref 1

            """#,
            #"""
            <h1 id="section-fn-1">
            Fn 1
            </h1>
            <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p>b</p>
            <h1 id="section-fnref-1">
            Fnref 1
            </h1>
            <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a>
            </li>
            </ol>
            </section>

            """#),
    ]
}
