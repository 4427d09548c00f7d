import Foundation
import FoyerSite
import Simkl

/// A place where news are told.
struct NoticeTarget: Sendable {
    enum Service: String, CaseIterable, Sendable {
        case ntfy, discord, telegram, webhook
        case output = "standard output"
    }

    let service: Service
    /// Where messages go; nil for standard output.
    let address: Secret?
    let token: Secret?
    /// Telegram's.
    let chat: String?
    /// Without what may be a key.
    let host: String?

    init(_ service: Service, address: Secret? = nil, host: String? = nil, token: Secret? = nil, chat: String? = nil) {
        (self.service, self.address, self.host, self.token, self.chat) = (service, address, host, token, chat)
    }

    /// `ntfy (ntfy.sh)`: as it may be printed anywhere.
    var name: String { service.rawValue + (host.map { " (\($0))" } ?? "") }

    /// What it is called where it is remembered what it was told.
    var record: String { service == .output ? "output" : service.rawValue }

    var form: NoticeForm {
        switch service {
        case .discord: .discord
        case .telegram: .telegram
        case .ntfy, .webhook, .output: .plain
        }
    }

    /// How long one message may be, in what ``NoticeForm`` counts by.
    ///
    /// Source: https://docs.ntfy.sh/publish/#limitations; https://docs.discord.com/developers/resources/webhook#execute-webhook;
    /// https://core.telegram.org/bots/api#sendmessage
    var limit: Int {
        switch service {
        case .ntfy, .telegram: 4096
        case .discord: 2000
        // Nobody has said.
        case .webhook, .output: 200_000
        }
    }
}
