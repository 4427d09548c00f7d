import GFM
import Testing

@Suite("Folds and bars")
struct FoldTests {
    @Test("a heading of the sixth level folds what is below it, a share in a card's note has a bar", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "a fold ends at the next heading, at a rule, or with the page",
            #"""
            ###### One & *two*

            Text

            | A |
            | - |
            | b |

            ###### One & two

            - ![P](/p)

            ## Three

            ###### Four

            Text

            ---

            Five

            ###### Six
            """#,
            #"""
            <details id="one-two">
            <summary>
            One &amp; <em>two</em>
            </summary>
            <p>Text</p>
            <div class="table"><table>
            <thead><tr><th scope="col">A</th></tr></thead>
            <tbody>
            <tr><td>b</td></tr>
            </tbody>
            </table></div>
            </details>
            <details id="one-two-2">
            <summary>
            One &amp; two
            </summary>
            <ul class="posters">
            <li>
            <img data-url="/p" alt="P">
            </li>
            </ul>
            </details>
            <h2 id="three">
            Three
            </h2>
            <details id="four">
            <summary>
            Four
            </summary>
            <p>Text</p>
            </details>
            <hr />
            <p>Five</p>
            <details id="six">
            <summary>
            Six
            </summary>
            </details>

            """#),
        DecorationCase(
            "only a whole share from 0 to 100 in a card's note has a bar",
            #"""
            - [![P](/p) A](/a) next `64 %`
            - [![P](/p) B](/b) `101 %` `0%` `x %` `-1 %` 5 %

            `64 %`

            """#,
            #"""
            <ul class="posters">
            <li>
            <a href="/a"><img data-url="/p" alt="P" beside><span class="name"> A</span></a><span class="note"> next 64\#u{A0}%\#
            <svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="64" height="1"/></svg></span>
            </li>
            <li>
            <a href="/b"><img data-url="/p" alt="P" beside><span class="name"> B</span></a><span class="note"> \#
            <code>101 %</code> 0\#u{A0}%<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">\#
            <rect width="0" height="1"/></svg> <code>x %</code> <code>-1 %</code> 5 %</span>
            </li>
            </ul>
            <p><code>64 %</code></p>

            """#),
    ]
}
