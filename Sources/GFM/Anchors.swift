/// The ids of a page's headings: words of the heading, unique on the page.
struct Anchors {
    private var used: Set<String>
    /// The headings of the second level, in their order.
    private(set) var chapters: [GFM.Chapter] = []

    /// - Parameter taken: ids that the page has around its content.
    init(besides taken: Set<String>) { used = taken }

    /// Letters and digits of any script stay, everything else becomes one hyphen.
    mutating func anchor(for heading: String, level: Int) -> String {
        let anchor = freeAnchor(for: heading)
        if level == 2 { chapters.append(GFM.Chapter(anchor: anchor, name: heading)) }
        return anchor
    }

    private mutating func freeAnchor(for heading: String) -> String {
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
