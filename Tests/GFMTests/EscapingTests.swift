import GFM
import TestSupport
import Testing

@Suite("Text on its way into Markdown")
struct EscapingTests {
    /// A place in a page where a template can put a text, and the HTML around it there.
    struct Place: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let after: String
        let htmlBefore: String
        let htmlAfter: String

        init(_ name: String, _ before: String, _ after: String, html htmlBefore: String, _ htmlAfter: String) {
            (self.name, self.before, self.after) = (name, before, after)
            (self.htmlBefore, self.htmlAfter) = (htmlBefore, htmlAfter)
        }

        var testDescription: String { name }

        func markdown(_ text: String) -> String { before + MarkdownText.escape(text) + after + "\n" }
        func html(_ text: String) -> String { htmlBefore + text + htmlAfter + "\n" }
    }

    static let places = [
        Place("alone in a paragraph", "", "", html: "<p>", "</p>"),
        Place("at the start of a paragraph", "", " end", html: "<p>", " end</p>"),
        Place("in the middle", "one ", " two", html: "<p>one ", " two</p>"),
        Place("inside a word", "one", "two", html: "<p>one", "two</p>"),
        Place("at the end", "one ", "", html: "<p>one ", "</p>"),
        Place("behind digits", "12", "", html: "<p>12", "</p>"),
        Place("behind digits and a space", "12 ", " x", html: "<p>12 ", " x</p>"),
        Place("before digits", "", "12", html: "<p>", "12</p>"),
        Place("on the second line", "one\n", "", html: "<p>one\n", "</p>"),
        Place("on a line of its own", "one\n", "\ntwo", html: "<p>one\n", "\ntwo</p>"),
        Place("before a bracket", "one ", "[x](/y)", html: "<p>one ", "<a href=\"/y\">x</a></p>"),
        Place("before the rest of an entity", "one ", "amp;", html: "<p>one ", "amp;</p>"),
        Place("in a heading", "## ", "", html: "<h2>", "</h2>"),
        Place("in a closed heading", "# one ", " #", html: "<h1>one ", "</h1>"),
        Place("in an underlined heading", "", "\n---", html: "<h2>", "</h2>"),
        Place("in a bullet list", "- ", "", html: "<ul>\n<li>", "</li>\n</ul>"),
        Place("in a numbered list", "1. ", "", html: "<ol>\n<li>", "</li>\n</ol>"),
        Place(
            "in a task", "- [x] ", "",
            html: "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> ", "</li>\n</ul>"),
        Place("in a quote", "> ", "", html: "<blockquote>\n<p>", "</p>\n</blockquote>"),
        Place(
            "in a table's head", "| ", " | x |\n|---|---|", html: "<table>\n<thead>\n<tr>\n<th>",
            "</th>\n<th>x</th>\n</tr>\n</thead>\n</table>"),
        Place(
            "in a table", "| a | b |\n|---|---|\n| ", " | x |", html: tableHead + "<td>",
            "</td>\n<td>x</td>\n</tr>\n</tbody>\n</table>"),
        Place(
            "at the end of a table's row", "| a | b |\n|---|---|\n| x | y ", " |", html: tableHead + "<td>x</td>\n<td>y ",
            "</td>\n</tr>\n</tbody>\n</table>"),
        Place(
            "in a link inside a table", "| a | b |\n|---|---|\n| [", "](/y) | x |", html: tableHead + "<td><a href=\"/y\">",
            "</a></td>\n<td>x</td>\n</tr>\n</tbody>\n</table>"),
        Place("in a link", "[", "](/y)", html: "<p><a href=\"/y\">", "</a></p>"),
        Place("as an image's alternative", "![", "](/y)", html: "<p><img src=\"/y\" alt=\"", "\" /></p>"),
        Place(
            "as a linked image's alternative", "[![", "](/y) x](/z)", html: "<p><a href=\"/z\"><img src=\"/y\" alt=\"",
            "\" /> x</a></p>"),
        Place("emphasised", "*", "*", html: "<p><em>", "</em></p>"),
        Place("strongly emphasised", "one **", "** two", html: "<p>one <strong>", "</strong> two</p>"),
        Place("struck", "~~", "~~", html: "<p><del>", "</del></p>"),
        Place("in a footnote", "a[^n]\n\n[^n]: ", "", html: footnoteHead, " " + footnoteEnd),
    ]

    private static let tableHead = """
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th>b</th>
        </tr>
        </thead>
        <tbody>
        <tr>

        """
    private static let footnoteHead = """
        <p>a<sup class="footnote-ref"><a href="#fn-n" id="fnref-n" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-n">
        <p>
        """
    private static let footnoteEnd = """
        <a href="#fnref-n" class="footnote-backref" data-footnote-backref aria-label="Back to content">↩</a></p>
        </li>
        </ol>
        </section>
        """

    @Test("a hostile title is shown as it is", arguments: places)
    func hostileTitles(place: Place) {
        for title in HostileTitles.all {
            #expect(
                GFM.html(place.markdown(title), dialect: .page) == place.html(Self.shown(title)),
                "\(title.debugDescription) as \(place.markdown(title).debugDescription)")
        }
    }

    @Test("20,000 random texts are shown as they are, everywhere")
    func randomTexts() {
        var generator = SplitMix(seed: 20_261_101)
        let alphabet = Self.alphabet
        var failures = 0
        for _ in 0..<20_000 where failures < 5 {
            var text = String.UnicodeScalarView()
            for _ in 0...Int.random(in: 0..<9, using: &generator) {
                if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
            }
            let title = String(text)
            let page = Self.places.map { $0.markdown(title) }.joined(separator: "\n<!-- -->\n\n")
            let wanted = Self.places.map { $0.html(Self.shown(title)) }
            guard GFM.html(page, dialect: .page) != Self.page(of: wanted) else { continue }
            failures += 1
            for place in Self.places {
                #expect(
                    GFM.html(place.markdown(title), dialect: .page) == place.html(Self.shown(title)),
                    "\(title.debugDescription) \(place.name), as \(place.markdown(title).debugDescription)")
            }
        }
        #expect(failures == 0)
    }

    @Test("ordinary titles stay readable")
    func readableTitles() {
        let titles = [
            "Marvel's Agents of S.H.I.E.L.D.", "Love, Death & Robots", "WALL·E", "Mission: Impossible - Dead Reckoning",
            "3% of (500) Days",
            "11.22.63", "1917", "What If...?", "Tick, Tick... Boom! The Musical", "進撃の巨人",
            "AT & T = fun; \"quoted\" + 'single' @ ^ $ / { } 100%",
        ]
        #expect(titles.map(MarkdownText.escape) == titles)
    }

    @Test("an empty text stays empty")
    func emptyText() {
        #expect(MarkdownText.escape("") == "")
        #expect(HTMLText.escape("") == "")
    }

    @Test("HTML text is escaped for elements and for quoted attributes")
    func htmlText() {
        #expect(
            HTMLText.escape("<a href='x' title=\"y\">&amp;é</a>")
                == "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;é&lt;/a&gt;")
    }
}

extension EscapingTests {
    /// A text as cmark writes it into HTML: what breaks lines is a space, and NUL, which cannot be in HTML, a replacement.
    private static func shown(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{0B}", "\u{0C}": shown.append(" ")
            case "\0": shown.append("\u{FFFD}")
            case "&": shown += "&amp;".unicodeScalars
            case "<": shown += "&lt;".unicodeScalars
            case ">": shown += "&gt;".unicodeScalars
            case "\"": shown += "&quot;".unicodeScalars
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// The page that the places make one after another: footnotes, here the last place, come at the end anyway.
    private static func page(of html: [String]) -> String { html.joined(separator: "<!-- raw HTML omitted -->\n") }

    /// All ASCII punctuation several times over, for it is what matters; white space, digits, letters, and some of the rest.
    private static let alphabet: [Unicode.Scalar] = {
        let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars
        let rest =
            "   \t\n\r0123456789abcxyzABCXYZéßøñ日本語の「」。ا\u{A0}\u{3000}\u{2009}\u{301}\u{200B}\u{200D}\u{202E}\u{2028}👻·–\u{1}\0"
            .unicodeScalars
        return Array(punctuation) + Array(punctuation) + Array(rest)
    }()
}
