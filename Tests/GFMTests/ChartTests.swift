import GFM
import Testing

@Suite("Charts")
struct ChartTests {
    @Test("a block that has a chart's number becomes that chart", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "charts between text, one twice",
            """
            Before

            ``` chart 0
            ```

            ~~~ chart 2
            what is inside does not matter
            ~~~
            ``` chart 0
            ```
            After

            """,
            """
            <p>Before</p>
            <figure>chart 0 & its "table"</figure>
            <figure>chart 2 & its "table"</figure>
            <figure>chart 0 & its "table"</figure>
            <p>After</p>

            """),
        DecorationCase(
            "what has no number, another word, or a number that there is none of, stays a block",
            """
            ``` chart
            ```

            ``` chart bars
            ```

            ``` chart 3
            x
            ```

            ``` charts 1
            ```

            ``` chart 1 2
            ```

            ``` chart -1x
            ```

            """,
            """
            <pre><code class="language-chart"></code></pre>
            <pre><code class="language-chart"></code></pre>
            <pre><code class="language-chart">x
            </code></pre>
            <pre><code class="language-charts"></code></pre>
            <pre><code class="language-chart"></code></pre>
            <pre><code class="language-chart"></code></pre>

            """),
        DecorationCase(
            "charts inside quotes and items",
            """
            > ``` chart 1
            > ```

            - ``` chart 2
              ```

            """,
            """
            <blockquote>
            <figure>chart 1 & its "table"</figure>
            </blockquote>
            <ul>
            <li>
            <figure>chart 2 & its "table"</figure>
            </li>
            </ul>

            """),
        DecorationCase(
            "a table behind a chart, and a caption before one, are their own",
            """
            Table: Cap

            ``` chart 1
            ```

            | a |
            |---|
            | x |

            """,
            """
            <p>Table: Cap</p>
            <figure>chart 1 & its "table"</figure>
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>

            """),
    ]
}
