/// One of the ratings from 1 to 10.
struct RatingValueContext: TemplateContext {
    let value: Int
    let link: Address?

    static let summary = "One of the ratings from 1 to 10."
    static let fields = Fields<Self>(
        .text("value", "The rating.") { String($0.value) },
        .link("link", "Its page; nothing where this is its page.") { $0.link })
}

/// The ratings of some of the titles.
struct RatingGroupContext: TemplateContext {
    let name: String
    let averages: RatingAverages

    static let summary = "The ratings of some of the titles."
    static let fields = Fields<Self>(
        .text("name", "What the titles have in common.") { $0.name },
        .count("count", "How many they are.") { $0.averages.count },
        .text("median", "The middle of their ratings.") { $0.averages.medianText },
        .text("mean", "The mean of their ratings.") { $0.averages.meanText })

    /// One for each key that titles have, in the keys' order.
    static func all<Key: Hashable & Comparable>(
        _ titles: [Title], by keys: (Title) -> [Key], name: (Key) -> String
    ) -> [RatingGroupContext] {
        let keyed = titles.flatMap { title in keys(title).map { (key: $0, rating: title.rating?.value) } }
        return Dictionary(grouping: keyed, by: \.key).sorted { $0.key < $1.key }.map { key, found in
            RatingGroupContext(name: name(key), averages: RatingAverages(found.compactMap(\.rating)))
        }
    }
}
