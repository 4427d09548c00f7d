/// Who the owner is elsewhere, and which services speak for the site: what its pages tell other programs of the open web.
public struct OpenWebSettings: Hashable, Sendable {
    /// Pages and addresses elsewhere that are the owner's too.
    var me: [Address] = []
    /// Whom links to the site are by, when they are shared in the fediverse.
    var creator: FediverseAccount?
    /// What takes word of pages that link here.
    var webmention: Address?
    var indieAuth = IndieAuth()
    /// What the public site itself is known as in the fediverse.
    var account: FediverseAccount?
    /// What takes messages to ``account``.
    var inbox: Address?

    public init() {}

    /// What lets the owner sign in elsewhere with the site's address.
    ///
    /// Source: https://indieauth.spec.indieweb.org/#discovery-by-clients
    struct IndieAuth: Hashable, Sendable {
        var metadata: Address?
        var authorization: Address?
        var token: Address?
    }

    /// What keeps a site from being an account of the fediverse, in the words of an error; nil where nothing does.
    func obstacle(at baseURL: BaseURL?) -> String? {
        guard let account else { return nil }
        let root = "https://\(account.domain)/"
        guard baseURL?.text.lowercased() != root else { return nil }
        return "\(account.text) is asked for at \(root).well-known/webfinger, so the site has to be at the root of that domain: "
            + "base_url has to be \(root), and is \(baseURL?.text ?? "not set")"
    }
}
