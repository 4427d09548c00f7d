import GFM

extension Decoration {
    /// What Foyer's pages make of images and inserts.
    ///
    /// - Parameters:
    ///   - inserts: those that the page names by their numbers.
    ///   - isJapanese: whether Han characters outside of links are taken for Japanese: the page is about an anime.
    ///   - takenIDs: those that the layout gives.
    ///   - isFeed: whether its articles are entries that programs can read.
    static func pages(
        _ posters: Poster.Use, inserts: [Insert] = [], takenIDs: Set<String> = [], isJapanese: Bool = false,
        isFeed: Bool = false
    ) -> Decoration {
        let insert: @Sendable (Int) -> Insert? = { inserts.indices.contains($0) ? inserts[$0] : nil }
        return Decoration(
            takenIDs: takenIDs, entries: isFeed ? .diary : nil, image: { Poster.html($0, for: posters) },
            chart: { if case .chart(let chart) = insert($0) { chart.html } else { nil } },
            attributes: { if case .attributes(let html) = insert($0) { html } else { nil } },
            anchor: { if case .anchor(let words) = insert($0) { words } else { nil } },
            time: { if case .time(let time) = insert($0) { time.machine } else { nil } },
            hanLanguage: { address in address.map { $0.contains("anime/") } ?? isJapanese ? "ja" : "zh" })
    }
}

extension Decoration.EntryClasses {
    /// An entry of the diary: somebody has watched something, and may have rated it and written of it.
    ///
    /// Source: https://microformats.org/wiki/h-entry; https://indieweb.org/watch
    fileprivate static var diary: Self {
        let ratings = Dictionary(uniqueKeysWithValues: (1...10).map { (stars($0), $0) })
        return Self(
            title: "p-name", article: "h-entry", subject: "u-watch-of h-cite", name: "p-name", note: "p-summary",
            permalink: "u-url u-uid", time: "dt-published", words: "p-content"
        ) { text in
            ratings[text].map { rating in
                ("<data class=\"p-rating\" value=\"\(rating)\">", "</data><data class=\"p-best\" value=\"10\"></data>")
            }
        }
    }
}

/// Pictures as responsive HTML, with a card behind them that shows when a picture is missing or fails.
enum Poster {
    /// What the pictures of a page must do for.
    enum Use: Sendable {
        /// Loaded when they are scrolled to, in the size that the screen needs.
        case screen
        /// Small ones beside what they are of.
        case thumbnails
        /// All loaded at once, since nobody scrolls a page that is printed, and always in the large size: at up to 28 mm across that
        /// is 300 dots an inch. A browser that prints keeps the size that it chose for the screen.
        case paper
    }

    static func html(_ image: Decoration.Image, for use: Use) -> String {
        if let backdrop = Backdrop.html(image) { return backdrop }
        let name = HTMLText.escape(image.alternative)
        let alternative = image.isNamedBeside ? "" : name
        guard image.url.hasPrefix("https://wsrv.nl/?url=https://simkl.in/posters/"), image.url.hasSuffix(SmallPoster.largest)
        else {
            if image.url.hasSuffix(Picture.noPoster) {
                let role = image.isNamedBeside ? "" : " role=\"img\" aria-label=\"\(name)\""
                return "<span class=\"poster\"\(role) data-title=\"\(name)\"></span>"
            }
            let source = HTMLText.escape(image.url)
            return "<img class=\"avatar\" src=\"\(source)\" width=\"100\" height=\"100\" alt=\"\(alternative)\" loading=\"lazy\">"
        }
        if image.isInline { return SmallPoster.html(image.url, of: image.alternative) }
        let sizes = image.isNamedBeside ? "(max-width: 40rem) 30vw, 170px" : "(max-width: 52rem) 56vw, 240px"
        let isPaper = use == .paper
        let stem = HTMLText.escape(String(image.url.dropLast(SmallPoster.largest.count)))
        if use == .thumbnails {
            return """
                <span class="poster" data-title="\(name)"><img src="\(stem)_c.webp" width="170" height="250" alt="\(alternative)" \
                loading="lazy" decoding="async"></span>
                """
        }
        let small = isPaper ? "" : "\(stem)_c.webp 170w, "
        return """
            <span class="poster" data-title="\(name)"><img src="\(stem)_m.webp" srcset="\(small)\(stem)_m.webp 340w" \
            sizes="\(isPaper ? "28mm" : sizes)" width="340" height="500" alt="\(alternative)" loading="\(isPaper ? "eager" : "lazy")" \
            decoding="async"></span>
            """
    }
}

/// The wide picture behind a title's head, which says nothing by itself. It is drawn at once: it is what one sees first.
private enum Backdrop {
    private static let large = "_medium.webp"

    /// Nil for any other picture.
    static func html(_ image: Decoration.Image) -> String? {
        guard image.url.hasPrefix("https://wsrv.nl/?url=https://simkl.in/fanart/"), image.url.hasSuffix(large) else { return nil }
        let stem = HTMLText.escape(String(image.url.dropLast(large.count)))
        return """
            <span class="backdrop"><img src="\(stem)\(large)" srcset="\(stem)_mobile.webp 960w, \(stem)\(large) 1920w" \
            sizes="(max-width: 80rem) 100vw, 80rem" width="1920" height="1080" alt="" decoding="async"></span>
            """
    }
}
