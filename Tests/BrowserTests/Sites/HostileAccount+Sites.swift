import TestSupport

/// Accounts that are hard to show: names of every kind, one title, none, one kind only.
extension HostileAccount {
    /// `all-items.json`; nil for the sample, which comes with the program, in whatever edition and language, and for what is generated.
    static func items(of account: BuiltSite.Account) -> JSON? {
        switch account {
        case .sample, .friends, .german, .mirrored, .large: nil
        case .hostile: items
        case .single: ["movies": [item(2, 8, "The only one")]]
        case .empty: [:]
        case .films: ["movies": .array((1...70).map { item(2, $0, "Film \($0)") })]
        }
    }
}
