import GFM
import Testing

@Suite("Tables")
struct TableTests {
    @Test("a table is drawn as our own HTML", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "columns of numbers, no alignment",
            #"""
            | Title | Year | Hours | None |
            |:------|:----:|------:|------|
            | *Andor* | 2022 | 1,234.5 h | – |
            | ![p](/i) Dark | 2017 | 3 | |
            | [x](/y) | – | −2 | x |

            """#,
            #"""
            <div class="table"><table>
            <thead><tr><th scope="col">Title</th><th scope="col" class="number">Year</th><th scope="col" \#
            class="number">Hours</th><th scope="col">None</th></tr></thead>
            <tbody>
            <tr><td><em>Andor</em></td><td class="number">2022</td><td class="number">1,234.5 h</td><td>–</td></tr>
            <tr><td><img data-url="/i" alt="p"> Dark</td><td class="number">2017</td><td class="number">3</td>\#
            <td></td></tr>
            <tr><td><a href="/y">x</a></td><td class="number">–</td><td class="number">−2</td><td>x</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "a head without a body",
            #"""
            | a | b |
            |---|---|

            """#,
            #"""
            <div class="table"><table>
            <thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
            </table></div>

            """#),
        DecorationCase(
            "rows that are too short or too long",
            #"""
            | a | b |
            |---|---|
            | 1 |
            | 2 | 3 | 4 |

            """#,
            #"""
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">a</th><th scope="col">b</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td><td></td></tr>
            <tr><td class="number">2</td><td>3</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "a paragraph above is the caption",
            #"""
            Table: Years *and* ![i](/i)

            | y |
            |---|
            | 1 |

            Table: No table here

            text

            Table:

            | y |
            |---|
            | 1 |

            """#,
            #"""
            <div class="table"><table>
            <caption>Years <em>and</em> <img data-url="/i" alt="i"></caption>
            <thead><tr><th scope="col" class="number">y</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>
            <p>Table: No table here</p>
            <p>text</p>
            <p>Table:</p>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">y</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "a caption right above",
            #"""
            Table: Close
            | y |
            |---|
            | 1 |

            """#,
            #"""
            <div class="table"><table>
            <caption>Close</caption>
            <thead><tr><th scope="col" class="number">y</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "tables inside quotes and items",
            #"""
            > Table: Q
            >
            > | a |
            > |:-:|
            > | 1 |

            - | b |
              |--:|
              | x |

            """#,
            #"""
            <blockquote>
            <div class="table"><table>
            <caption>Q</caption>
            <thead><tr><th scope="col" class="number">a</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>
            </blockquote>
            <ul>
            <li>
            <div class="table"><table>
            <thead><tr><th scope="col">b</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>
            </li>
            </ul>

            """#),
        DecorationCase(
            "footnotes and markup in cells",
            #"""
            | a[^1] | ~~b~~ |
            |---|---|
            | `c` \| | d[^1] |

            [^1]: e

            """#,
            #"""
            <div class="table"><table>
            <thead><tr><th scope="col">a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" \#
            data-footnote-ref>1</a></sup></th><th scope="col"><del>b</del></th></tr></thead>
            <tbody>
            <tr><td><code>c</code> |</td><td>d<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" \#
            data-footnote-ref>1</a></sup></td></tr>
            </tbody>
            </table></div>
            <section class="footnotes" data-footnotes>
            <ol>
            <li id="fn-1">
            <p>e <a href="#fnref-1" class="footnote-backref" data-footnote-backref aria-label="Back to \#
            content">↩</a> <a href="#fnref-1-2" class="footnote-backref" data-footnote-backref aria-label="Back \#
            to content">↩<sup class="footnote-ref">2</sup></a></p>
            </li>
            </ol>
            </section>

            """#),
        DecorationCase(
            "images in cells",
            #"""
            | a |
            |---|
            | **![c](/d)** [![e](/f) g](/h) ![i](/j) |

            """#,
            #"""
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td><strong><img data-url="/d" alt="c"></strong> <a href="/h"><img data-url="/f" alt="e" beside> g</a> \#
            <img data-url="/j" alt="i"></td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "what counts as a number",
            #"""
            | a | b | c | d | e | f | g | h |
            |-|-|-|-|-|-|-|-|
            | 1 h | 50% | 9★ | 1/10 | 2×3 | – | 1.5 x | 1\#u{A0}234\#u{A0}h |
            | +1 min | 3 % | 8 ★ | 2 | 4 | – | 2 | −5 |

            """#,
            #"""
            <div class="table columns"><table>
            <thead><tr><th scope="col" class="number">a</th><th scope="col" class="number">b</th><th \#
            scope="col" class="number">c</th><th scope="col" class="number">d</th><th scope="col" \#
            class="number">e</th><th scope="col" class="number">f</th><th scope="col">g</th><th scope="col" \#
            class="number">h</th></tr></thead>
            <tbody>
            <tr><td class="number">1 h</td><td class="number">50%</td><td class="number">9★</td><td \#
            class="number">1/10</td><td class="number">2×3</td><td class="number">–</td><td>1.5 x</td><td \#
            class="number">1\#u{A0}234\#u{A0}h</td></tr>
            <tr><td class="number">+1 min</td><td class="number">3 %</td><td class="number">8 ★</td><td \#
            class="number">2</td><td class="number">4</td><td class="number">–</td><td>2</td><td \#
            class="number">−5</td></tr>
            </tbody>
            </table></div>

            """#),
    ]
}
