import Foundation
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Pictures to share", .inEnglish)
struct ShareCardTests {
    static let names = [
        "Mara’s Foyer", "進撃の巨人と呪術廻戦とガールズ＆パンツァーを見る人のページ", "الحب في زمن الكوليرا والكثير من المسلسلات الأخرى", "שטיסל",
        "</text><script>alert(1)</script> & \"quoted\" 'it'", String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 9),
        "👩‍👩‍👧 🎬🍿 " + String(repeating: "W", count: 90), "", String(repeating: "WMm@", count: 60), "\u{202E}\u{0}\u{7}x",
        String(repeating: "e\u{301}\u{302}\u{303}", count: 50), "Thương nhớ ở ai",
    ]

    static let faces = try? CardFaces { FileManager.default.contents(atPath: "\(BuiltSite.templates)/\($0)").map(Array.init) }

    @Test("whatever the site is called, the picture is of its exact size, small, and leaves its margins free", arguments: names)
    func margins(name: String) async throws {
        let faces = try #require(Self.faces)
        for card in [
            Self.card(name: name, asOf: "20 November 2026"), Self.card(name: "", headline: name), Self.card(headline: name),
        ] {
            for format in ShareCard.Format.allCases {
                let file = card.png(format, faces)
                #expect(file.count < 300_000)
                let reading = try await PNGReading(file, band: 14)
                #expect(reading.width == format.size.width && reading.height == format.size.height)
                let (left, right, top, bottom) = (reading.drawn[0], reading.drawn[1], reading.drawn[2], reading.drawn[3])
                let margin = format == .wide ? 56 : 70
                #expect(
                    left >= margin && right < reading.width - margin && top > 20 && bottom < reading.height - 14,
                    "\(reading.drawn)")
            }
        }
    }

    @Test("of a long name the beginning is set; one that would lose a letter is left out; pictures in it are")
    func settable() throws {
        let faces = try #require(Self.faces)
        func set(_ text: String) -> CardText { CardText(text, in: faces.text, room: 1056, largest: 34, smallest: 22) }
        #expect(set("Mara’s Foyer").text == "Mara’s Foyer" && set("Mara’s Foyer").size == 34)
        #expect(set("🎬 Mara’s  Foyer 🍿").text == "Mara’s Foyer")
        for name in ["進撃", "Foyer 進撃", "שטיסל", "الحب", "Дом", "ก็"] { #expect(set(name).text == "", "\(name)") }
        let long = set(Self.names[5])
        #expect(long.text.hasSuffix("…") && long.text.count > 40 && Self.names[5].hasPrefix(long.text.dropLast()))
        #expect(long.size == 22 && long.width <= 1056)
    }

    @Test("it says in words what it shows: five numbers at most, the day of a year that runs")
    func words() {
        #expect(
            Self.card(name: "Mara’s Foyer", asOf: "1 May 2026").words
                == "2026 in review, as of 1 May 2026. Hours 434, Episodes 1,886, Films 2. Mara’s Foyer. Powered by Simkl.")
        let many = (1...9).map { ShareCard.Figure(name: "F\($0)", value: "\($0)") }
        let site = ShareCard(name: "", headline: "S", tagline: "TV", figures: many, bars: [], barsName: "")
        #expect(site.words == "S: TV. F1 1, F2 2, F3 3, F4 4, F5 5. Powered by Simkl.")
        let empty = ShareCard(name: "S", headline: "2026", tagline: "in review", figures: [], bars: [], barsName: "")
        #expect(empty.words == "2026 in review. S. Powered by Simkl.")
    }

    @Test("the site, each year and each month has its pictures, with its page's own numbers, the same each time")
    func files() async throws {
        var account = PeriodAccount(seed: 3)
        let site = try await BuiltSite(try account.files())
        let faces = try #require(Self.faces)
        let planned = Site(
            library: site.library, name: "Site", words: .english, baseURL: nil, now: try moment("2026-11-20T12:00:00Z"),
            isOutdated: false, cardFaces: faces)
        let pictures = ShareFiles.all(of: planned)
        let years = site.folders(below: "year/").filter { $0.wholeMatch(of: /year\/\d+\//) != nil }
        let months = site.folders(below: "year/").filter { $0.wholeMatch(of: /year\/\d+\/\d+\//) != nil }
        #expect(years.count > 5 && months.count > 20)
        let both = ["share.png", "share-tall.png"]
        #expect(
            pictures.map(\.path).sorted()
                == (both + years.flatMap { year in both.map { year + $0 } } + months.map { $0 + "share.png" }).sorted())
        for year in years {
            for name in both { #expect(site.markdown(year).contains("](../../\(year)\(name))"), "\(year)") }
        }
        for path in ["year/2025/", try #require(months.first { $0.hasPrefix("year/2025/") })] {
            let heading = try #require(site.markdown(path).firstMatch(of: /# (.* in review)\n/)).1
            let wide = try #require(pictures.first { $0.path == "\(path)share.png" })
            let reading = try await PNGReading(wide.bytes())
            let words = reading.description.split(separator: ". ").map(String.init)
            #expect(words.count == 4 && words[0] == heading && words.suffix(2) == ["Site", "Powered by Simkl."], "\(words)")
            let facts = words[1].replacing(/(\d),(\d)/) { "\($0.1)\($0.2)" }.split(separator: ", ")
            #expect((2...5).contains(facts.count))
            for fact in facts {
                let (name, value) = (fact.prefix { !$0.isNumber }.dropLast(), fact.drop { !$0.isNumber })
                #expect(
                    site.markdown(path).replacing(/(\d),(\d)/) { "\($0.1)\($0.2)" }.contains("- **\(name):** \(value)\n"),
                    "\(fact)")
            }
            #expect(wide.bytes() == wide.bytes())
        }
    }

    @Test("a theme without the faces has no pictures, and the build says which file it lacks")
    func faceless() async throws {
        for file in ["vollkorn-600", "noto-sans-condensed-400"] {
            #expect {
                try CardFaces { path in
                    path.contains(file)
                        ? Array("no font".utf8)
                        : FileManager.default.contents(atPath: "\(BuiltSite.templates)/\(path)").map(Array.init)
                }
            } throws: { ($0 as? CardFaces.Missing)?.file == "assets/fonts/\(file).woff2" }
        }
    }

    private static let figures = [
        ShareCard.Figure(name: "Hours", value: "434"), .init(name: "Episodes", value: "1,886"), .init(name: "Films", value: "2"),
    ]

    private static func card(name: String = "Foyer", headline: String = "2026", asOf: String? = nil) -> ShareCard {
        ShareCard(
            name: name, headline: headline, tagline: "in review", asOf: asOf, figures: figures,
            bars: zip("JFMAMJJASOND", 1...12).map { ShareCard.Bar(label: String($0), value: Double($1)) },
            barsName: "Time by month")
    }
}
