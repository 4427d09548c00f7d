import Foundation

/// A name as two people may both write it: without case, accents, width, and without the signs between its letters.
struct FoldedName: Sendable {
    let text: String
    /// The same, blank by blank.
    private let words: [[Unicode.Scalar]]

    init(_ name: String) {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var words: [[Unicode.Scalar]] = [[]]
        for scalar in plain.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                words[words.count - 1].append(scalar)
            } else if scalar == "&" {
                words[words.count - 1] += "and".unicodeScalars
            } else if scalar.properties.isWhitespace, words.last?.isEmpty == false {
                words.append([])
            }
        }
        self.words = words.filter { !$0.isEmpty }
        let letters = String.UnicodeScalarView(self.words.joined())
        // A name of nothing but signs is told by them.
        text = letters.isEmpty ? plain.trimmingCharacters(in: .whitespaces) : String(letters)
    }

    /// How far another name is from this one: 0 for the same, 1 where one begins with the other, 2 where one holds the other or a slip
    /// of one or two letters lies between them, 3 where one has the other's words in another order or among others, with a slip in each
    /// at most; nil for another name.
    func distance(to other: FoldedName) -> Int? {
        let (short, long) = text.count <= other.text.count ? (text, other.text) : (other.text, text)
        if short == long { return 0 }
        guard short.count >= 3 else { return nil }
        if long.hasPrefix(short) { return 1 }
        if long.contains(short) { return 2 }
        guard short.count >= 5 else { return nil }
        if long.count - short.count <= 2, Self.slips(Array(short.unicodeScalars), Array(long.unicodeScalars)) <= 2 { return 2 }
        return words.count <= other.words.count ? Self.holds(other.words, words) : Self.holds(words, other.words)
    }

    /// 3 where each of a few words is one of many, each time another one.
    private static func holds(_ many: [[Unicode.Scalar]], _ few: [[Unicode.Scalar]]) -> Int? {
        guard !few.isEmpty else { return nil }
        var (left, rest) = (many, few)
        // A slip is looked for where the word itself is nowhere.
        for isWord in [(==), isOneSlip] as [([Unicode.Scalar], [Unicode.Scalar]) -> Bool] {
            rest.removeAll { word in
                guard let position = left.firstIndex(where: { isWord(word, $0) }) else { return false }
                left.remove(at: position)
                return true
            }
        }
        return rest.isEmpty ? 3 : nil
    }

    /// Whether one letter lies between two words; short ones with one letter changed are other words.
    private static func isOneSlip(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        min(left.count, right.count) >= 5 && abs(left.count - right.count) <= 1 && slips(left, right) <= 1
    }

    /// Letters to put in, to take out and to change, one after the other.
    private static func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (position, letter) in left.enumerated() {
            var corner = row[0]
            row[0] = position + 1
            for (other, scalar) in right.enumerated() {
                let change = corner + (letter == scalar ? 0 : 1)
                corner = row[other + 1]
                row[other + 1] = min(change, corner + 1, row[other] + 1)
            }
        }
        return row[right.count]
    }
}

extension FoldedName: Equatable {
    /// Where the blanks are is another's way of writing it: “Spider-Man”, “Spider Man”.
    static func == (left: FoldedName, right: FoldedName) -> Bool { left.text == right.text }
}
