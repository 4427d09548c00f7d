/// What a page's head tells other programs of the open web, by setting.
///
/// Source: https://www.w3.org/TR/webmention/#sender-discovers-receiver-webmention-endpoint;
/// https://indieauth.spec.indieweb.org/#discovery-by-clients
struct OpenWebContext: TemplateContext {
    let layout: LayoutContext

    static let place = Place.html
    static let summary = "What other programs of the open web are told, by setting."
    static let fields = Fields<Self>(
        .text("creator", "Whom links to the site are by in the fediverse.") { $0.settings.creator?.text },
        .link("webmention", "What takes word of pages that link here.") { $0.settings.webmention },
        .link("signInMetadata", "What the server that signs the owner in says of itself; only on the front page.") {
            $0.settings(ofHome: \.indieAuth.metadata)
        },
        .link("signIn", "Where one signs in there; only on the front page.") {
            $0.settings(ofHome: \.indieAuth.authorization)
        },
        .link("signInToken", "Where a code is exchanged for a token there; only on the front page.") {
            $0.settings(ofHome: \.indieAuth.token)
        },
        .link("actor", "The site's account in the fediverse; only on the front page.") { $0.actor })

    private var settings: OpenWebSettings { layout.site.openWeb }

    private func settings(ofHome setting: KeyPath<OpenWebSettings, Address?>) -> Address? {
        layout.isHome ? settings[keyPath: setting] : nil
    }

    private var actor: Address? {
        layout.isHome && layout.site.fediverse != nil ? layout.links.to(file: FediverseFiles.actor) : nil
    }
}
