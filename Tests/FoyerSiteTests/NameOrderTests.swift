import Testing

@testable import FoyerSite

@Suite("How names are sorted, and written")
struct NameOrderTests {
    @Test("accents, case and width do not part what belongs together, and other scripts follow Latin")
    func order() {
        let sorted = [
            "Äkta människor", "apple", "Ｂread", "The Élan", "Elite", "Élite", "elite 2", "Emma", "Łódź", "Øen", "Œuvre", "ß-Zeit",
            "Zebra",
            "Война и мир", "ガールズ", "進撃の巨人",
        ]
        for seed in 1...20 {
            var chance = SeededChance(seed: seed)
            #expect(sorted.shuffled(using: &chance).sorted { $0.sortKey < $1.sortKey } == sorted)
        }
    }

    @Test(
        "a text is composed where it comes in, and what is composed stays as it was to the byte",
        arguments: [
            ("Cafe\u{301}", "Caf\u{E9}"), ("か\u{3099}", "\u{304C}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
            ("A\u{30A}ngstro\u{308}m ", "\u{C5}ngstr\u{F6}m"), ("Am\u{E9}lie", "Am\u{E9}lie"), ("x\u{338}", "x\u{338}"),
        ])
    func composed(text: String, expected: String) {
        #expect(DisplayText.visible(text).map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    }
}
