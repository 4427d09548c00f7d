import Foundation

/// The public address of the site's root, with a slash at its end.
public struct BaseURL: Hashable, Sendable {
    public let text: String
    /// `/watch/`, or `/` for a site at the root of its host.
    public let path: String

    /// Nil for anything but an `http` or `https` address without query and fragment.
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.query == nil, parts.fragment == nil, parts.user == nil,
            !parts.percentEncodedPath.contains("//"),
            Address(text) != nil
        else { return nil }
        let path = parts.percentEncodedPath
        self.text = text.hasSuffix("/") ? text : text + "/"
        self.path = path.hasSuffix("/") ? path : path + "/"
    }

    /// The absolute address of a page.
    func address(of path: SitePath) -> String { text + path.clean }
}
