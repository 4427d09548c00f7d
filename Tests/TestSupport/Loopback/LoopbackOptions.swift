/// What can be otherwise about the servers.
public struct LoopbackOptions: Sendable {
    /// When the user says yes to a sign-in.
    public enum Approval: Sendable {
        /// At ``LoopbackSimkl/approve()``.
        case byTest
        /// At the poll after so many that were told to wait.
        case afterPolls(Int)
        /// So long after the code was given out.
        case after(Duration)
    }

    public var clientID = "loopback-client"
    /// An application of before OAuth 2: PIN sign-in, tokens that last for years.
    public var oldClientID = "loopback-old-client"
    /// Whether ``LoopbackSimkl/environment(signedIn:)`` names the old application.
    public var isOldApplication = false
    public var approval = Approval.byTest
    /// Seconds between two polls of a device code.
    public var pollInterval = 5
    /// Seconds of a token's life on the servers' clock.
    public var tokenLifetime = 604_800
    /// Counted calls in a day.
    public var dailyQuota = 500
    /// Whether more than ten GETs or one POST in a second are refused.
    public var enforcesRate = true
    /// The time in which ten GETs and one POST are allowed; longer for a test that must not depend on its own speed.
    public var rateWindow = Duration.seconds(1)
    /// How long a write keeps others out after it.
    public var writeLock = Duration.zero
    /// What an empty library or delta is: `{}` for newer applications, `null` for older ones.
    public var emptyLibrary: JSON = [:]
    /// More titles than this in one answer with all their episodes are refused; nil for no limit.
    public var maxItems: Int?

    public init() {}
}
