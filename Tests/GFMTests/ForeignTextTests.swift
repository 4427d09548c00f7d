import GFM
import Testing

@Suite("Text in other scripts")
struct ForeignTextTests {
    @Test("each language is told, right-to-left names turn nothing around them, and Latin text stays as it is", arguments: cases)
    func told(example: DecorationCase) {
        var decoration = Decoration.plain
        decoration.hanLanguage = { $0?.contains("anime/") ?? false ? "ja" : "zh" }
        #expect(GFM.html(example.markdown, decoration: decoration) == example.html)
    }

    private static let cases = [
        DecorationCase(
            "Japanese by its kana, Korean, Thai, Cyrillic, Greek",
            "千と千尋の神隠し, 기생충!, ไทย, Брат 2, Κυνόδοντας\n",
            """
            <p><span lang="ja">千と千尋の神隠し</span>, <span lang="ko">기생충</span>!, <span lang="th">ไทย</span>, \
            <span lang="ru">Брат</span> 2, <span lang="el">Κυνόδοντας</span></p>

            """),
        DecorationCase(
            "Han characters by the link around",
            "[進撃](/anime/1/) *[無間道](/movies/2/)* 英雄\n",
            """
            <p><a href="/anime/1/"><span lang="ja">進撃</span></a> <em><a href="/movies/2/"><span lang="zh">無間道</span></a></em> \
            <span lang="zh">英雄</span></p>

            """),
        DecorationCase(
            "right-to-left, with what stands inside",
            "- **שם** (2) & عمر 2 و<b>\n",
            """
            <ul class="facts">
            <li>
            <strong><bdi lang="he">שם</bdi></strong> (2) &amp; <bdi lang="ar">عمر 2 و</bdi><!-- raw HTML omitted -->
            </li>
            </ul>

            """),
        DecorationCase(
            "a heading keeps its anchor, a table its cells",
            "## Ōkami 狼\n\n| שם | 1 |\n| --- | --- |\n| é – “x” | 2 |\n",
            """
            <h2 id="ōkami-狼">
            Ōkami <span lang="zh">狼</span>
            </h2>
            <div class="table"><table>
            <thead><tr><th scope="col"><bdi lang="he">שם</bdi></th>\
            <th scope="col" class="number">1</th></tr></thead>
            <tbody>
            <tr><td>é – “x”</td><td class="number">2</td></tr>
            </tbody>
            </table></div>

            """),
        DecorationCase(
            "the text of an image is its own, code stays code",
            "![狼](/p) `狼` ![狼](time:1) ![x](time:9)\n",
            """
            <p><img data-url="/p" alt="狼"> <code>狼</code> <time datetime="1">狼</time> <img data-url="time:9" alt="x"></p>

            """),
    ]
}
