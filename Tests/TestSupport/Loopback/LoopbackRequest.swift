public import Foundation

/// One request as it arrived.
public struct LoopbackRequest: Sendable {
    /// Which of the servers was asked.
    public enum Host: String, Sendable {
        /// api.simkl.com and simkl.com.
        case api
        /// data.simkl.in.
        case cdn
        /// A host that is none of Simkl's.
        case foreign
    }

    public let host: Host
    public let method: String
    /// The path as it was sent, percent-encoded, without the query.
    public let path: String
    /// The query's pairs in their order, decoded.
    public let query: [URLQueryItem]
    /// Headers by their names in lower case.
    public let headers: [String: String]
    public let body: Data
    public let arrival: ContinuousClock.Instant
    /// Which connection it came on.
    public let connection: UUID
    /// What it was answered with.
    public internal(set) var status = 0

    init(host: Host, line: String, headers: [String: String], body: Data, arrival: ContinuousClock.Instant, connection: UUID) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let target = Self.origin(words.count > 1 ? words[1] : "/")
        let mark = target.firstIndex(of: "?") ?? target.endIndex
        self.host = host
        method = words[0]
        path = String(target[..<mark])
        query = Self.pairs(target[mark...].dropFirst())
        self.headers = headers
        self.body = body
        self.arrival = arrival
        self.connection = connection
    }

    public subscript(header: String) -> String? { headers[header.lowercased()] }

    /// The value of a query parameter.
    public func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The body as JSON; nil when it is none.
    public var json: JSON? { try? JSON(body) }

    /// Method, path and query in one line, without the client id.
    public var summary: String {
        let shown = query.filter { $0.name != "client_id" }.map { "\($0.name)=\($0.value ?? "")" }.joined(separator: "&")
        return "\(method) \(path)" + (shown.isEmpty ? "" : "?\(shown)")
    }

    /// The decoded parts of the path.
    var parts: [String] { path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) } }

    /// The fields of a form or of a flat JSON object, whichever the body is.
    var fields: [String: String] {
        if case .object(let members)? = json { return members.compactMapValues(\.string) }
        let form = String(decoding: body, as: UTF8.self).replacing("+", with: "%20")
        return Dictionary(Self.pairs(form[...]).map { ($0.name, $0.value ?? "") }) { $1 }
    }

    /// The token that the request carries.
    var bearer: String? {
        guard let words = self["authorization"]?.split(separator: " "), words.count == 2 else { return nil }
        return words[0].lowercased() == "bearer" ? String(words[1]) : nil
    }

    /// Path and query of what a proxy is asked for, which is a whole address.
    private static func origin(_ target: String) -> String {
        guard target.hasPrefix("http://"), let slash = target.dropFirst(7).firstIndex(of: "/") else { return target }
        return String(target[slash...])
    }

    private static func pairs(_ text: Substring) -> [URLQueryItem] {
        text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.removingPercentEncoding ?? String($0) }
            return URLQueryItem(name: halves[0], value: halves.count > 1 ? halves[1] : nil)
        }
    }
}
