import Foundation

/// How the program introduces itself in each request.
///
/// Source: https://api.simkl.org/conventions/headers, "Headers and required parameters".
public struct AppIdentity: Sendable {
    public let clientID: Secret
    public let name: String
    public let version: String

    public init(clientID: Secret, name: String = "foyer", version: String) {
        self.clientID = clientID
        self.name = name
        self.version = version
    }

    var userAgent: String { "\(name)/\(version)" }

    var query: [URLQueryItem] {
        [
            URLQueryItem(name: "client_id", value: clientID.revealed), URLQueryItem(name: "app-name", value: name),
            URLQueryItem(name: "app-version", value: version),
        ]
    }
}
