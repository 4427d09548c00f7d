import Foundation

/// A text as the search reads it: what `titles.js` does on the site, scalar by scalar, so that a change in one is a change in both.
enum SearchText {
    typealias Scalars = [Unicode.Scalar]

    /// Without case, accents, width and punctuation, and with one kana for both: what is written alike is found alike.
    static func folded(_ text: String) -> Scalars {
        if text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) {
            return Scalars(text.unicodeScalars)
        }
        let bare = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.isMark }
        var words: [Scalars] = [[]]
        for scalar in String(String.UnicodeScalarView(bare)).lowercased().unicodeScalars {
            if let plain = letters[scalar] {
                words[words.count - 1] += plain.unicodeScalars
            } else if scalar.isLetterOrNumber {
                words[words.count - 1].append(hiragana(scalar))
            } else if scalar == "&" {
                words += [Scalars("and".unicodeScalars), []]
            } else if !apostrophes.contains(scalar) {
                words.append([])
            }
        }
        let folded = Scalars(words.filter { !$0.isEmpty }.joined(separator: [" "]))
        // A name of nothing but signs is found by them.
        return folded.isEmpty ? signs(text) : folded
    }

    private static func signs(_ text: String) -> Scalars {
        let text = text.precomposedStringWithCompatibilityMapping.lowercased()
        return Scalars(text.trimmingCharacters(in: .whitespacesAndNewlines).unicodeScalars)
    }

    static func hasKana(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3041...0x30F6).contains($0.value) || (0xFF66...0xFF9D).contains($0.value) }
    }

    /// What Unicode does not take apart.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "ʼ"]

    fileprivate static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x30A1...0x30F6).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x60) ?? scalar : scalar
    }
}

// MARK: - Sounds

extension SearchText {
    /// How a Japanese name sounds, however it is written: in kana, or in Latin letters with long vowels written out or not.
    static func sound(_ text: String) -> Scalars {
        let kana = text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.map(hiragana)
        var sound = withoutLongO(folded(romaji(kana)).filter { $0 != " " })
        for (written, short) in spellings { sound = sound.replacing(written, with: short) }
        return sound
    }

    /// From ぁ to ゖ, as Hepburn writes them; those that are small by themselves change the one before.
    private static let sounds: [String] =
        ("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to do na ni "
        + "nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu ka ke")
        .split(separator: " ").map(String.init)

    private static let small: Set<Unicode.Scalar> = ["ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "ゃ", "ゅ", "ょ"]

    private static func romaji(_ kana: [Unicode.Scalar]) -> String {
        var latin = ""
        var isDoubled = false
        for letter in kana {
            let place = Int(letter.value) - 0x3041
            if letter == "ー" { continue }
            if letter == "っ" {
                isDoubled = true
            } else if !sounds.indices.contains(place) {
                latin.unicodeScalars.append(letter)
            } else if small.contains(letter), latin.unicodeScalars.last.map({ ("a"..."z").contains($0) }) == true {
                latin = contracted(latin, sounds[place])
            } else {
                latin += (isDoubled ? sounds[place].prefix(1) : "") + sounds[place]
                isDoubled = false
            }
        }
        return latin
    }

    /// し and ゃ are sha, き and ゃ kya, ふ and ぁ fa.
    private static func contracted(_ latin: String, _ sound: String) -> String {
        var latin = latin
        let isGlide = sound.hasPrefix("y")
        if ["shi", "chi", "ji"].contains(where: latin.hasSuffix) {
            latin.removeLast()
        } else if let last = latin.last, "aiueo".contains(last) {
            latin.removeLast()
            if isGlide { latin += "y" }
        }
        return latin + (isGlide ? sound.dropFirst() : sound[...])
    }

    /// With `ou`, `oo` and an `oh` that no vowel follows as `o`.
    private static func withoutLongO(_ text: Scalars) -> Scalars {
        var short: Scalars = []
        var place = 0
        while place < text.count {
            let (next, third) = (place + 1 < text.count ? text[place + 1] : nil, place + 2 < text.count ? text[place + 2] : nil)
            let isLong =
                text[place] == "o" && (next == "u" || next == "o" || (next == "h" && !(third.map(vowels.contains) ?? false)))
            short.append(text[place])
            place += isLong ? 2 : 1
        }
        return short
    }

    private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u", "y"]

    /// What is written in several ways, and one of them.
    private static let spellings: [(Scalars, Scalars)] = [
        ("uu", "u"), ("aa", "a"), ("ii", "i"), ("ee", "e"), ("wo", "o"), ("mb", "nb"), ("mp", "np"), ("jy", "j"), ("sy", "sh"),
        ("ty", "ch"),
    ].map { (Scalars($0.unicodeScalars), Scalars($1.unicodeScalars)) }
}

// MARK: - Parts

extension [Unicode.Scalar] {
    /// Whether a part stands at a place; at the end or behind it only nothing does.
    func has(_ part: some Collection<Unicode.Scalar>, at place: Int) -> Bool {
        dropFirst(place).starts(with: part)
    }

    /// Where a part first stands, from a place on.
    func place(of part: [Unicode.Scalar], from start: Int = 0) -> Int? {
        guard let first = part.first else { return start <= count ? start : nil }
        guard start + part.count <= count else { return nil }
        for place in start...(count - part.count) where self[place] == first && has(part, at: place) { return place }
        return nil
    }

    func holds(_ part: [Unicode.Scalar]) -> Bool { place(of: part) != nil }

    /// Whether a word, or words, of it begin so.
    func holdsWord(_ part: [Unicode.Scalar]) -> Bool {
        var place = place(of: part)
        while let found = place {
            if found == 0 || self[found - 1] == " " { return true }
            place = self.place(of: part, from: found + 1)
        }
        return false
    }

    /// One after the other, from left to right.
    fileprivate func replacing(_ part: [Unicode.Scalar], with other: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard holds(part) else { return self }
        var replaced: [Unicode.Scalar] = []
        var start = 0
        while let place = place(of: part, from: start) {
            replaced += self[start..<place] + other
            start = place + part.count
        }
        return replaced + self[start...]
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    fileprivate var isLetterOrNumber: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
