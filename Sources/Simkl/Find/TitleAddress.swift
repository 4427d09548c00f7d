/// The address of a page, as somebody writes or copies it.
struct TitleAddress {
    /// In lower case, without `www.`, `m.` and `app.`.
    let host: String
    let path: [String]
    var query: [String: String] = [:]

    init(host: String, path: [String]) { (self.host, self.path) = (host, path) }

    /// Nil where there is neither a scheme nor a site that is known, with more behind it.
    init?(_ text: String) {
        let scheme = ["https://", "http://", "//"].first(where: text.lowercased().hasPrefix)
        let rest = text.dropFirst(scheme?.count ?? 0).prefix { $0 != "#" }
        let place = rest.prefix { $0 != "?" }
        var parts = place.split(separator: "/").map(String.init)
        guard !parts.isEmpty, !parts[0].contains(where: \.isWhitespace) else { return nil }
        var host = parts.removeFirst().lowercased()
        for prefix in ["www.", "m.", "app."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
        let query = Self.members(of: rest[place.endIndex...].dropFirst())
        let isKnown = TitleSite.at(host) != nil && !(parts.isEmpty && query.isEmpty)
        guard host.contains("."), scheme != nil || isKnown else { return nil }
        (self.host, path, self.query) = (host, parts, query)
    }

    /// Whole, with `https://` and without the query.
    var text: String { "https://" + ([host] + path).joined(separator: "/") }

    /// `a=1&b=2`, of which the first of several with one name counts.
    private static func members(of query: Substring) -> [String: String] {
        let members = query.split(separator: "&").map { member in
            member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(members.map { ($0[0].lowercased(), $0.count > 1 ? $0[1] : "") }) { first, _ in first }
    }
}

/// A page about a title on a site whose ids Simkl does not look up by themselves.
public struct ForeignPage: Hashable, Sendable {
    /// Whole, with `https://`, and no further than the title's own.
    public let address: String
    /// Members of ``Wire/Identifiers/others`` in which the library may hold what tells the page.
    let keys: [String]
    /// What tells the page on its site.
    let slug: String
}

extension TitleQuery {
    /// Addresses of title pages, with or without a scheme, and Simkl's without a host too; nil for what is no address.
    init?(address text: String) {
        guard let query = TitleAddress(text).flatMap(Self.read) ?? Self.onSimkl(text) else { return nil }
        self = query
    }

    private static func read(_ address: TitleAddress) -> TitleQuery? {
        let site = TitleSite.at(address.host)
        for form in site?.forms ?? [] { if let query = form.read(address) { return query } }
        // Simkl reads more sites than are known here.
        guard address.host != "simkl.com", let last = address.path.last else { return nil }
        return .page(ForeignPage(address: address.text, keys: [], slug: last))
    }

    /// `/movies/53536/slug`, as Simkl writes its own addresses in its answers.
    private static func onSimkl(_ text: String) -> TitleQuery? {
        guard !text.contains(where: \.isWhitespace) else { return nil }
        return read(TitleAddress(host: "simkl.com", path: text.split(separator: "/").map(String.init)))
    }
}
