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
}
