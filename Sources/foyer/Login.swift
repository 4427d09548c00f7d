import ArgumentParser
import Foundation
import Simkl

/// `foyer login`: the right to read an account, and to change it.
struct Login: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign in to Simkl, by approving a code in a browser.",
        discussion: """
            Needs the client id of an app of yours, from https://simkl.com/settings/developer/ (kind: TV, devices & command line): \
            in SIMKL_CLIENT_ID, or typed when asked. The token goes to ~/.config/foyer/token.json, which only you can read.
            """)

    @Flag(help: "Ask for the right to change the account as well: to mark, rate, list and note.")
    var write = false

    func run() async throws {
        try await Failure.telling {
            let store = GrantStore(environment: Session.environment)
            try store.prepare()
            let client = try Session.client(for: clientID(keptIn: store))
            let signIn = SignIn(client: client)
            let authorization = try await signIn.authorization(canWrite: write)
            Console.print("Open \(authorization.verificationURIComplete)")
            Console.print("or open \(authorization.verificationURI) and enter the code \(authorization.userCode).")
            Console.print("Waiting for you to approve it (for \(authorization.lifetime.components.seconds / 60) minutes) …")
            let former = try? store.read()
            var grant = try await signIn.grant(for: authorization)
            try store.write(grant)
            // Nobody could find it any more: a grant that is forgotten would be good for another half year.
            if let former, former.refreshToken != grant.refreshToken {
                _ = try? await SignIn(client: Session.client(for: former.clientID)).revoke(former)
            }
            let keeper = GrantKeeper(grant, store: store)
            let settings = try await Session.client(for: grant.clientID, keeper: keeper).settings().value
            (grant.account, grant.name) = (settings.accountID, settings.name)
            try store.write(grant)
            Console.print("Signed in as \(settings.name ?? "somebody"): \(grant.rights).")
            if grant.kind == .v1 {
                Console.note(
                    "note: this client id is of Simkl's older kind, whose sign-ins end in April 2027. Make a new app at "
                        + "https://simkl.com/settings/developer/ (kind: TV, devices & command line) and sign in with its id before then."
                )
            }
            if write, !grant.canWrite {
                Console.note(
                    "note: Simkl granted reading only. To change anything, sign in again with --write and approve it all.")
            }
        }
    }

    private func clientID(keptIn store: GrantStore) throws -> Secret {
        if let clientID = Session.secret("SIMKL_CLIENT_ID") { return clientID }
        if let kept = try? store.read()?.clientID { return kept }
        if Console.isTerminal {
            Console.ask("Client id, from https://simkl.com/settings/developer/: ")
            if let clientID = Secret(readLine()?.trimmingCharacters(in: .whitespaces)) { return clientID }
        }
        throw Failure(
            code: .usage,
            message: "there is no client id. Make an app at https://simkl.com/settings/developer/ and set SIMKL_CLIENT_ID.")
    }
}

extension Grant {
    /// In words.
    var rights: String { canWrite ? "may read, and change the account" : "may read only" }
}

/// `foyer logout`: ends the grant, at Simkl's too.
struct Logout: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sign out: end the token at Simkl's and delete it here.")

    func run() async throws {
        try await Failure.telling {
            let store = GrantStore(environment: Session.environment)
            guard let grant = try store.read() else {
                Console.print("Nobody was signed in.")
                return
            }
            let isRevoked = try await SignIn(client: Session.client(for: grant.clientID)).revoke(grant)
            store.remove()
            Console.print("Signed out.")
            if !isRevoked {
                Console.note("note: a token of this kind can only be ended at https://simkl.com/settings/connected-apps/.")
            }
        }
    }
}
