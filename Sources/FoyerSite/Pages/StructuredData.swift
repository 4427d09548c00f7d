/// What a title's page is about, in the words that search engines and other programs share.
///
/// Shape: a film is a `Movie`, everything else a `TVSeries`; the owner's rating and note are its `Review`. Only what the page shows.
///
/// Source: https://schema.org/Movie; https://schema.org/TVSeries; https://schema.org/Review
enum StructuredData {
    static func of(_ title: Title, _ site: Site) -> JSONNode {
        let details = title.details
        let date = title.isFilm ? details?.cinemaRelease : details?.firstAired
        let pages = [SimklAddress.item(title).text] + ServiceContext.all(title).map(\.address.text)
        return .object(
            ("@context", .text("https://schema.org")),
            ("@type", .text(title.isFilm ? "Movie" : "TVSeries")),
            ("name", .text(title.name)),
            ("alternateName", texts(title.alternativeNames)),
            ("url", site.baseURL.map { .text($0.address(of: site.path(of: title))) }),
            ("image", title.poster.map { .text(Picture.address(of: $0)) }),
            (title.isFilm ? "datePublished" : "startDate", (date?.iso ?? title.year.map(String.init)).map(JSONNode.text)),
            ("genre", texts(details?.genres ?? [])),
            ("sameAs", .texts(pages)),
            ("review", review(of: title, site)))
    }

    /// Nil for a title that its owner neither rated nor wrote of.
    private static func review(of title: Title, _ site: Site) -> JSONNode? {
        guard title.rating != nil || title.memo != nil else { return nil }
        return .object(
            ("@type", .text("Review")),
            (
                "author",
                .object(
                    ("@type", .text("Person")), ("name", .text(site.author)),
                    ("url", site.baseURL.map { .text($0.address(of: .home)) }))
            ),
            (
                "reviewRating",
                title.rating.map { rating in
                    .object(
                        ("@type", .text("Rating")), ("ratingValue", .whole(rating.value)), ("bestRating", .whole(10)),
                        ("worstRating", .whole(1)))
                }
            ),
            ("datePublished", title.rating?.day(site.library.days).map { .text($0.iso) }),
            ("reviewBody", title.memo.map(JSONNode.text)))
    }

    private static func texts(_ texts: [String]) -> JSONNode? { texts.isEmpty ? nil : .texts(texts) }
}

/// What a page is about, for programs.
struct StructuredDataContext: TemplateContext {
    let node: JSONNode

    static let place = Place.html
    static let summary = "What the page is about, in the words of schema.org."
    static let fields = Fields<Self>(
        .slot("json", "It as JSON-LD, in which nothing can end the script around it.") { Array($0.node.line.utf8) })
}
