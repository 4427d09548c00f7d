import ArgumentParser
import FoyerSite
import Simkl

/// A command's end that is not its success.
struct Failure: Error {
    /// Exit codes after BSD's sysexits(3), which scripts may rely on.
    enum Code: Int32 {
        case usage = 64
        /// Bad data, template or configuration.
        case data = 65
        case unreachable = 69
        case cannotWrite = 73
        case tryAgain = 75
        case signInNeeded = 77
    }

    let code: Code
    let message: String
    /// Lines of their own below the message.
    var details: [String] = []

    /// Whether it will pass, and what is known already is good enough until then.
    var isOutage: Bool { code == .unreachable || code == .tryAgain }

    /// Runs a command's work; whatever ends it becomes a failure with its exit code.
    static func telling(_ work: () async throws -> Void) async throws {
        do { try await work() } catch { throw Failure(error) }
    }
}

extension Failure {
    /// What an error means to whoever runs the program.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case SiteError.publishing(let error): self.init(error)
        case SiteError.state(let error): self.init(error)
        case SiteError.strict(let diagnostics):
            let count = diagnostics.count == 1 ? "1 item" : "\(diagnostics.count) items"
            self.init(
                code: .data, message: "\(count) could not be used, and --strict was asked for:",
                details: diagnostics.map { "  \($0)" })
        case SiteError.sealing(.doubtful(let year, let doubt)):
            self.init(code: .tryAgain, message: SealingError.doubtful(year, doubt).description)
        case SiteError.sealing(let error): self.init(code: .usage, message: error.description)
        case SyncError.simkl(let error): self.init(error)
        case SyncError.mirror(let error): self.init(error)
        case AccountError.mirror(let error): self.init(error)
        case FindError.simkl(let error): self.init(error)
        case let error as FindError: self.init(code: .data, message: error.description, details: error.choices.map { "  \($0)" })
        case SimklError.grant(let error): self.init(error)
        case let error as SimklError:
            self.init(code: Code(error.outlook), message: error.description + (Self.proxy(behind: error) ?? ""))
        default: self.init(code: Self.code(of: error), message: "\(error)")
        }
    }

    /// Who cannot reach a host may not have reached the proxy. Its address may hold a password: it is not told.
    private static func proxy(behind error: SimklError) -> String? {
        guard case .unreachable = error else { return nil }
        let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        return names.first { Session.environment[$0]?.isEmpty == false }.map { " A proxy is set (\($0)): check that, too." }
    }

    private static func code(of error: any Error) -> Code {
        switch error {
        case MirrorError.busy, GrantError.busy, PublishError.busy, StateError.busy: .tryAgain
        case PublishError.secret: .data
        case MirrorError.failed, GrantError.failed, StateError.failed, is WriteFailure, is PublishError:
            .cannotWrite
        case GrantError.damaged, is SignedOut: .signInNeeded
        default: .data
        }
    }
}

extension Failure.Code {
    init(_ outlook: SimklError.Outlook) {
        switch outlook {
        case .unreachable: self = .unreachable
        case .tryLater: self = .tryAgain
        case .signIn: self = .signInNeeded
        case .broken: self = .data
        }
    }
}
