/// Whom the site is by: the person behind it, as an `h-card`.
///
/// Source: https://microformats.org/wiki/h-card
struct AuthorContext: TemplateContext {
    let site: Site
    let links: Links
    let isHome: Bool

    static let place = Place.html
    static let summary = "Whom the site is by."
    static let fields = Fields<Self>(
        .text("name", "The owner's name, or that of the site.") { $0.site.author },
        .link("link", "The front page.") { $0.links.to(.home) },
        .link("photo", "The owner's picture.") { Picture.avatar($0.site.library.owner.avatar) },
        .list("me", "The owner's pages elsewhere; by setting, and only on the front page.") { author in
            author.isHome ? author.site.openWeb.me.map(OwnPageContext.init) : []
        })
}

/// A page elsewhere, or an address for mail, that is the owner's too.
struct OwnPageContext: TemplateContext {
    let address: Address

    static let place = Place.html
    static let summary = "A page elsewhere that is the owner's too."
    static let fields = Fields<Self>(
        .text("name", "Its address in short, as in `github.com/ada`.") { $0.address.label },
        .link("link", "Its address.") { $0.address },
        .flag("isMail", "Whether it is for mail.") { $0.address.text.hasPrefix("mailto:") })
}
