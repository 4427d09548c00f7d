public import Foundation

/// Where Simkl is.
public struct SimklHosts: Hashable, Sendable {
    /// The API, `https://api.simkl.com`.
    public var api: URL
    /// Files that change a few times a day, `https://data.simkl.in`.
    public var files: URL
    /// The pages that people see, `https://simkl.com`.
    public var web: URL

    /// - Parameter environment: `FOYER_API_URL`, `FOYER_CDN_URL` and `FOYER_WEB_URL` name other places, for tests.
    public init(environment: [String: String] = [:]) throws(SimklError) {
        api = try Self.address("FOYER_API_URL", environment, "https://api.simkl.com")
        files = try Self.address("FOYER_CDN_URL", environment, "https://data.simkl.in")
        web = try Self.address("FOYER_WEB_URL", environment, "https://simkl.com")
    }

    private static func address(_ name: String, _ environment: [String: String], _ usual: String) throws(SimklError) -> URL {
        var text = environment[name] ?? usual
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), let host = url.host(), url.query() == nil, url.user() == nil,
            url.scheme == "https" || (url.scheme == "http" && isThisMachine(host))
        else { throw .wrongAddress(name: name) }
        return url
    }

    /// Only there may a token travel without TLS.
    static func isThisMachine(_ host: String) -> Bool { host == "127.0.0.1" || host == "localhost" }
}
