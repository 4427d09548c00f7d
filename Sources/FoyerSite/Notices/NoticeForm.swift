import Foundation

/// How a message is written for the place that shows it.
public enum NoticeForm: Sendable {
    /// For anything that shows text as it is.
    case plain
    /// Discord's Markdown.
    ///
    /// Source: https://docs.discord.com/developers/reference, "Message Formatting"; masked links in pointed brackets have no preview.
    case discord
    /// The HTML of Telegram's bots.
    ///
    /// Source: https://core.telegram.org/bots/api#html-style
    case telegram

    /// So much of a name or a sentence is enough.
    private static let mostScalars = 200
    /// An address that is longer has no place in a message.
    private static let longestAddress = 500

    /// How much of a message's limit a text takes, in what the place counts by.
    func size(of text: String) -> Int { self == .plain ? text.utf8.count : text.utf16.count }

    func heading(_ text: String) -> String {
        switch self {
        case .plain: shortened(text)
        case .discord: "**\(escaped(text))**"
        case .telegram: "<b>\(escaped(text))</b>"
        }
    }

    /// A line of a list, that leads to an address where the form can.
    func line(_ text: String, address: String? = nil) -> String {
        let words = escaped(text)
        guard let address, address.utf8.count <= Self.longestAddress else { return bullet + words }
        return switch self {
        case .plain: bullet + words
        case .discord: "\(bullet)[\(words)](<\(address)>)"
        case .telegram: "\(bullet)<a href=\"\(Place.html.escape(address))\">\(words)</a>"
        }
    }

    private var bullet: String { self == .discord ? "- " : "• " }

    private func escaped(_ text: String) -> String {
        let text = shortened(text)
        return switch self {
        case .plain: text
        case .discord: Self.discordEscaped(text)
        case .telegram: Place.html.escape(text)
        }
    }

    /// Cut before it is escaped, so that no escape is cut; between characters where these are not endless themselves.
    private func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > Self.mostScalars else { return text }
        var (kept, scalars) = ("", 0)
        for character in text {
            scalars += character.unicodeScalars.count
            if scalars > Self.mostScalars { break }
            kept.append(character)
        }
        if kept.isEmpty { kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.mostScalars))) }
        return kept + "…"
    }

    /// With a backslash before whatever could begin a style, a link, a mention, an emoji or an address.
    private static func discordEscaped(_ text: String) -> String {
        text.replacing(/[\\`*_~|<>\[\]()#@]|:(?=\S)/) { "\\\($0.output)" }
    }
}
