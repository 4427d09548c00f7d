/// The ids of a page's headings and items, unique on the page: words of the heading, where nothing else is asked for.
struct Anchors {
    private var used: Set<String>
    /// The highest number behind each of those that were asked for more than once.
    private var numbers: [String: Int] = [:]
    /// The headings of the second level, in their order.
    private(set) var chapters: [GFM.Chapter] = []
    /// That of the last heading.
    private(set) var level = 1

    /// - Parameter taken: ids that the page has around its content.
    init(besides taken: Set<String>) { used = taken }

    /// Letters and digits of any script stay, everything else becomes one hyphen.
    ///
    /// - Parameter words: what its id is made of instead of the heading's own.
    mutating func anchor(for heading: String, level: Int, from words: String? = nil) -> String {
        let anchor = freeAnchor(for: words ?? heading)
        self.level = level
        if level == 2 { chapters.append(GFM.Chapter(anchor: anchor, name: heading)) }
        return anchor
    }

    mutating func freeAnchor(for heading: String) -> String {
        let words = Self.words(of: heading)
        // cmark gives `fn-…` and `fnref-…` to footnotes.
        let isFree = !words.isEmpty && !words.hasPrefix("fn-") && !words.hasPrefix("fnref-")
        let base = isFree ? words : words.isEmpty ? "section" : "section-\(words)"
        if used.insert(base).inserted { return base }
        var count = numbers[base] ?? 1
        var anchor = base
        repeat {
            count += 1
            anchor = "\(base)-\(count)"
        } while !used.insert(anchor).inserted
        numbers[base] = count
        return anchor
    }

    private static func words(of heading: String) -> String {
        if let words = asciiWords(of: heading) { return words }
        var words = ""
        for character in heading.lowercased() {
            if character.isLetter || character.isNumber {
                words.append(character)
            } else if !words.isEmpty, words.last != "-" {
                words.append("-")
            }
        }
        while words.last == "-" { words.removeLast() }
        return words
    }

    /// The same, without a look into Unicode's tables; nil for what is not all ASCII.
    private static func asciiWords(of heading: String) -> String? {
        var words: [UInt8] = []
        words.reserveCapacity(heading.utf8.count)
        for byte in heading.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): words.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): words.append(byte | 0x20)
            case 0x80...: return nil
            default: if let last = words.last, last != UInt8(ascii: "-") { words.append(UInt8(ascii: "-")) }
            }
        }
        if words.last == UInt8(ascii: "-") { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }
}
