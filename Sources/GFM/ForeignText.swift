/// A text with what is written in another script than Latin told apart, so that a browser reads it aloud in its language, takes its
/// glyphs, and lets right-to-left names turn nothing around them.
struct ForeignText {
    /// The text as HTML; nil where all of it is Latin, or has no letters.
    ///
    /// - Parameter hanLanguage: what a text of Han characters alone is taken for.
    static func html(_ text: String, hanLanguage: () -> String) -> String? {
        // Everything from the Greek block on begins with such a byte.
        guard text.utf8.contains(where: { $0 >= 0xCD }) else { return nil }
        let runs = runs(of: text)
        guard !runs.isEmpty else { return nil }
        var html = ""
        var end = text.startIndex
        for run in runs {
            html += HTMLText.escape(String(text[end..<run.range.lowerBound]))
            let language = run.language ?? hanLanguage()
            let tag = run.script.isRightToLeft ? "bdi" : "span"
            html += "<\(tag) lang=\"\(language)\">\(HTMLText.escape(String(text[run.range])))</\(tag)>"
            end = run.range.upperBound
        }
        return html + HTMLText.escape(String(text[end...]))
    }

    /// Letters of one language, from the first to the last.
    private struct Run {
        var range: Range<String.Index>
        var script: Script

        /// Nil for Han characters alone.
        var language: String? { script.language }
    }

    private static func runs(of text: String) -> [Run] {
        var runs: [Run] = []
        var isInterrupted = true
        for index in text.indices {
            guard let scalar = text[index].unicodeScalars.first, let script = Script(scalar) else {
                isInterrupted = isInterrupted || text[index].isLetter
                continue
            }
            let end = text.index(after: index)
            if !isInterrupted, let last = runs.indices.last, let joined = runs[last].script.joined(with: script) {
                runs[last].range = runs[last].range.lowerBound..<end
                runs[last].script = joined
            } else {
                runs.append(Run(range: index..<end, script: script))
            }
            isInterrupted = false
        }
        return runs
    }
}

/// A script that tells its language, or its most frequent one.
///
/// Source: https://www.unicode.org/Public/UCD/latest/ucd/Blocks.txt
private enum Script {
    case greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, tamil, thai, georgian, kana, hangul, han

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x590...0x5FF, 0xFB1D...0xFB4F: self = .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0x980...0x9FF: self = .bengali
        case 0xB80...0xBFF: self = .tamil
        case 0xE01...0xE7F: self = .thai
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .kana
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
        case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
        default: return nil
        }
    }

    /// As BCP 47 writes it; nil for Han characters, which several languages share.
    var language: String? {
        switch self {
        case .greek: "el"
        case .cyrillic: "ru"
        case .armenian: "hy"
        case .hebrew: "he"
        case .arabic: "ar"
        case .devanagari: "hi"
        case .bengali: "bn"
        case .tamil: "ta"
        case .thai: "th"
        case .georgian: "ka"
        case .kana: "ja"
        case .hangul: "ko"
        case .han: nil
        }
    }

    var isRightToLeft: Bool { self == .hebrew || self == .arabic }

    /// What two neighbours are together: Han characters take the language of the kana or hangul beside them.
    func joined(with other: Script) -> Script? {
        if self == other { return self }
        if self == .han, other == .kana || other == .hangul { return other }
        return other == .han && (self == .kana || self == .hangul) ? self : nil
    }
}
