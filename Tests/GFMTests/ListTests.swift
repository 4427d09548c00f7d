import GFM
import Testing

@Suite("Lists")
struct ListTests {
    @Test("a list becomes what its items say", arguments: cases)
    func decorated(example: DecorationCase) {
        #expect(GFM.html(example.markdown, decoration: .plain) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "items that open with an image are posters, with names and notes",
            #"""
            - [![Poster](/a_m.webp) Andor](/tv/1/) 2022, watching
            - [![](/b.webp) *Arcane*](/tv/2/)
            - [![Dark](/c.webp)](/tv/3/) 9
            - ![Alone](/d.webp) note
            - ![Bare](/e.webp)

            """#,
            #"""
            <ul class="posters">
            <li>
            <a href="/tv/1/"><img data-url="/a_m.webp" alt="Poster" beside><span class="name"> Andor</span></a>\#
            <span class="note"> 2022, watching</span>
            </li>
            <li>
            <a href="/tv/2/"><img data-url="/b.webp" alt="" beside><span class="name"> <em>Arcane</em></span></a>
            </li>
            <li>
            <a href="/tv/3/"><img data-url="/c.webp" alt="Dark"></a><span class="note"> 9</span>
            </li>
            <li>
            <img data-url="/d.webp" alt="Alone"><span class="note"> note</span>
            </li>
            <li>
            <img data-url="/e.webp" alt="Bare">
            </li>
            </ul>

            """#),
        DecorationCase(
            "an item of posters with an id is an article, and its name a heading below that of the text around",
            #"""
            ### Day

            - ![](anchor:1)[![P](/a) A](/1) 9
            - ![](attributes:2)![](anchor:1)![Q](/b)
            - ![](anchor:7)![R](/c)

            """#,
            #"""
            <h3 id="day">
            Day
            </h3>
            <ul class="posters">
            <li><article id="2026-11-01">
            <a href="/1"><img data-url="/a" alt="P" beside><h4 class="name"> A</h4></a><span class="note"> 9</span>
            </article></li>
            <li data-number="2"><article id="2026-11-01-2">
            <img data-url="/b" alt="Q">
            </article></li>
            <li>
            <img data-url="/c" alt="R">
            </li>
            </ul>

            """#),
        DecorationCase(
            "items of posters and of facts take the attributes that stand first in them; everywhere else these are left out",
            #"""
            - ![](attributes:1)![](attributes:0)[![P](/a) A](/1) ![](attributes:2)9
            - ![](attributes:7)![Q](/b)

            ---

            - ![](attributes:2)**Name:** value

            ---

            - ![](attributes:0)plain ![a](attributes:0) ![](attributes:x)

            """#,
            #"""
            <ul class="posters">
            <li data-number="1" data-number="0">
            <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a><span class="note"> 9</span>
            </li>
            <li>
            <img data-url="/b" alt="Q">
            </li>
            </ul>
            <hr />
            <ul class="facts">
            <li data-number="2">
            <strong>Name</strong> value
            </li>
            </ul>
            <hr />
            <ul>
            <li>plain <img data-url="attributes:0" alt="a"> <img data-url="attributes:x" alt=""></li>
            </ul>

            """#),
        DecorationCase(
            "shares and blocks in code are drawn in posters and facts, and nothing else is",
            #"""
            - [![P](/a) A](/1) `64 %` · `7` · `101 %` · `1 % · 2 % · 3 %`
            - [![Q](/b) B](/2) `▂`

            ---

            - **One:** 4 h `▁▃█` *before*
            - **Two:** `64 % · 80 %` · `100 % · 100 %`

            ---

            - `64 %`
            - `▁▃█`

            """#,
            #"""
            <ul class="posters">
            <li>
            <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a><span class="note"> 64\#u{A0}%\#
            <svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="64" height="1"/></svg>\#
             · <code>7</code> · <code>101 %</code> · <code>1 % · 2 % · 3 %</code></span>
            </li>
            <li>
            <a href="/2"><img data-url="/b" alt="Q" beside><span class="name"> B</span></a><span class="note"> <code>▂</code></span>
            </li>
            </ul>
            <hr />
            <ul class="facts">
            <li>
            <strong>One</strong> 4 h <svg class="spark" aria-hidden="true" viewBox="0 0 11 30" preserveAspectRatio="none">\#
            <rect x="0" y="28" width="3" height="2"/><rect x="4" y="20" width="3" height="10"/>\#
            <rect x="8" y="0" width="3" height="30"/></svg> <em>before</em>
            </li>
            <li>
            <strong>Two</strong> 64\#u{A0}%\#
            <svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="64" height="1"/>\#
            <rect class="mark" x="80" width="1" height="1"/></svg> · 100\#u{A0}%\#
            <svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none"><rect width="100" height="1"/>\#
            <rect class="mark" x="99" width="1" height="1"/></svg>
            </li>
            </ul>
            <hr />
            <ul>
            <li><code>64 %</code></li>
            <li><code>▁▃█</code></li>
            </ul>

            """#),
        DecorationCase(
            "loose posters",
            #"""
            - [![P](/a) A](/1)

            - [![Q](/b) B](/2)

            """#,
            #"""
            <ul class="posters">
            <li>
            <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a>
            </li>
            <li>
            <a href="/2"><img data-url="/b" alt="Q" beside><span class="name"> B</span></a>
            </li>
            </ul>

            """#),
        DecorationCase(
            "posters among other items are a list of their own, as when no heading stands between two lists",
            #"""
            - **Time:** 2 h
            - **Films:** 1

            - [![P](/a) A](/1)
            - [B](/2)
            - c

            """#,
            #"""
            <ul class="facts">
            <li>
            <strong>Time</strong> 2 h
            </li>
            <li>
            <strong>Films</strong> 1
            </li>
            </ul>
            <ul class="posters">
            <li>
            <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a>
            </li>
            </ul>
            <ul>
            <li>
            <p><a href="/2">B</a></p>
            </li>
            <li>
            <p>c</p>
            </li>
            </ul>

            """#),
        DecorationCase(
            "an empty item is no poster",
            #"""
            - ![P](/a)
            -

            """#,
            #"""
            <ul class="posters">
            <li>
            <img data-url="/a" alt="P">
            </li>
            </ul>
            <ul>
            <li>
            </li>
            </ul>

            """#),
        DecorationCase(
            "a numbered list of images stays a list",
            #"""
            1. [![P](/a) A](/1)
            2. [![Q](/b) B](/2)

            """#,
            #"""
            <ol>
            <li><a href="/1"><img data-url="/a" alt="P"> A</a></li>
            <li><a href="/2"><img data-url="/b" alt="Q"> B</a></li>
            </ol>

            """#),
        DecorationCase(
            "images inside a note are drawn once",
            #"""
            - [![P](/a) A](/1) by ![who](/w)
            - ![Q](/b) by ![who](/w)

            """#,
            #"""
            <ul class="posters">
            <li>
            <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a><span class="note"> \#
            by <img data-url="/w" alt="who"></span>
            </li>
            <li>
            <img data-url="/b" alt="Q"><span class="note"> by <img data-url="/w" alt="who"></span>
            </li>
            </ul>

            """#),
        DecorationCase(
            "items of several blocks stay a list",
            #"""
            - ![P](/a) x

              second

            - ![Q](/b)

              - sub

            """#,
            #"""
            <ul>
            <li>
            <p><img data-url="/a" alt="P"> x</p>
            <p>second</p>
            </li>
            <li>
            <p><img data-url="/b" alt="Q"></p>
            <ul>
            <li>sub</li>
            </ul>
            </li>
            </ul>

            """#),
        DecorationCase(
            "posters inside an item",
            #"""
            - Group
              - ![P](/a)
              - ![Q](/b)
            - Other

            """#,
            #"""
            <ul>
            <li>Group
            <ul class="posters">
            <li>
            <img data-url="/a" alt="P">
            </li>
            <li>
            <img data-url="/b" alt="Q">
            </li>
            </ul>
            </li>
            <li>Other</li>
            </ul>

            """#),
        DecorationCase(
            "a task with an image stays a task",
            #"""
            - [x] ![P](/a)

            """#,
            #"""
            <ul>
            <li><input type="checkbox" checked="" disabled="" /> <img data-url="/a" alt="P"></li>
            </ul>

            """#),
        DecorationCase(
            "items that open with bold words are facts",
            #"""
            - **Status:** Watching
            - **Rating:** 9 of 10 ![star](/s)
            - **Only**
            - **Link:** [x](/y)

            """#,
            #"""
            <ul class="facts">
            <li>
            <strong>Status</strong> Watching
            </li>
            <li>
            <strong>Rating</strong> 9 of 10 <img data-url="/s" alt="star">
            </li>
            <li>
            <strong>Only</strong>
            </li>
            <li>
            <strong>Link</strong> <a href="/y">x</a>
            </li>
            </ul>

            """#),
        DecorationCase(
            "loose facts",
            #"""
            - **A:** b

            - **C:** d

            """#,
            #"""
            <ul class="facts">
            <li>
            <strong>A</strong> b
            </li>
            <li>
            <strong>C</strong> d
            </li>
            </ul>

            """#),
        DecorationCase(
            "one item without bold words keeps the list plain",
            #"""
            - **A:** b
            - c

            """#,
            #"""
            <ul>
            <li><strong>A:</strong> b</li>
            <li>c</li>
            </ul>

            """#),
        DecorationCase(
            "facts with more than a line stay a list",
            #"""
            - **A:** b

              more

            - **C:** d

            """#,
            #"""
            <ul>
            <li>
            <p><strong>A:</strong> b</p>
            <p>more</p>
            </li>
            <li>
            <p><strong>C:</strong> d</p>
            </li>
            </ul>

            """#),
        DecorationCase(
            "a numbered list of facts stays a list",
            #"""
            1. **A:** b
            2. **C:** d

            """#,
            #"""
            <ol>
            <li><strong>A:</strong> b</li>
            <li><strong>C:</strong> d</li>
            </ol>

            """#),
        DecorationCase(
            "facts inside an item",
            #"""
            - **A:**
              - **B:** c
              - **D:** e

            """#,
            #"""
            <ul>
            <li><strong>A:</strong>
            <ul class="facts">
            <li>
            <strong>B</strong> c
            </li>
            <li>
            <strong>D</strong> e
            </li>
            </ul>
            </li>
            </ul>

            """#),
        DecorationCase(
            "a table inside an item is drawn as a table",
            #"""
            - **A:**

              | x | y |
              |:-:|--:|
              | 1 | 2 |

            """#,
            #"""
            <ul>
            <li>
            <p><strong>A:</strong></p>
            <div class="table"><table>
            <thead><tr><th scope="col" class="number">x</th><th scope="col" class="number">y</th></tr></thead>
            <tbody>
            <tr><td class="number">1</td><td class="number">2</td></tr>
            </tbody>
            </table></div>
            </li>
            </ul>

            """#),
        DecorationCase(
            "a heading inside an item is a heading",
            #"""
            - # **A**

            """#,
            #"""
            <ul>
            <li>
            <h1 id="a">
            <strong>A</strong>
            </h1>
            </li>
            </ul>

            """#),
        DecorationCase(
            "tasks with bold words stay tasks",
            #"""
            - [x] **A:** b
            - [ ] **C:** d

            """#,
            #"""
            <ul>
            <li><input type="checkbox" checked="" disabled="" /> <strong>A:</strong> b</li>
            <li><input type="checkbox" disabled="" /> <strong>C:</strong> d</li>
            </ul>

            """#),
        DecorationCase(
            "tasks stay as they are",
            #"""
            - [x] a
            - [ ] ![p](/i)
              - [x] c

            """#,
            #"""
            <ul>
            <li><input type="checkbox" checked="" disabled="" /> a</li>
            <li><input type="checkbox" disabled="" /> <img data-url="/i" alt="p">
            <ul>
            <li><input type="checkbox" checked="" disabled="" /> c</li>
            </ul>
            </li>
            </ul>

            """#),
        DecorationCase(
            "empty items stay",
            #"""
            -
            -

            """#,
            #"""
            <ul>
            <li></li>
            <li></li>
            </ul>

            """#),
        DecorationCase(
            "links between middle dots are a row of links",
            #"""
            [a](/a) · [b](/b) · now

            [a](/a)

            · [a](/a)

            [a](/a) or [b](/b)

            [a](/a) · **b**

            [a](/a)
            · [b](/b)

            ![i](/i) · [a](/a)

            """#,
            #"""
            <p class="links">
            <a href="/a">a</a> · <a href="/b">b</a> · now
            </p>
            <p><a href="/a">a</a></p>
            <p class="links">
            · <a href="/a">a</a>
            </p>
            <p><a href="/a">a</a> or <a href="/b">b</a></p>
            <p class="links">
            <a href="/a">a</a> · <strong>b</strong>
            </p>
            <p><a href="/a">a</a>
            · <a href="/b">b</a></p>
            <p><img data-url="/i" alt="i"> · <a href="/a">a</a></p>

            """#),
        DecorationCase(
            "a row of links inside a quote, but none inside an item",
            #"""
            > [a](/a) · [b](/b)

            - [a](/a) · [b](/b)

            """#,
            #"""
            <blockquote>
            <p class="links">
            <a href="/a">a</a> · <a href="/b">b</a>
            </p>
            </blockquote>
            <ul>
            <li><a href="/a">a</a> · <a href="/b">b</a></li>
            </ul>

            """#),
    ]
}
