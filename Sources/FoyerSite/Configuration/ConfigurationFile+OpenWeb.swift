import Yams

extension ConfigurationFile {
    /// Every key that `indieauth` may have.
    enum IndieAuthKey: String, CaseIterable {
        case metadata
        case authorization = "authorization_endpoint"
        case token = "token_endpoint"
    }

    /// Takes a value over; returns what was expected where it is wrong.
    static func apply(_ value: Node, as key: Key, to settings: inout OpenWebSettings) -> Expectation? {
        let text = value.scalar?.string ?? ""
        switch key {
        case .me:
            let addresses = value.sequence?.map { $0.scalar.flatMap { Address.contact($0.string) } } ?? [nil]
            settings.me = addresses.compactMap { $0 }
            if addresses.count > 50 { return "a list of at most 50 addresses" }
            return addresses.contains(nil) ? "a list of addresses such as [\"https://github.com/ada\"]" : nil
        case .fediverseCreator: return take(text, into: &settings.creator)
        case .fediverse: return take(text, into: &settings.account)
        case .webmention: return take(text, into: &settings.webmention)
        case .fediverseInbox: return take(text, into: &settings.inbox)
        default: return nil
        }
    }

    /// Likewise, of what signs the owner in.
    static func apply(
        _ value: Node, as key: IndieAuthKey, to settings: inout OpenWebSettings.IndieAuth
    ) -> Expectation? {
        let text = value.scalar?.string ?? ""
        return switch key {
        case .metadata: take(text, into: &settings.metadata)
        case .authorization: take(text, into: &settings.authorization)
        case .token: take(text, into: &settings.token)
        }
    }

    private static func take(_ text: String, into account: inout FediverseAccount?) -> Expectation? {
        account = FediverseAccount(text)
        return account == nil ? "an account such as \"@ada@example.org\", in quotation marks" : nil
    }

    private static func take(_ text: String, into address: inout Address?) -> Expectation? {
        address = Address.web(text)
        return address == nil ? "an address such as https://example.org/endpoint" : nil
    }
}
