/// Addresses on Simkl's site.
enum SimklAddress {
    static func item(_ title: Title) -> Address {
        let slug = title.slug?.percentDecoded ?? ""
        return Address(
            host: "simkl.com",
            path: [title.id.kind.path, String(title.id.simkl)] + (slug.isEmpty || slug.contains("/") ? [] : [slug]))
    }
}
