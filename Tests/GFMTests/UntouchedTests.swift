import GFM
import Testing

@Suite("What decorating leaves")
struct UntouchedTests {
    @Test("everything else stays as cmark draws it", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "footnotes, with what is decorated inside them",
            #"""
            a[^1] b[^2] a[^1]

            [^1]: [x](/y) · [z](/w)
            [^2]:
                - ![p](/i)

                | a |
                |:-:|
                | 1 |

            """#,
            #"""
            <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup> b<sup \#
            class="footnote-ref"><a href="#fn-2" id="fnref-2" data-footnote-ref>2</a></sup> a<sup \#
            class="footnote-ref"><a href="#fn-1" id="fnref-1-2" data-footnote-ref>1</a></sup></p>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p class="links">
            <a href="/y">x</a> · <a href="/w">z</a>
            </p>
            <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to \#
            content">↩</a> <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref aria-label="Back \#
            to content">↩<sup class="footnote-ref">2</sup></a>
            </li>
            <li id="fn-2">
            <ul class="posters">
            <li>
            <img data-url="/i" alt="p">
            </li>
            </ul>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">a</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>
            <a href="#fnref-2" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a>
            </li>
            </ol>
            </section>

            """#),
        DecorationCase(
            "breaks, lists, quotes, code, raw HTML",
            #"""
            a \#u{20}
            b
            c

            ***

            1. x
            2. y

            > q

                code

            ```swift
            x
            ```

            <div>

            ~~s~~ `c`

            """#,
            #"""
            <p>a<br />
            b
            c</p>
            <hr />
            <ol>
            <li>x</li>
            <li>y</li>
            </ol>
            <blockquote>
            <p>q</p>
            </blockquote>
            <pre><code>code
            </code></pre>
            <pre><code class="language-swift">x
            </code></pre>
            <!-- raw HTML omitted -->
            <p><del>s</del> <code>c</code></p>

            """#),
        DecorationCase(
            "an image's alternative is its text without markup",
            #"""
            ![`a` *b*
            c](/i "t")

            """#,
            #"""
            <p><img data-url="/i" alt="a b c"></p>

            """#),
        DecorationCase(
            "an image inside an image's alternative is text",
            #"""
            ![a ![b](/c) d](/e)

            """#,
            #"""
            <p><img data-url="/e" alt="a b d"></p>

            """#),
        DecorationCase(
            "images in footnotes",
            #"""
            ![a](/b)[^1]

            [^1]: ![c](/d)

            """#,
            #"""
            <p><img data-url="/b" alt="a"><sup class="footnote-ref"><a href="#fn-1" id="fnref-1" \#
            data-footnote-ref>1</a></sup></p>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p><img data-url="/d" alt="c"> <a href="#fnref-1" class="footnote-backref" data-footnote-backref \#
            aria-label="Back to content">↩</a></p>
            </li>
            </ol>
            </section>

            """#),
        DecorationCase(
            "images inside emphasis",
            #"""
            ~~![a](/b)~~ **![c](/d)** *[![e](/f)](/g)*

            """#,
            #"""
            <p><del><img data-url="/b" alt="a"></del> <strong><img data-url="/d" alt="c"></strong> <em><a \#
            href="/g"><img data-url="/f" alt="e"></a></em></p>

            """#),
    ]
}
