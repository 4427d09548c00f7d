import GFM
import Testing

@Suite("Charts")
struct ChartTests {
    @Test("a chart block and its table are drawn together", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "a chart gets its words, its text and its rows",
            #"""
            ``` chart bars by month
            One <b> "sentence"
            and two
            ```

            | Month | Min |\#u{20}
            |-------|----:|
            | Jan | 75 |
            | *Feb* \| `x` | 1,000 |

            After

            """#,
            #"""
            <figure data-info="bars by month" data-text="One &lt;b&gt; &quot;sentence&quot;
            and two
            " data-rows="[Month|Min][Jan|75][Feb | x|1,000]">
            <div class="table"><table>
            <thead><tr><th scope="col">Month</th><th scope="col" class="number">Min</th></tr></thead>
            <tbody>
            <tr><td>Jan</td><td class="number">75</td></tr>
            <tr><td><em>Feb</em> | <code>x</code></td><td class="number">1,000</td></tr>
            </tbody>
            </table></div>

            </figure>
            <p>After</p>

            """#),
        DecorationCase(
            "an empty chart at the end",
            #"""
            ``` chart bars
            ```

            | a | b |
            |--|--|
            | x | 1 |

            """#,
            #"""
            <figure data-info="bars" data-text="" data-rows="[a|b][x|1]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th><th scope="col" class="number">b</th></tr></thead>
            <tbody>
            <tr><td>x</td><td class="number">1</td></tr>
            </tbody>
            </table></div>

            </figure>

            """#),
        DecorationCase(
            "an unknown kind stays a block and a table",
            #"""
            ``` chart pie
            x
            ```

            | a |
            |:-:|
            | 1 |

            """#,
            #"""
            <pre><code class="language-chart">x
            </code></pre>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">a</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "without a table right behind it stays a block",
            #"""
            ``` chart bars
            x
            ```

            text

            | a |
            |---|
            | 1 |

            ```chart
            ```

            """#,
            #"""
            <pre><code class="language-chart">x
            </code></pre>
            <p>text</p>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">a</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>
            <pre><code class="language-chart"></code></pre>

            """#),
        DecorationCase(
            "another word is no chart",
            #"""
            ``` charts bars
            ```

            | a |
            |---|
            | 1 |

            """#,
            #"""
            <pre><code class="language-charts"></code></pre>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">a</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td></tr>
            </tbody>
            </table></div>

            """#),
        DecorationCase(
            "two charts in a row",
            #"""
            ``` chart bars
            1
            ```

            | a |
            |---|
            | x |

            ``` chart bars
            2
            ```

            | a |
            |---|
            | y |

            """#,
            #"""
            <figure data-info="bars" data-text="1
            " data-rows="[a][x]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>

            </figure>
            <figure data-info="bars" data-text="2
            " data-rows="[a][y]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>y</td></tr>
            </tbody>
            </table></div>

            </figure>

            """#),
        DecorationCase(
            "a caption above a chart stays a paragraph",
            #"""
            Table: Cap

            ``` chart bars
            1
            ```

            | a |
            |---|
            | x |

            """#,
            #"""
            <p>Table: Cap</p>
            <figure data-info="bars" data-text="1
            " data-rows="[a][x]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>

            </figure>

            """#),
        DecorationCase(
            "charts inside quotes and items",
            #"""
            > ``` chart bars
            > q
            > ```
            >
            > | a |
            > |---|
            > | x |

            - ``` chart bars
              l
              ```
              | a |
              |---|
              | x |

            """#,
            #"""
            <blockquote>
            <figure data-info="bars" data-text="q
            " data-rows="[a][x]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>

            </figure>
            </blockquote>
            <ul>
            <li>
            <figure data-info="bars" data-text="l
            " data-rows="[a][x]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>x</td></tr>
            </tbody>
            </table></div>

            </figure>
            </li>
            </ul>

            """#),
        DecorationCase(
            "no character in a cell moves the table",
            #"""
            ``` chart bars
            x
            ```

            | a |
            |---|
            | b\#u{1}c |

            """#,
            #"""
            <figure data-info="bars" data-text="x
            " data-rows="[a][b\#u{1}c]">
            <div class="table"><table>
            <thead><tr><th scope="col">a</th></tr></thead>
            <tbody>
            <tr><td>b\#u{1}c</td></tr>
            </tbody>
            </table></div>

            </figure>

            """#),
    ]
}
