public import Foundation

/// Addresses on Simkl's own pages, for people to click.
///
/// Built from ids, not from `/redirect`: its addresses show the client id to every visitor, and newer apps need a token for it.
public struct SimklLink: Sendable {
    private let web: URL

    public init(hosts: SimklHosts) { web = hosts.web }

    /// A title's own page; the slug is for people only.
    ///
    /// Source: Simkl's API rules, "link every displayed item".
    public func title(_ id: Int, in bucket: Wire.Bucket, slug: String? = nil) -> URL {
        let page = web.appending(path: bucket.catalogName).appending(path: String(id))
        return slug.map { page.appending(path: $0) } ?? page
    }

    /// An episode of a show; an anime has no such page that is documented, so it leads to the title.
    public func episode(_ episode: Int, season: Int, of id: Int, in bucket: Wire.Bucket, slug: String) -> URL {
        let page = title(id, in: bucket, slug: slug)
        return bucket == .shows
            ? page.appending(path: "season-\(season)").appending(path: "episode-\(episode)/", directoryHint: .isDirectory) : page
    }

    /// A trailer.
    public func trailer(youtube id: String) -> URL? {
        var address = URLComponents(string: "https://www.youtube.com/watch")
        address?.queryItems = [URLQueryItem(name: "v", value: id)]
        return address?.url
    }
}

/// Addresses of Simkl's redirects. They hold the client id: for the owner's own eyes, never for a published page.
///
/// Source: `GET /redirect?to=…`
public struct RedirectLink: Sendable {
    private let api: URL
    private let identity: AppIdentity

    public init(hosts: SimklHosts, identity: AppIdentity) {
        api = hosts.api
        self.identity = identity
    }

    /// To the title's page, or its trailer's.
    public func to(_ target: Target, _ title: TitleReference, season: Int? = nil, episode: Int? = nil) -> URL? {
        var items = [URLQueryItem(name: "to", value: target.rawValue)]
        if let simkl = title.simkl { items.append(URLQueryItem(name: "simkl", value: String(simkl))) }
        for (key, id) in title.ids.sorted(by: { $0.key < $1.key }) { items.append(URLQueryItem(name: key, value: id)) }
        if let name = title.title { items.append(URLQueryItem(name: "title", value: name)) }
        if let year = title.year { items.append(URLQueryItem(name: "year", value: String(year))) }
        if let season { items.append(URLQueryItem(name: "season", value: String(season))) }
        if let episode { items.append(URLQueryItem(name: "episode", value: String(episode))) }
        var address = URLComponents(url: api.appending(path: "redirect"), resolvingAgainstBaseURL: false)
        // A plus is a plus, not a space.
        address?.percentEncodedQuery = SimklRequest.encoded(items + identity.query)
        return address?.url
    }

    public enum Target: String, Sendable {
        case simkl, trailer
        /// Marks as watched with one click, after a first consent; of a show it needs season and episode.
        case watched
    }
}
