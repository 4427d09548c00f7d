import Foundation

extension String {
    /// A name as lists sort it: without case, accents and width, and without an English article in front; other scripts follow Latin
    /// in the order of their code points. Of names that differ in accents alone the plainer comes first, as browsers sort.
    var sortKey: String {
        let name = folded
        let key = ["the ", "a ", "an "].first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) } ?? name
        return isASCII || name == lowercased() ? key : "\(key)\0\(lowercased())"
    }

    /// Letters and digits alone, ``folded``: what two spellings of one name have in common.
    var spelling: String {
        let folded = folded
        var letters = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars where scalar.isLetterOrDigit { letters.append(scalar) }
        // A name of nothing but signs is told by them.
        return letters.isEmpty ? folded : String(letters)
    }

    /// Without case, accents and width, the same in every locale.
    var folded: String {
        guard !isASCII else { return lowercased() }
        let folded = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        guard folded.unicodeScalars.contains(where: { Self.letters[$0] != nil }) else { return folded }
        return folded.unicodeScalars.map { Self.letters[$0] ?? String($0) }.joined()
    }

    /// What Unicode does not take apart, as `search.js` reads it too.
    private static let letters: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]

    private var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool {
        switch value {
        case 0..<0x80: (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
