import Foundation

/// What came back over the wire.
struct HTTPAnswer: Sendable {
    let status: Int
    /// By their names in lower case.
    let headers: [String: String]
    let body: Data

    /// Seconds, or an HTTP date.
    ///
    /// Source: RFC 9110, 10.2.3.
    func retryAfter(now: Int64) -> Int? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Int(text) { return max(0, seconds) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return format.date(from: text).map { max(0, Int($0.timeIntervalSince1970) - Int(now)) }
    }

    var validators: FileValidators { FileValidators(etag: headers["etag"], lastModified: headers["last-modified"]) }
}

/// Why no whole answer came.
enum TransportFailure: Error, Hashable {
    case unreachable(reason: String)
    case untrusted
    case interrupted(reason: String)
    case tooLarge
}
