import GFM

/// The site as an account of the fediverse, as far as files can be one: how it is found, who it is, what it has told.
///
/// Why it has no inbox unless the owner names one: nothing here could take a message, and a server that wants to follow an account
/// sends one.
///
/// Source: https://www.w3.org/TR/activitypub/#actor-objects; RFC 7033
enum FediverseFiles {
    static let webFinger = ".well-known/webfinger"
    static let actor = "fediverse/actor.json"
    static let outbox = "fediverse/outbox.json"
    /// What Netlify and Cloudflare Pages read the types of files from.
    static let headers = "_headers"

    static let context = "https://www.w3.org/ns/activitystreams"
    static let mediaType = "application/activity+json"

    /// None for a site that is no account.
    static func all(of site: Site) -> [PlannedFile] {
        guard let (account, baseURL) = site.fediverse else { return [] }
        return [
            PlannedFile(path: webFinger, inputs: []) { webFinger(account, baseURL).document },
            PlannedFile(path: actor, inputs: []) { actor(account, baseURL, site).document },
        ]
    }

    static let headersText = """
        /\(webFinger)
          Content-Type: application/jrd+json
          Access-Control-Allow-Origin: *
        /fediverse/*
          Content-Type: \(mediaType)

        """

    /// The same answer whoever is asked for: a file cannot read a query.
    private static func webFinger(_ account: FediverseAccount, _ baseURL: BaseURL) -> JSONNode {
        func link(_ relation: String, _ type: String, _ address: String) -> JSONNode {
            .object(("rel", .text(relation)), ("type", .text(type)), ("href", .text(address)))
        }
        return .object(
            ("subject", .text(account.uri)),
            ("aliases", .texts([baseURL.text])),
            (
                "links",
                .list([
                    link("self", mediaType, baseURL.text + actor),
                    link("http://webfinger.net/rel/profile-page", "text/html", baseURL.text),
                ])
            ))
    }

    private static func actor(_ account: FediverseAccount, _ baseURL: BaseURL, _ site: Site) -> JSONNode {
        .object(
            ("@context", .text(context)),
            ("id", .text(baseURL.text + actor)),
            ("type", .text("Person")),
            ("preferredUsername", .text(account.name)),
            ("name", .text(site.name)),
            ("summary", .text("<p>\(HTMLText.escape(Feed.poweredBy))</p>")),
            ("url", .text(baseURL.text)),
            (
                "icon",
                .object(
                    ("type", .text("Image")), ("mediaType", .text("image/png")),
                    ("url", .text(baseURL.text + "assets/icon-192.png")))
            ),
            ("inbox", site.openWeb.inbox.map { .text($0.text) }),
            ("outbox", .text(baseURL.text + outbox)))
    }
}
