import ArgumentParser
import Foundation
import TestSupport

/// The stand-in server by itself, to try the program against by hand.
@main
struct SimklLoopback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simkl-loopback",
        abstract: "Serves an account on this machine as Simkl would, until it is killed.",
        discussion: "Prints the environment for foyer, then one line for each request.")

    @Option(help: "A folder of plain Simkl files. Without it, a made-up account is served.")
    var account: String?

    @Option(help: "How many titles the made-up account has.")
    var titles = 40

    @Option(help: "The port of the API.")
    var port: UInt16 = 0

    @Option(help: "The port of the CDN.")
    var cdnPort: UInt16 = 0

    @Flag(help: "Be an old application, which signs in with a PIN.")
    var v1 = false

    @Option(help: "Seconds after which the user approves a sign-in.")
    var grantAfter = 0

    @Flag(help: "Print an access token as well.")
    var signedIn = false

    func run() async throws {
        var options = LoopbackOptions()
        options.isOldApplication = v1
        options.approval = .after(.seconds(grantAfter))
        let served = try account.map { try LoopbackAccount(folder: $0) } ?? .sample(titles: titles)
        let simkl = try await LoopbackSimkl(account: served, options: options, port: port, cdnPort: cdnPort) { request in
            Self.say("\(request.status) \(request.host.rawValue) \(request.summary)")
        }
        let environment = simkl.environment(signedIn: signedIn).sorted { $0.key < $1.key }
        Self.say("export " + environment.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
        while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
        await simkl.stop()
    }

    /// A line that is out at once, also where the output is a pipe.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}
