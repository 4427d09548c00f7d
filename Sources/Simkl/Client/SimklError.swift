/// Why Simkl could not be asked, or did not answer with what was asked for.
///
/// No case holds a token, a client id or a whole address: what it says may be printed anywhere.
public enum SimklError: Error, Hashable, CustomStringConvertible {
    /// What becomes of a run after an error.
    public enum Outlook: Hashable, Sendable {
        /// Simkl is not there: what is known already is good enough for now.
        case unreachable
        /// Simkl is there but wants to be left alone for a while.
        case tryLater
        /// Nothing will come until somebody signs in anew.
        case signIn
        /// Something on this side is wrong.
        case broken
    }

    case wrongAddress(name: String)
    case unreachable(host: String, reason: String)
    case untrusted(host: String)
    case interrupted(host: String, reason: String)
    case tooLarge(path: String, limit: Int)
    case notJSON(path: String, reason: String)
    case unavailable(path: String, status: Int)
    case tooFast(path: String)
    case quotaUsed(secondsLeft: Int?)
    case locked(path: String)
    case signInNeeded(reason: String)
    case clientRefused
    case forbidden(path: String, error: String)
    case notFound(path: String)
    case tooManyItems(path: String)
    case refused(path: String, status: Int, error: String)
    /// Something else is being watched, or the same was watched just now.
    case conflict(path: String, error: String?, until: WireDate?)
    case redirected(path: String, reason: String)
    /// A status that says nothing of what was asked for, or a refusal of what Simkl always has.
    case withheld(path: String, status: Int, error: String)
    case outOfTime
    case grant(GrantError)

    public var description: String {
        switch self {
        case .wrongAddress(let name): "\(name) is no address that can be used: https is needed (http for this machine only)."
        case .unreachable(let host, let reason): "\(host) cannot be reached (\(reason)). Check the network, then try again."
        case .untrusted(let host):
            "\(host) did not prove that it is Simkl (its TLS certificate was refused). "
                + "Check the machine's clock, its ca-certificates and the network."
        case .interrupted(let host, let reason): "\(host) broke off its answer (\(reason)). Try again."
        case .tooLarge(let path, let limit): "The answer to \(path) is larger than \(limit >> 20) MiB, so it was not taken."
        case .notJSON(let path, let reason):
            "The answer to \(path) is not Simkl's JSON (\(reason)). Something may stand between this machine and Simkl."
        case .unavailable(let path, let status): "Simkl answered \(path) with status \(status) again and again. Try again later."
        case .tooFast(let path): "Simkl asks for fewer requests (at \(path)). Try again in some minutes."
        case .quotaUsed(let seconds):
            "The day's requests to Simkl are used up; try again "
                + (seconds.map { "in \(Self.words(seconds: $0))." } ?? "tomorrow (they are counted anew at midnight in New York).")
        case .locked(let path): "Another program is writing to the account (at \(path)). Try again in a minute."
        case .signInNeeded(let reason): "\(reason) Sign in: foyer login."
        case .clientRefused:
            "Simkl refuses the client id (SIMKL_CLIENT_ID). Check it at https://simkl.com/settings/developer/, and sign in again."
        case .forbidden(let path, let error): "Simkl does not allow \(path) (\(error))."
        case .notFound(let path): "Simkl has no \(path)."
        case .tooManyItems(let path): "The answer to \(path) would be too large for Simkl."
        case .refused(let path, let status, let error): "Simkl refused \(path) (\(status) \(error))."
        case .conflict(let path, let error, let until): Self.words(conflictAt: path, error, until: until)
        case .redirected(let path, let reason): "The answer to \(path) leads astray (\(reason))."
        case .withheld(let path, let status, let error):
            "Simkl answered \(path) with \(status) (\(error)) instead of data. What is known already stays; try again later."
        case .outOfTime: "Simkl was too slow for this run. What has come is kept; try again later."
        case .grant(let error): error.description
        }
    }

    public var outlook: Outlook {
        switch self {
        case .unreachable, .untrusted, .interrupted, .notJSON, .redirected, .tooLarge, .withheld: .unreachable
        case .unavailable, .tooFast, .quotaUsed, .locked, .tooManyItems, .outOfTime, .conflict: .tryLater
        case .signInNeeded, .clientRefused, .forbidden: .signIn
        case .grant(.busy): .tryLater
        case .grant(.damaged): .signIn
        case .wrongAddress, .notFound, .refused, .grant(.failed): .broken
        }
    }

    /// As it is to be taken where the question cannot have been wrong: what Simkl does not hand out now, it will again.
    var asOutage: SimklError {
        switch self {
        case .notFound(let path): .withheld(path: path, status: 404, error: "not found")
        case .refused(let path, let status, let error): .withheld(path: path, status: status, error: error)
        default: self
        }
    }

    /// Source: `POST /scrobble/stop` answers 409 with `already_watched`, or without a word; a check-in without one.
    private static func words(conflictAt path: String, _ error: String?, until: WireDate?) -> String {
        let isWatched = error == "already_watched" || path.hasSuffix("/stop")
        let reason = isWatched ? "Simkl has it as watched already" : "A check-in is running"
        guard let until else { return "\(reason) (at \(path)). Try again later." }
        return "\(reason); it can be sent again after \(until.text.prefix(16).replacing("T", with: " ")) UTC."
    }

    private static func words(seconds: Int) -> String {
        seconds < 120 ? "\(seconds) seconds" : seconds < 7200 ? "\(seconds / 60) minutes" : "\(seconds / 3600) hours"
    }
}
