import Foundation
import FoyerSite
import Simkl

/// What of one message goes to a service, in the form of its own.
struct TargetMessage {
    let target: NoticeTarget
    let message: NoticeMessage
    let siteName: String
    let siteAddress: String?

    /// Nil for what has no address.
    var outgoing: OutgoingMessage? {
        guard let address = target.service == .ntfy ? server : target.address, let json = try? json else { return nil }
        return OutgoingMessage(to: address, token: target.token, json: json)
    }

    private var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return switch target.service {
            case .ntfy:
                try encoder.encode(
                    Ntfy(topic: url?.lastPathComponent ?? "", title: siteName, message: message.text, click: siteAddress))
            case .discord: try encoder.encode(Discord(content: message.text))
            case .telegram: try encoder.encode(Telegram(chat: target.chat ?? "", text: message.text))
            case .webhook, .output:
                try encoder.encode(Webhook(site: siteName, url: siteAddress, text: message.text, news: message.notices))
            }
        }
    }

    private var url: URL? { target.address.flatMap { URL(string: $0.revealed) } }

    /// Of a topic.
    private var server: Secret? { url.flatMap { Secret($0.deletingLastPathComponent().absoluteString) } }
}

/// Source: https://docs.ntfy.sh/publish/#publish-as-json
private struct Ntfy: Encodable {
    let topic: String
    let title: String
    let message: String
    let click: String?
    /// A picture of a television.
    let tags = ["tv"]
}

/// Source: https://docs.discord.com/developers/resources/webhook#execute-webhook
private struct Discord: Encodable {
    let content: String
    let mentions = Mentions()
    /// No previews of what it links to.
    let flags = 4

    /// Nobody is called, whatever a title is called.
    struct Mentions: Encodable { let parse: [String] = [] }

    private enum CodingKeys: String, CodingKey {
        case content, flags
        case mentions = "allowed_mentions"
    }
}

/// Source: https://core.telegram.org/bots/api#sendmessage
private struct Telegram: Encodable {
    let chat: String
    let text: String
    let mode = "HTML"
    let preview = Preview()

    struct Preview: Encodable {
        let isDisabled = true

        private enum CodingKeys: String, CodingKey { case isDisabled = "is_disabled" }
    }

    private enum CodingKeys: String, CodingKey {
        case text
        case chat = "chat_id"
        case mode = "parse_mode"
        case preview = "link_preview_options"
    }
}

/// Ours; `docs/notify.md` says what is in it.
private struct Webhook: Encodable {
    let version = 1
    let site: String
    let url: String?
    let text: String
    let news: [Notice]
}
