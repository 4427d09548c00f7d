import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// Whom the program acts for, and its way to Simkl.
struct Session {
    let client: SimklClient
    let grant: Grant

    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Nil when nobody is signed in.
    ///
    /// Tokens in the environment (`SIMKL_ACCESS_TOKEN`, `SIMKL_REFRESH_TOKEN`, each with `SIMKL_CLIENT_ID`) win over the one that
    /// `foyer login` keeps.
    static func open() throws -> Session? {
        if let session = try fromEnvironment() { return session }
        let store = GrantStore(environment: environment)
        guard let grant = try store.read() else { return nil }
        return try Session(grant, store: store)
    }

    /// - Throws: ``SignedOut`` when nobody is signed in, or the sign-in cannot be used.
    static func required() throws -> Session {
        do {
            if let session = try open() { return session }
        } catch GrantError.damaged(let path) {
            throw SignedOut(description: GrantError.damaged(path: path).description)
        }
        let empty = tokenNames.first { environment[$0] != nil && secret($0) == nil }
        throw SignedOut(
            description: empty.map { "nobody is signed in: \($0) is set, but empty. Give it its value, or run: foyer login." }
                ?? "nobody is signed in. Run: foyer login.")
    }

    /// A secret of the environment; nil where it is not set, or has nothing in it.
    static func secret(_ name: String) -> Secret? { Secret(environment[name]?.trimmingCharacters(in: .whitespacesAndNewlines)) }

    /// The client for signing in: of nobody yet.
    static func client(for clientID: Secret, keeper: GrantKeeper? = nil) throws -> SimklClient {
        let pace = PaceFolder(
            besides: GrantStore(environment: environment), temporary: FileManager.default.temporaryDirectory.path)
        return SimklClient(
            hosts: try SimklHosts(environment: environment), identity: AppIdentity(clientID: clientID, version: Foyer.version),
            keeper: keeper, pace: pace)
    }

    /// Everything that must not be published: what the environment holds, and what is in the token files, as they are now.
    static var secrets: Set<Secret> {
        let names = tokenNames + ["SIMKL_CLIENT_ID", "FOYER_MIRROR_KEY"] + NoticeTargets.secretNames
        let grants = stores.compactMap { try? $0.read() }
        return Set(
            names.compactMap { Secret(environment[$0]) } + [ClientID.kept].compactMap(\.self) + grants.map(\.clientID)
                + grants.flatMap { [$0.accessToken, $0.refreshToken].compactMap { $0 } })
    }

    /// Whether somebody wants to be signed in by the environment, be it with an empty secret.
    static var isMeant: Bool { tokenNames.contains { environment[$0] != nil } }

    /// Where the environment may have a token.
    static let tokenNames = ["SIMKL_REFRESH_TOKEN", "SIMKL_ACCESS_TOKEN"]

    /// Where tokens are kept.
    static var stores: [GrantStore] {
        [GrantStore(environment: environment), GrantStore(environment: environment, name: environmentGrant)]
    }

    /// The file of a token that was got for one in the environment.
    private static let environmentGrant = "environment-token.json"

    private init(_ grant: Grant, store: GrantStore?) throws {
        self.grant = grant
        // A token that cannot be kept would be lost with the run: better not to ask for one.
        if grant.refreshToken != nil { try store?.prepare() }
        client = try Self.client(for: grant.clientID, keeper: GrantKeeper(grant, store: store))
    }

    private static func fromEnvironment() throws -> Session? {
        let (access, refresh) = (secret("SIMKL_ACCESS_TOKEN"), secret("SIMKL_REFRESH_TOKEN"))
        guard access != nil || refresh != nil else { return nil }
        guard let clientID = secret("SIMKL_CLIENT_ID") else {
            throw SignedOut(description: "there is a token in the environment but no SIMKL_CLIENT_ID, which belongs to it.")
        }
        guard let refresh else {
            let kind = access.map(Grant.Kind.init(of:)) ?? .v2
            return try Session(Grant(kind: kind, clientID: clientID, accessToken: access), store: nil)
        }
        // A token that an earlier run got for the same grant is as good as new.
        let store = GrantStore(environment: environment, name: environmentGrant)
        let kept = try? store.read()
        let grant =
            kept?.refreshToken == refresh && kept?.clientID == clientID
            ? kept : Grant(kind: .v2, clientID: clientID, accessToken: access, refreshToken: refresh)
        return try grant.map { try Session($0, store: store) }
    }
}

/// Why nobody is signed in: what asks nobody can be done all the same.
struct SignedOut: Error, CustomStringConvertible {
    let description: String
}
