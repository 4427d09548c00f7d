import Disk
import Foundation
import Simkl

/// The client id of the owner's app at Simkl, kept for their user and never in a site's folder.
enum ClientID {
    private typealias Storage = Files<GrantError>

    private static var path: String { GrantStore(environment: Session.environment, name: "client-id").path }

    /// As the environment gives it, else as it was kept.
    static var known: Secret? { Session.secret("SIMKL_CLIENT_ID") ?? kept }

    static var kept: Secret? {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return Secret(String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }

    static func keep(_ clientID: Secret) throws(GrantError) {
        try GrantStore(path: path).prepare()
        try Storage.replace(path, with: Array("\(clientID.revealed)\n".utf8), mode: 0o600)
    }

    static func forget() { Storage.remove(path) }

    /// Asks on the terminal; nil for no answer.
    static func ask(_ question: String) -> Secret? {
        Console.ask(question)
        return Secret(readLine()?.trimmingCharacters(in: .whitespaces))
    }

    /// What has to be done at Simkl's.
    static let form = [
        "Foyer needs an app of your own at Simkl. It is free, only you use it, and it is done in a minute:",
        "  1. Open https://simkl.com/settings/developer/ and make a new app.",
        "  2. Name: Foyer, or whatever you like.",
        "  3. Kind: TV, devices & command line (it needs no secret and no redirect address).",
        "  4. Save it, and copy its client id.",
    ]
}
