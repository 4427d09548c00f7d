import ArgumentParser
import Foundation
import Simkl

/// `foyer login`: the right to read an account, and to change it.
struct Login: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign in to Simkl, by approving a code in a browser.",
        discussion: """
            Needs the client id of an app of yours, from https://simkl.com/settings/developer/ (kind: TV, devices & command line): \
            in SIMKL_CLIENT_ID, or as foyer init keeps it, or typed when asked. The token goes to ~/.config/foyer/token.json, which \
            only you can read.

            \(Surroundings.Help.reads("SIMKL_CLIENT_ID", Surroundings.Help.configuration, Surroundings.Help.network))
            """)

    @Flag(help: "Ask for the right to change the account as well: to mark, rate, list and note.")
    var write = false

    func run() async throws {
        try await Failure.telling {
            let store = GrantStore(environment: Session.environment)
            try store.prepare()
            let grant = try await SigningIn(store: store).run(clientID: clientID(keptIn: store), canWrite: write)
            if write, !grant.canWrite {
                Console.note(
                    "note: Simkl granted reading only. To change anything, sign in again with --write and approve it all.")
            }
            Console.print("Next: foyer build")
        }
    }

    private func clientID(keptIn store: GrantStore) throws -> Secret {
        if let clientID = Session.secret("SIMKL_CLIENT_ID") { return clientID }
        if let kept = (try? store.read()?.clientID) ?? ClientID.kept { return kept }
        if Console.isTerminal, let clientID = ClientID.ask("Client id, from https://simkl.com/settings/developer/: ") {
            return clientID
        }
        throw Failure(
            code: .usage,
            message: "there is no client id. Make an app of the kind 'TV, devices & command line' at "
                + "https://simkl.com/settings/developer/ and set SIMKL_CLIENT_ID.")
    }
}

/// The way from a client id to a token: a code is shown, and somebody approves it.
struct SigningIn {
    let store: GrantStore

    func run(clientID: Secret, canWrite: Bool) async throws -> Grant {
        let signIn = SignIn(client: try Session.client(for: clientID))
        let authorization = try await signIn.authorization(canWrite: canWrite)
        if Console.isSeen, Surroundings.isUnicode, let code = QRCode(authorization.verificationURIComplete) {
            Console.print(lines: code.lines)
        }
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
        Console.tell(grant)
        return grant
    }
}

extension Grant {
    /// In words.
    var rights: String { canWrite ? "may read, and change the account" : "may read only" }

    /// When Simkl ends it whatever its owner does, and what to do; nil for the newer kind.
    ///
    /// Source: Simkl's OAuth V1 page: the older sign-ins are retired in April 2027.
    var ending: String? {
        guard kind == .v1 else { return nil }
        return "this client id is of Simkl's older kind, whose sign-ins end in April 2027. Make a new app at "
            + "https://simkl.com/settings/developer/ (kind: TV, devices & command line) and sign in with its id before then."
    }
}

extension Console {
    /// What is to be known of a sign-in as long as it lasts.
    static func tell(_ grant: Grant) { if let ending = grant.ending { note("note: \(ending)") } }
}
