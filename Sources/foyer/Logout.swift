import ArgumentParser
import Simkl

/// `foyer logout`: deletes the token here, and ends it at Simkl's.
struct Logout: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign out: delete the token here and end it at Simkl's.",
        discussion: Surroundings.Help.reads(Surroundings.Help.configuration, Surroundings.Help.network))

    func run() async throws {
        try await Failure.telling {
            let stores = Session.stores.filter(\.exists)
            if stores.isEmpty { return Console.print("Nobody was signed in.\(Self.environmentWords)") }
            // One that cannot be read cannot be ended there either.
            let grants = stores.map { try? $0.read() }
            // Whatever becomes of the rest: who wants to be signed out here, is.
            for store in stores { store.remove() }
            var (isRevoked, trouble): (Bool, (any Error)?) = (!grants.contains(nil), nil)
            for grant in grants.compactMap(\.self) {
                do {
                    if try await !SignIn(client: Session.client(for: grant.clientID)).revoke(grant) { isRevoked = false }
                } catch {
                    trouble = error
                }
            }
            if let trouble {
                let failure = Failure(trouble)
                throw Failure(
                    code: failure.code,
                    message:
                        "signed out here, but Simkl does not know of it: \(failure.message) The token is deleted; to end it there "
                        + "too: \(Self.apps).")
            }
            Console.print("Signed out.\(Self.environmentWords)")
            if !isRevoked { Console.note("note: a token of this kind can only be ended at \(Self.apps).") }
        }
    }

    /// What a token in the environment is, nobody here can end.
    private static var environmentWords: String {
        let names = Session.tokenNames.filter { Session.secret($0) != nil }
        return names.isEmpty ? "" : " \(names.joined(separator: " and ")) in the environment still signs in."
    }

    private static let apps = "https://simkl.com/settings/connected-apps/"
}
