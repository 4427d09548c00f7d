import Foundation
import FoundationXML
import Testing

@testable import FoyerSite

@Suite("Cards to embed", .inEnglish)
struct EmbedCardTests {
    @Test(
        "whatever titles are called, a card is well-formed, small, of its size, and asks for nothing",
        arguments: ShareCardTests.names.filter { !$0.contains("\0") })
    func wellFormed(name: String) throws {
        let lines = EmbedCard(
            heading: "Watching now", site: name,
            content: .lines((0..<3).map { EmbedCard.Line(name: name, note: name, share: $0 * 50) }, none: ""))
        let numbers = EmbedCard(
            heading: name, site: name,
            content: .numbers((0..<6).map { ShareCard.Figure(name: name, value: "\($0)") }, bars: [1, 0, 3]))
        for svg in [lines.svg, numbers.svg] {
            let outline = try Outline(svg)
            #expect(outline.root["width"] == "480" && outline.root["height"] == "190" && outline.root["role"] == "img")
            #expect(outline.elements.isSubset(of: ["svg", "title", "style", "rect", "path", "text"]))
            #expect(outline.texts.last == "Powered by Simkl")
            #expect(svg.utf8.count < 30_000)
            for forbidden in ["href", "url(", " style=", "<script", "@import"] {
                #expect(!svg.contains(forbidden), "\(forbidden)")
            }
        }
    }

    @Test(
        "it shows what its pages do: three titles with how far they are, the last plays with their day, the last year's numbers")
    func contents() async throws {
        let folder = try BuildFolder(try Self.account(), now: "2026-11-20T12:00:00Z")
        folder.configuration.title = "Ada’s evenings"
        folder.configuration.baseURL = BaseURL("https://foyer.example/me/")
        _ = try await folder.build()
        let files = try folder.files()
        func texts(_ name: String) throws -> [String] {
            try Outline(String(decoding: try #require(files["embed/\(name).svg"]), as: UTF8.self)).texts.map {
                $0.replacing("\u{A0}", with: " ")
            }
        }
        #expect(
            try texts("now") == [
                "Watching now", "Harbour Lights", "next S01E03", "Ada’s evenings", "Powered by Simkl",
            ])
        #expect(
            try texts("last") == [
                "Recently watched", "Harbour Lights", "S01E02 · 18 Nov 2026", "Paper Boats", "1 Nov 2026", "Ada’s evenings",
                "Powered by Simkl",
            ])
        #expect(try texts("year").first == "2026 in review, as of 18 November 2026")
        let page = String(decoding: try #require(files["feeds/index.md"]), as: UTF8.self)
        for name in ["year", "now", "last"] {
            #expect(page.contains("<img src=\"https://foyer.example/me/embed/\(name).svg\""), "\(name)")
        }
    }

    private static func account() throws -> AccountFiles {
        AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","show":{"title":"Harbour Lights","year":2026,"ids":{"simkl":1,"slug":"harbour-lights"}},
              "watched_episodes_count":2,"total_episodes_count":8,"not_aired_episodes_count":0,"next_to_watch":"S01E03",
              "last_watched_at":"2026-11-18T20:00:00Z",
              "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-17T20:00:00Z"},
                {"number":2,"watched_at":"2026-11-18T20:00:00Z"}]}]}],
             "movies":[{"status":"completed","last_watched_at":"2026-11-01T20:00:00Z",
              "movie":{"title":"Paper Boats","year":1997,"runtime":100,"ids":{"simkl":2,"slug":"paper-boats"}}}]}
            """
        ])
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
