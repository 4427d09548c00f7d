import GFM

/// A poster beside a name, as rows of tables and charts have it: no higher than two lines of text.
enum SmallPoster {
    /// How the addresses of posters end, in the largest size and in the smallest.
    static let (largest, smallest) = ("_m.webp", "_cm.webp")

    /// - Parameter address: of the largest, or of the picture that stands for none.
    static func html(_ address: String, of name: String) -> String {
        let title = HTMLText.escape(name)
        guard address.hasSuffix(largest) else { return "<span class=\"poster\" data-title=\"\(title)\"></span>" }
        let source = HTMLText.escape(address.dropLast(largest.count) + smallest)
        return """
            <span class="poster" data-title="\(title)"><img src="\(source)" width="84" height="124" alt="" loading="lazy" \
            decoding="async"></span>
            """
    }

    /// A row's name after its picture, where it has one. Both lead to its page for a pointer; the keyboard and a screen reader find the
    /// link in the table, since drawings are hidden from them.
    static func named(_ name: String, poster: Address?, address: Address?) -> String {
        let text = "<bdi>\(HTMLText.escape(name))</bdi>"
        guard let poster else { return text }
        let content = html(poster.text, of: name) + text
        guard let address else { return "<div class=\"named\">\(content)</div>" }
        return "<a class=\"named\" href=\"\(HTMLText.escape(address.text))\" tabindex=\"-1\">\(content)</a>"
    }
}
