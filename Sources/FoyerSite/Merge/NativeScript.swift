/// The letters in which a country writes, where these are not Latin.
enum NativeScript {
    case japanese, chinese, korean, cyrillic, greek, hebrew, arabic, thai, devanagari

    /// - Parameter country: as the catalogue writes it: ISO 3166-1 alpha-2.
    init?(country: String) {
        switch country.uppercased() {
        case "JP": self = .japanese
        case "CN", "TW", "HK": self = .chinese
        case "KR": self = .korean
        case "RU", "UA", "BY", "BG": self = .cyrillic
        case "GR", "CY": self = .greek
        case "IL": self = .hebrew
        case "AE", "DZ", "EG", "IQ", "IR", "JO", "KW", "LB", "MA", "QA", "SA", "SY", "TN": self = .arabic
        case "TH": self = .thai
        case "IN": self = .devanagari
        default: return nil
        }
    }

    /// Whether a name has letters of it, other signs aside.
    func writes(_ name: String) -> Bool {
        let letters = name.unicodeScalars
        switch self {
        case .japanese: return letters.contains(where: Self.isHan) && !letters.contains(where: Self.isHangul)
        case .chinese: return letters.contains(where: Self.isHan) && !letters.contains { Self.isKana($0) || Self.isHangul($0) }
        default: return isCertain(name)
        }
    }

    /// Whether they are of no other country's: Han alone can be Chinese or Japanese.
    func isCertain(_ name: String) -> Bool {
        switch self {
        case .japanese: name.unicodeScalars.contains(where: Self.isKana)
        case .chinese: writes(name)
        case .korean: name.unicodeScalars.contains(where: Self.isHangul)
        case .cyrillic: has(0x400...0x52F, name)
        case .greek: has(0x370...0x3FF, name) || has(0x1F00...0x1FFF, name)
        case .hebrew: has(0x5D0...0x5EA, name)
        case .arabic: has(0x620...0x6FF, name)
        case .thai: has(0xE01...0xE4E, name)
        case .devanagari: has(0x900...0x97F, name)
        }
    }

    private func has(_ letters: ClosedRange<UInt32>, _ name: String) -> Bool {
        name.unicodeScalars.contains { letters.contains($0.value) && $0.properties.isAlphabetic }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
        // The dot between words stands there too, and elsewhere.
        (0x3041...0x30FF).contains(scalar.value) && scalar.value != 0x30FB && scalar.properties.isAlphabetic
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0xAC00...0xD7A3).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
    }
}
