import Foundation

/// What came back over the wire.
struct HTTPAnswer: Sendable {
    let status: Int
    /// By their names in lower case; of several with one name the first.
    let headers: [String: String]
    let body: Data

    init(status: Int, headers: [String: String] = [:], body: Data) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// - Parameter head: the status line and the headers, each in a line.
    init(status: Int, head: String, body: Data) {
        var headers: [String: String] = [:]
        for line in head.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers[name] = headers[name] ?? value
        }
        self.init(status: status, headers: headers, body: body)
    }

    /// Seconds, or an HTTP date; at most a year.
    ///
    /// Source: RFC 9110, 10.2.3.
    func retryAfter(now: Int64) -> Int? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Int(text) { return min(max(0, seconds), Self.year) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { Int(min(max(0, $0.timeIntervalSince1970 - Double(now)), Double(Self.year))) }
    }

    private static let year = 31_536_000

    var validators: FileValidators {
        FileValidators(etag: Self.word(headers["etag"]), lastModified: Self.word(headers["last-modified"]))
    }

    /// A value that is short and plain enough to be kept, and to be sent back.
    private static func word(_ value: String?) -> String? {
        guard let value, value.utf8.count <= 256, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return value
    }
}

/// Why no whole answer came.
enum TransportFailure: Error, Hashable {
    case unreachable(reason: String)
    case untrusted
    case interrupted(reason: String)
    case tooLarge(limit: Int)
}
