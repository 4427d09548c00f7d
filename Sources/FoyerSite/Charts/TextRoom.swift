/// How wide a text may become where nobody knows the font: rather too much than too little.
enum TextRoom {
    /// In em of a bold serif.
    static func ems(_ text: String) -> Double { text.reduce(0) { $0 + ems($1) } }

    private static func ems(_ character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar {
        case " ", ".", ",", ":", ";", "'", "’", "|", "i", "j", "l", "\u{A0}": return 0.4
        case "0"..."9": return 0.66
        case "m", "w", "M", "W", "@", "%", "…", "—": return 1.05
        case "A"..."Z": return 0.85
        case "a"..."z": return 0.65
        // Scripts with narrow letters; all else may be as wide as an ideograph or a picture.
        case "\u{00A1}"..."\u{06FF}": return character.unicodeScalars.count > 1 ? 1.05 : 0.95
        default: return 1.25
        }
    }

    /// The largest size, up to one, in which a text is no wider than it may be; of a text that would need one below the smallest,
    /// the beginning.
    static func fitted(_ text: String, width: Double, largest: Double, smallest: Double) -> (text: String, size: Double) {
        let size = min(largest, width / max(ems(text), 0.1))
        if size >= smallest { return (text, size.rounded(.down)) }
        var (shown, room) = ("", width / smallest - ems("…"))
        for character in text {
            room -= ems(character)
            if room < 0 { break }
            shown.append(character)
        }
        return (shown.trimmingSpaces + "…", smallest)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
