import Foundation

/// The public address of the site's root, with a slash at its end; in ASCII, whatever script it was written in.
public struct BaseURL: Hashable, Sendable {
    public let text: String
    /// `/watch/`, or `/` for a site at the root of its host.
    public let path: String

    /// Nil for anything but an `http` or `https` address of a folder, without query and fragment.
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = parts.encodedHost, !host.isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil,
            !parts.percentEncodedPath.contains("//"), !Self.isFile(parts.percentEncodedPath),
            // What is not ASCII is encoded; of what is, only an address's own characters are one.
            Address(String(text.unicodeScalars.filter(\.isASCII).map(Character.init))) != nil,
            let text = parts.string, Address(text) != nil
        else { return nil }
        let path = parts.percentEncodedPath
        self.text = text.hasSuffix("/") ? text : text + "/"
        self.path = path.hasSuffix("/") ? path : path + "/"
    }

    /// What is wrong with a text that is no base URL, in the words of an error.
    public static func expectation(insteadOf text: String) -> String {
        let example = "such as https://example.org/watch/"
        let isFile = URLComponents(string: text).map { $0.scheme != nil && Self.isFile($0.percentEncodedPath) } ?? false
        return isFile ? "the address of the site's folder, with a slash at its end, \(example)" : "an address \(example)"
    }

    /// Whether a path ends like the name of a file; one of a folder can be told from it by its slash.
    private static func isFile(_ path: String) -> Bool { path.contains(/\.[A-Za-z][A-Za-z0-9]*$/) }

    /// The absolute address of a page.
    func address(of path: SitePath) -> String { text + path.clean }
}
