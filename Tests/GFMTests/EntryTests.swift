import GFM
import Testing

/// Articles that other programs can read.
struct EntryTests {
    @Test("each part of an article says what it is, and what is no article does not")
    func entry() {
        let markdown = """
            # Diary

            - ![](anchor:1)[![P](/a) A](/1?a=1&b=2) E1 · **9** · **8** · [![1 May](time:1)](#x) · [elsewhere](/2) *“Fine”*
            - [![P](/a) A](/1) **9** *“Fine”*
            - ![](anchor:2)![P](/b)

            **9** *“Fine”* [![1 May](time:1)](#x)

            """
        #expect(
            GFM.html(markdown, decoration: .entries) == """
                <h1 id="diary" class="t">
                Diary
                </h1>
                <ul class="posters">
                <li><article id="2026-11-01" class="a">
                <a class="s" href="/1?a=1&amp;b=2"><img data-url="/a" alt="P" beside><h2 class="name n"> A</h2></a>\
                <span class="note o"> E1 · <data value="9"><strong>9</strong></data> · <strong>8</strong> · \
                <a class="p" href="#x"><time class="d" datetime="1">1 May</time></a> · <a href="/2">elsewhere</a> \
                <em class="w">“Fine”</em></span>
                </article></li>
                <li>
                <a href="/1"><img data-url="/a" alt="P" beside><span class="name"> A</span></a><span class="note"> \
                <strong>9</strong> <em>“Fine”</em></span>
                </li>
                <li><article id="2026-11-02" class="a">
                <img data-url="/b" alt="P">
                </article></li>
                </ul>
                <p><strong>9</strong> <em>“Fine”</em> <a href="#x"><time datetime="1">1 May</time></a></p>

                """)
    }

    @Test("a link that cmark would not write is none in an article either")
    func dangerous() {
        let html = GFM.html("- ![](anchor:1)[![P](/a) A](javascript:x) [![1](time:1)](vbscript:x)\n", decoration: .entries)
        #expect(!html.contains("script"), "\(html)")
    }
}
