import ArgumentParser
import Glibc

/// The command line: parse, call, report, exit.
@main
struct Foyer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foyer",
        abstract: "Turns a Simkl account into a website that its owner keeps.",
        version: "0.1.0",
        subcommands: [Build.self])

    static func main() async {
        // Pages are for everyone to read, whatever the shell's mask.
        umask(0o022)
        // A reader of our output that has gone away is no reason to die: the site is what counts.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Console.error(failure.message)
            Glibc.exit(failure.code.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}

/// A command's end that is not its success.
struct Failure: Error {
    /// Exit codes after BSD's sysexits(3), which scripts may rely on.
    enum Code: Int32 {
        /// Bad data, template or configuration.
        case data = 65
        case cannotWrite = 73
        case tryAgain = 75
    }

    let code: Code
    let message: String
}
