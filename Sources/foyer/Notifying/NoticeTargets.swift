import Foundation
import FoyerSite
import Simkl

/// The places that the environment names. Where it names none, news are told to standard output.
///
/// Why there is no key of `foyer.yaml` and no option for any: an address is enough to write to most of them.
struct NoticeTargets {
    let all: [NoticeTarget]

    /// Every name that is read.
    enum Name: String, CaseIterable {
        case ntfy = "FOYER_NOTIFY_NTFY"
        case ntfyToken = "FOYER_NOTIFY_NTFY_TOKEN"
        case discord = "FOYER_NOTIFY_DISCORD"
        case telegram = "FOYER_NOTIFY_TELEGRAM"
        case telegramChat = "FOYER_NOTIFY_TELEGRAM_CHAT"
        case telegramURL = "FOYER_NOTIFY_TELEGRAM_URL"
        case webhook = "FOYER_NOTIFY_WEBHOOK"
        case webhookToken = "FOYER_NOTIFY_WEBHOOK_TOKEN"
    }

    /// Those whose values must not be seen.
    static let secretNames = Name.allCases.filter { $0 != .telegramChat && $0 != .telegramURL }.map(\.rawValue)

    private static let prefix = "FOYER_NOTIFY_"

    /// - Throws: ``Failure`` for what is no target, without its value.
    init(_ environment: [String: String]) throws(Failure) {
        let known = Name.allCases.map(\.rawValue)
        for name in environment.keys.sorted() where name.hasPrefix(Self.prefix) && !known.contains(name) {
            throw Failure(
                code: .usage,
                message: "there is no \(name)." + (name.nearest(in: known).map { " Do you mean \($0)?" } ?? " \(Self.names)"))
        }
        func value(_ name: Name) -> Secret? {
            Secret(environment[name.rawValue]?.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        var targets: [NoticeTarget] = []
        if let address = value(.ntfy) { targets.append(try Self.ntfy(address, token: value(.ntfyToken))) }
        if let address = value(.discord) { targets.append(try Self.discord(address)) }
        if let token = value(.telegram) {
            targets.append(try Self.telegram(token, chat: value(.telegramChat), server: value(.telegramURL)))
        }
        if let address = value(.webhook) {
            let url = try Self.url(address, .webhook, example: "https://example.org/hook")
            targets.append(NoticeTarget(.webhook, address: address, host: url.host(), token: value(.webhookToken)))
        }
        if targets.isEmpty, let name = known.first(where: { environment[$0] != nil }) {
            let isEmpty = value(Name(rawValue: name) ?? .ntfy) == nil
            throw Failure(
                code: .usage,
                message: isEmpty
                    ? "\(name) is set, but empty. Give it its value, or unset it." : "\(name) alone is no target. \(Self.names)")
        }
        all = targets.isEmpty ? [NoticeTarget(.output)] : targets
    }

    private static var names: String { "The names are \(Name.allCases.map(\.rawValue).joined(separator: ", "))." }

    /// Messages go to the server, with the topic in them: what may be in a text would not fit into headers.
    private static func ntfy(_ address: Secret, token: Secret?) throws(Failure) -> NoticeTarget {
        let example = "https://ntfy.sh/my-topic"
        let url = try url(address, .ntfy, example: example)
        guard url.pathComponents.count == 2, url.lastPathComponent.wholeMatch(of: /[-_A-Za-z0-9]{1,64}/) != nil,
            url.query() == nil
        else { throw wrong(.ntfy, example) }
        return NoticeTarget(.ntfy, address: address, host: url.host(), token: token)
    }

    /// Discord answers with the message where it is asked to wait; else it says nothing of what became of it.
    private static func discord(_ address: Secret) throws(Failure) -> NoticeTarget {
        let url = try url(address, .discord, example: "https://discord.com/api/webhooks/…")
        let waiting = url.appending(queryItems: [URLQueryItem(name: "wait", value: "true")])
        return NoticeTarget(.discord, address: Secret(waiting.absoluteString), host: url.host())
    }

    private static func telegram(_ token: Secret, chat: Secret?, server: Secret?) throws(Failure) -> NoticeTarget {
        guard token.revealed.wholeMatch(of: /\d{1,20}:[-_A-Za-z0-9]{1,100}/) != nil else {
            throw wrong(.telegram, "123456:ABC…, the token of a bot,")
        }
        guard let chat else {
            throw Failure(
                code: .usage, message: "\(Name.telegram.rawValue) needs \(Name.telegramChat.rawValue), the id of a chat.")
        }
        guard chat.revealed.wholeMatch(of: /-?\d{1,20}|@[A-Za-z0-9_]{1,64}/) != nil else {
            throw wrong(.telegramChat, "123456789, -1001234567890 or @channel")
        }
        var server = server?.revealed ?? "https://api.telegram.org"
        while server.hasSuffix("/") { server.removeLast() }
        let example = "https://api.telegram.org"
        guard let whole = Secret("\(server)/bot\(token.revealed)/sendMessage") else { throw wrong(.telegramURL, example) }
        let url = try url(whole, .telegramURL, example: example)
        return NoticeTarget(.telegram, address: whole, host: url.host(), chat: chat.revealed)
    }

    private static func url(_ address: Secret, _ name: Name, example: String) throws(Failure) -> URL {
        guard let url = URL(string: address.revealed), ["http", "https"].contains(url.scheme?.lowercased()),
            let host = url.host(), !host.isEmpty
        else { throw wrong(name, example) }
        guard url.user() == nil, url.password() == nil else {
            let instead = name == .ntfy || name == .webhook ? " Give a token as \(name.rawValue)_TOKEN." : ""
            throw Failure(code: .usage, message: "\(name.rawValue) may hold no user and no password.\(instead)")
        }
        return url
    }

    private static func wrong(_ name: Name, _ example: String) -> Failure {
        Failure(code: .usage, message: "\(name.rawValue) cannot be used: one such as \(example) is expected.")
    }
}
