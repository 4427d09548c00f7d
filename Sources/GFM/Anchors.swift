/// The ids of a page's headings and items, unique on the page: words of the heading, where nothing else is asked for.
struct Anchors {
    private var used: Set<String>
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
        var words = ""
        for character in heading.lowercased() {
            if character.isLetter || character.isNumber {
                words.append(character)
            } else if !words.isEmpty, words.last != "-" {
                words.append("-")
            }
        }
        while words.last == "-" { words.removeLast() }
        // cmark gives `fn-…` and `fnref-…` to footnotes.
        let isFree = !words.isEmpty && !words.hasPrefix("fn-") && !words.hasPrefix("fnref-")
        let base = isFree ? words : words.isEmpty ? "section" : "section-\(words)"
        var anchor = base
        var count = 1
        while !used.insert(anchor).inserted {
            count += 1
            anchor = "\(base)-\(count)"
        }
        return anchor
    }
}
