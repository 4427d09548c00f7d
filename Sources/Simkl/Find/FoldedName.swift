import Foundation

/// A name as two people may both write it: without case, accents, width, and without the signs between its letters.
struct FoldedName: Hashable {
    let text: String

    init(_ name: String) {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var letters = String.UnicodeScalarView()
        for scalar in plain.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters.append(scalar)
            } else if scalar == "&" {
                letters.append(contentsOf: "and".unicodeScalars)
            }
        }
        // A name of nothing but signs is told by them.
        text = letters.isEmpty ? plain.trimmingCharacters(in: .whitespaces) : String(letters)
    }

    /// How far another name is from this one: 0 for the same, 1 where one begins with the other, 2 where one holds the other or a slip
    /// of one or two letters lies between them; nil for another name.
    func distance(to other: FoldedName) -> Int? {
        let (short, long) = text.count <= other.text.count ? (text, other.text) : (other.text, text)
        if short == long { return 0 }
        guard short.count >= 3 else { return nil }
        if long.hasPrefix(short) { return 1 }
        if long.contains(short) { return 2 }
        return short.count >= 5 && long.count - short.count <= 2
            && Self.slips(Array(short.unicodeScalars), Array(long.unicodeScalars)) <= 2
            ? 2 : nil
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
