public import Foundation

/// Instants as Simkl writes them, to the second.
extension Date {
    /// Reads `2026-11-01T00:00:00Z`, also with a fraction or an offset.
    public init?(simkl text: String) {
        let fraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? Date(text, strategy: .iso8601)) ?? (try? Date(text, strategy: fraction)) else { return nil }
        self = date
    }

    public var simkl: String { formatted(.iso8601) }

    var json: JSON { .string(simkl) }

    /// As an HTTP header has it.
    var http: String { formatter("EEE, dd MMM yyyy HH:mm:ss 'GMT'").string(from: self) }

    init?(http: String) {
        guard let date = formatter("EEE, dd MMM yyyy HH:mm:ss 'GMT'").date(from: http) else { return nil }
        self = date
    }

    /// `2026-11-01`, in Greenwich.
    var day: String { String(simkl.prefix(10)) }
}

private func formatter(_ format: String) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = format
    return formatter
}
