/// An account of the fediverse, as in `@ada@example.org`.
///
/// Source: https://docs.joinmastodon.org/spec/webfinger/
struct FediverseAccount: Hashable, Sendable {
    let name: String
    /// In small letters.
    let domain: String

    /// Nil for anything but a name of letters, digits, `_`, `.` and `-` and a domain in ASCII; the first `@` may be missing.
    init?(_ text: String) {
        let account = /@?([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/
        guard text.utf8.count <= 320, let match = text.wholeMatch(of: account) else { return nil }
        name = String(match.1)
        domain = match.2.lowercased()
    }

    /// As people write it.
    var text: String { "@\(name)@\(domain)" }

    /// Source: RFC 7565
    var uri: String { "acct:\(name)@\(domain)" }
}
