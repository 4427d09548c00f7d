import Foundation
import FoundationNetworking
import TestSupport

/// A client of the loopback server, made of nothing but URLSession.
struct Caller: Sendable {
    struct Reply: Sendable {
        let status: Int
        let data: Data
        let headers: [String: String]

        var json: JSON? { try? JSON(data) }
    }

    let simkl: LoopbackSimkl
    var token: String?
    private let session: URLSession

    /// - Parameter patience: seconds of silence until it gives up.
    init(_ simkl: LoopbackSimkl, token: String? = nil, patience: Double = 60) {
        self.simkl = simkl
        self.token = token
        let configuration = URLSessionConfiguration.ephemeral
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.timeoutIntervalForRequest = patience
        session = URLSession(configuration: configuration)
    }

    /// A server with an account, and a caller who has signed in to it.
    static func signedIn(
        _ account: LoopbackAccount = .sample(titles: 30), options: LoopbackOptions = LoopbackOptions(),
        scope: String = "media:read media:write", patience: Double = 60
    ) async throws -> Caller {
        let simkl = try await LoopbackSimkl(account: account, options: options)
        return Caller(simkl, token: simkl.token(scope: scope), patience: patience)
    }

    static let identification = "client_id=loopback-client&app-name=test&app-version=1"

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", simkl.apiURL + path, headers: headers)
    }

    func cdn(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", simkl.cdnURL + path, identified: false, headers: headers)
    }

    func post(_ path: String, _ body: JSON) async throws -> Reply { try await send("POST", simkl.apiURL + path, body: body) }

    func send(
        _ method: String, _ address: String, identified: Bool = true, body: JSON? = nil, headers: [String: String] = [:]
    ) async throws -> Reply {
        let mark = address.contains("?") ? "&" : "?"
        guard let url = URL(string: address + (identified ? mark + Self.identification : "")) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body?.data
        request.setValue("test/1", forHTTPHeaderField: "User-Agent")
        if let token, !url.path.contains("calendar") { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let fields = response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Reply(status: response.statusCode, data: data, headers: Dictionary(fields) { $1 })
    }
}
