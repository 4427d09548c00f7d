import Foundation

/// One thing to ask of Simkl.
struct SimklRequest: Sendable {
    enum Method: String { case get = "GET", post = "POST", delete = "DELETE" }

    /// Who may be asked, and how.
    enum Audience {
        /// The account: with the token, one request at a time.
        case account
        /// The catalogue: without it, so that Simkl's caches can answer, and up to four at a time.
        case catalogue
        /// Files of the CDN: as the catalogue, and without a query.
        case files
        /// Signing in: without a token, one at a time.
        case signIn
    }

    let method: Method
    let audience: Audience
    /// Begins with `/`.
    let path: String
    /// What errors call the request, where its path holds what nobody should see.
    var publicName: String?
    var query: [URLQueryItem] = []
    /// Never on a GET, which Simkl would take for a write.
    var body: Data?
    var bodyType = "application/json"
    /// What is already known of a file, for a conditional request.
    var validators = FileValidators()

    var name: String { publicName ?? path }

    /// A request to the account, or to the audience named.
    static func get(_ path: String, _ query: [String: String] = [:], from audience: Audience = .account) -> SimklRequest {
        SimklRequest(method: .get, audience: audience, path: path, query: items(query))
    }

    static func post(_ path: String, _ query: [String: String] = [:], _ body: Data) -> SimklRequest {
        SimklRequest(method: .post, audience: .account, path: path, query: items(query), body: body)
    }

    static func delete(_ path: String) -> SimklRequest { SimklRequest(method: .delete, audience: .account, path: path) }

    /// A form to sign in with.
    ///
    /// Source: RFC 6749, appendix B.
    static func form(_ path: String, _ fields: [String: String]) -> SimklRequest {
        SimklRequest(
            method: .post, audience: .signIn, path: path, body: Data(encoded(items(fields)).utf8),
            bodyType: "application/x-www-form-urlencoded")
    }

    private static func items(_ query: [String: String]) -> [URLQueryItem] {
        query.sorted { $0.key < $1.key }.map { URLQueryItem(name: $0.key, value: $0.value) }
    }

    /// Whether a status says that here is what was asked for. `204` has nothing, `206` a part, and `304` means something only to
    /// whoever asked for a change.
    func isAnswered(by status: Int) -> Bool {
        guard method == .get else { return (200..<300).contains(status) }
        return [200, 201, 203].contains(status) || (status == 304 && validators != FileValidators())
    }

    /// As it goes over the wire, but for the token.
    func httpRequest(to hosts: SimklHosts, as identity: AppIdentity) throws(SimklError) -> HTTPRequest {
        let host = audience == .files ? hosts.files : hosts.api
        guard var address = URLComponents(string: host.absoluteString + path) else { throw .notFound(path: name) }
        let items = audience == .files ? [] : query + identity.query
        if !items.isEmpty {
            address.percentEncodedQuery = Self.encoded(items)
        }
        guard let url = address.url else { throw .notFound(path: name) }
        var request = HTTPRequest(method, url)
        request[header: "User-Agent"] = identity.userAgent
        request[header: "Accept"] = "application/json"
        if let body {
            request.body = body
            request[header: "Content-Type"] = bodyType
        }
        request[header: "If-None-Match"] = validators.etag
        request[header: "If-Modified-Since"] = validators.lastModified
        return request
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:")

    /// A plus is a plus, not a space, for whoever reads it as a form.
    static func encoded(_ items: [URLQueryItem]) -> String {
        items.map { "\(encoded($0.name))=\(encoded($0.value ?? ""))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
}

/// What a server said of a file's version, to be asked again with.
///
/// Source: RFC 9110, 8.8 (validators).
public struct FileValidators: Hashable, Sendable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }
}
