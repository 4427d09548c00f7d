@testable import FoyerSite

extension OpenWebSettings {
    /// With each of them said.
    static let everything = {
        var settings = OpenWebSettings()
        settings.me = ["https://github.com/ada", "mailto:ada@foyer.example"].compactMap(Address.contact)
        settings.creator = FediverseAccount("@ada@mastodon.example")
        settings.webmention = Address("https://mentions.example/foyer?to=watch&as=form")
        settings.indieAuth.metadata = Address("https://auth.example/metadata")
        settings.indieAuth.authorization = Address("https://auth.example/authorize")
        settings.indieAuth.token = Address("https://auth.example/token")
        settings.account = FediverseAccount("@watch@foyer.example")
        settings.inbox = Address("https://inbox.example/watch")
        return settings
    }()
}
