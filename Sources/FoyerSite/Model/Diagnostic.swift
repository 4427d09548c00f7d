/// Trouble that a build survives: collected, printed once at the end, fatal under `--strict`.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Hashable, Sendable {
        /// Something was left out.
        case warning
        /// Something the owner may want to know; never fatal.
        case note
    }

    public let severity: Severity
    public let message: String
    /// A file, with a line or a JSON pointer where there is one.
    public let location: String?

    public init(_ severity: Severity, _ message: String, at location: String? = nil) {
        self.severity = severity
        self.message = message
        self.location = location
    }

    public var description: String { (location.map { "\($0): " } ?? "") + message }
}
