import GFM

extension Decoration {
    /// What Foyer's pages make of images and charts.
    static let pages = Decoration(image: Poster.html, chart: ChartDrawing.html)
}

/// Pictures as responsive HTML, with a card behind them that shows when a picture is missing or fails.
enum Poster {
    private static let largest = "_m.webp"

    static func html(_ image: Decoration.Image) -> String {
        let name = HTMLText.escape(image.alternative)
        let alternative = image.isNamedBeside ? "" : name
        guard image.url.hasPrefix("https://wsrv.nl/?url=https://simkl.in/posters/"), image.url.hasSuffix(largest) else {
            if image.url.hasSuffix(Picture.noPoster) { return "<span class=\"poster\" data-title=\"\(name)\"></span>" }
            let source = HTMLText.escape(image.url)
            return "<img class=\"avatar\" src=\"\(source)\" width=\"100\" height=\"100\" alt=\"\(alternative)\" loading=\"lazy\">"
        }
        let sizes = image.isNamedBeside ? "(max-width: 40rem) 30vw, 170px" : "(max-width: 52rem) 56vw, 240px"
        let stem = HTMLText.escape(String(image.url.dropLast(largest.count)))
        return """
            <span class="poster" data-title="\(name)"><img src="\(stem)_m.webp" srcset="\(stem)_c.webp 170w, \(stem)_m.webp 340w" \
            sizes="\(sizes)" width="340" height="500" alt="\(alternative)" loading="lazy" decoding="async"></span>
            """
    }
}
