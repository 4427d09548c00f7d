import Foundation
import FoundationXML
import Testing

@testable import FoyerSite

@Suite("Pictures to share")
struct ShareDrawingTests {
    static let names = [
        "Mara’s Foyer", "進撃の巨人と呪術廻戦とガールズ＆パンツァーを見る人のページ", "الحب في زمن الكوليرا والكثير من المسلسلات الأخرى", "שטיסל",
        "</text><script>alert(1)</script> & \"quoted\" 'it'", String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 9),
        "👩‍👩‍👧 🎬🍿 " + String(repeating: "W", count: 90), "", String(repeating: "WMm@", count: 60),
    ]

    @Test("whatever the site is called, the picture is well-formed, of its exact size, and asks for nothing", arguments: names)
    func wellFormed(name: String) throws {
        for format in ShareDrawing.Format.allCases {
            let svg = Self.drawing(name: name, asOf: "20 November 2026").svg(format)
            let outline = try Outline(svg)
            #expect(outline.root["width"] == String(Int(format.size.width)), "\(format)")
            #expect(outline.root["height"] == String(Int(format.size.height)))
            #expect(outline.elements.isSubset(of: ["svg", "title", "rect", "path", "text"]))
            #expect(outline.texts.last == "Powered by Simkl")
            for forbidden in ["href", "url(", " style=", "class"] { #expect(!svg.contains(forbidden), "\(forbidden)") }
        }
    }

    @Test("of a long name the beginning is shown, and of a short one all")
    func cut() throws {
        let short = try Outline(Self.drawing(name: "Mara’s Foyer").svg(.wide)).texts
        #expect(short == ["Mara’s Foyer", "2026", "in review"] + Self.figures.flatMap { [$0.value, $0.name] } + Self.letters)
        let long = String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 9)
        let first = try #require(try Outline(Self.drawing(name: long).svg(.wide)).texts.first)
        #expect(first.hasSuffix("…") && first.count > 30 && long.hasPrefix(first.dropLast()))
    }

    @Test("no text is wider than it may be, by a measure that is rather too wide", arguments: names)
    func room(name: String) {
        for width in [60.0, 200, 1056] {
            let fitted = TextRoom.fitted(name, width: width, largest: 64, smallest: 20)
            #expect((20...64).contains(fitted.size))
            #expect(TextRoom.ems(fitted.text) * fitted.size <= width + 0.01, "\(fitted)")
        }
    }

    @Test("five numbers at most, the day of a year that runs, and no bars for a year without plays")
    func contents() throws {
        let many = (1...9).map { ShareDrawing.Figure(name: "F\($0)", value: "\($0),000,000") }
        let running = ShareDrawing(year: 2026, name: "S", asOf: "1 May 2026", figures: many, months: [])
        for format in ShareDrawing.Format.allCases {
            let texts = try Outline(running.svg(format)).texts
            #expect(
                texts == ["S", "2026", "in review", "as of 1 May 2026"] + many.prefix(5).flatMap { [$0.value, $0.name] }
                    + ["Powered by Simkl"])
        }
        #expect(running.words.hasPrefix("2026 in review, as of 1 May 2026: F1 1,000,000, "))
        let empty = ShareDrawing(year: 2026, name: "S", figures: [], months: [Double](repeating: 0, count: 12))
        #expect(try Outline(empty.svg(.wide)).texts == ["S", "2026", "in review", "Powered by Simkl"])
    }

    @Test("each year with a review has both pictures, with its page's own numbers, linked from the page")
    func files() async throws {
        var account = PeriodAccount(seed: 3)
        let site = try await BuiltSite(try account.files())
        let years = site.folders(below: "year/").filter { $0.wholeMatch(of: /year\/\d+\//) != nil }
        #expect(years.count > 5)
        for year in years {
            let page = site.markdown(year)
            for name in ["share.svg", "share-tall.svg"] { #expect(page.contains("](../../\(year)\(name))"), "\(year)") }
        }
        let planned = Site(
            library: site.library, name: "Site", language: "en", baseURL: nil, now: try moment("2026-11-20T12:00:00Z"),
            isOutdated: false)
        let pictures = ShareFiles.all(of: planned)
        #expect(Set(pictures.map(\.path)) == Set(years.flatMap { ["\($0)share.svg", "\($0)share-tall.svg"] }))
        let hours = items(site.markdown("year/2025/"), under: "2025 in review").first?.replacing(#/\*\*.*\*\* /#, with: "")
        let wide = try #require(pictures.first { $0.path == "year/2025/share.svg" })
        #expect(try Outline(wide.text()).texts.contains(try #require(hours)))
    }

    private static let figures = [
        ShareDrawing.Figure(name: "Hours", value: "434"), .init(name: "Episodes", value: "1,886"),
        .init(name: "Films", value: "2"),
    ]
    private static let letters = "JFMAMJJASOND".map(String.init) + ["Time by month", "Powered by Simkl"]

    private static func drawing(name: String, asOf: String? = nil) -> ShareDrawing {
        ShareDrawing(year: 2026, name: name, asOf: asOf, figures: figures, months: (1...12).map(Double.init))
    }
}

/// What an SVG consists of, as far as it is well-formed XML.
private final class Outline: NSObject, XMLParserDelegate {
    private(set) var root: [String: String] = [:]
    private(set) var elements: Set<String> = []
    /// Of its `text` elements.
    private(set) var texts: [String] = []
    private var open: String?

    private struct Malformed: Error {}

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? Malformed() }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if elements.isEmpty { root = attributes }
        elements.insert(element)
        if element == "text" { open = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open? += string }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        if let text = open, element == "text" { texts.append(text) }
        open = nil
    }
}
