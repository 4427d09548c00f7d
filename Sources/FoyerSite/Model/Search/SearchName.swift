/// A name of a title, or a text that is looked for, as the search goes through it.
struct SearchName {
    typealias Scalars = SearchText.Scalars

    let text: String
    let folded: Scalars
    let words: [Scalars]
    /// Without the spaces.
    let joined: Scalars
    /// Where words begin in ``joined``; empty for a single word.
    let starts: Set<Int>
    let hasKana: Bool
    /// Nil where it cannot be Japanese.
    private let sound: Scalars?

    /// - Parameter isJapanese: whether it may be Japanese in Latin letters.
    init(_ text: String, isJapanese: Bool) {
        self.text = text
        folded = SearchText.folded(text)
        words = folded.split(separator: " ").map(Scalars.init)
        joined = folded.filter { $0 != " " }
        hasKana = SearchText.hasKana(text)
        sound = isJapanese || hasKana ? SearchText.sound(text) : nil
        guard joined.count < folded.count else {
            starts = []
            return
        }
        var (starts, place): (Set<Int>, Int) = ([], 0)
        for word in words {
            starts.insert(place)
            place += word.count
        }
        self.starts = starts
    }

    /// How well it answers to what is looked for: the lower the better; nil where it does not.
    func rank(of asked: SearchName) -> Double? {
        if folded == asked.folded { return 0 }
        if folded.has(asked.folded, at: 0) { return 1 }
        if folded.holdsWord(asked.folded) { return 2 }
        if asked.joined.count > 2, !starts.isEmpty || !asked.starts.isEmpty {
            if joined == asked.joined { return 0.2 }
            let place = placeOfWord(asked.joined)
            if place == 0 { return 1.2 }
            if place != nil, !starts.isEmpty { return 2.2 }
        }
        if folded.holds(asked.folded) { return 3 }
        if !asked.starts.isEmpty {
            if asked.words.allSatisfy(folded.holdsWord) { return 4 }
            if asked.words.allSatisfy(folded.holds) { return 5 }
        }
        return rankBySound(of: asked)
    }

    private func rankBySound(of asked: SearchName) -> Double? {
        guard let wanted = asked.sound, wanted.count > 2, sound != nil || asked.hasKana else { return nil }
        let sound = sound ?? SearchText.sound(text)
        if sound == wanted { return 0.4 }
        if sound.has(wanted, at: 0) { return 1.4 }
        return wanted.count > 4 && sound.holds(wanted) ? 3.4 : nil
    }

    /// Where a part of it stands that is written with other spaces, and begins with one of its words.
    private func placeOfWord(_ part: Scalars) -> Int? {
        var place = joined.place(of: part)
        while let found = place, !starts.isEmpty, !starts.contains(found) { place = joined.place(of: part, from: found + 1) }
        return place
    }
}
