import ArgumentParser
import Simkl

/// `foyer logout`: deletes the token here, and ends it at Simkl's.
struct Logout: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign out: delete the token here and end it at Simkl's.",
        discussion: Surroundings.Help.reads(Surroundings.Help.configuration, Surroundings.Help.network))

    func run() async throws {
        try await Failure.telling {
            let store = GrantStore(environment: Session.environment)
            guard let grant = try store.read() else {
                Console.print("Nobody was signed in.")
                return
            }
            // Whatever becomes of the rest: who wants to be signed out here, is.
            store.remove()
            do {
                let isRevoked = try await SignIn(client: Session.client(for: grant.clientID)).revoke(grant)
                Console.print("Signed out.")
                if !isRevoked { Console.note("note: a token of this kind can only be ended at \(Self.apps).") }
            } catch {
                let failure = Failure(error)
                throw Failure(
                    code: failure.code,
                    message:
                        "signed out here, but Simkl does not know of it: \(failure.message) The token is deleted; to end it there "
                        + "too: \(Self.apps).")
            }
        }
    }

    private static let apps = "https://simkl.com/settings/connected-apps/"
}
