import TestSupport
import Testing

@testable import Disk

@Suite("Texts by their names")
struct NamedTextsTests {
    @Test("hold what a dictionary does, in the order of the names, whatever is in the texts and however long they are")
    func likeADictionary() {
        var random = SplitMix(seed: 3)
        let names = ["", "imdb", "tmdb", "tvdb", "é", "銀", "a\u{0}b", String(repeating: "n", count: 200)]
        let texts = ["", "tt0113277", "\u{0}\u{1F}", "銀魂"] + [127, 128, 20_000].map { String(repeating: "t", count: $0) }
        for _ in 0..<200 {
            let pairs = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                (names.randomElement(using: &random) ?? "", texts.randomElement(using: &random) ?? "")
            }
            let known = Dictionary(pairs) { first, _ in first }
            let own = NamedTexts(pairs)
            #expect(Dictionary(own) == known && own.isEmpty == known.isEmpty)
            #expect(own.map(\.name) == known.keys.sorted())
            for name in names + ["imd", "imdb2"] { #expect(own[name] == known[name]) }
            #expect(own == NamedTexts(known.shuffled(using: &random).map { ($0.key, $0.value) }))
        }
    }
}
