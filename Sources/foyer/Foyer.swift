import ArgumentParser
import Disk
import FoyerSite
import Glibc
import SystemPackage

/// The command line: parse, call, report, exit.
@main
struct Foyer: AsyncParsableCommand {
    static let version = "1.0.0"

    static let configuration = CommandConfiguration(
        commandName: "foyer",
        abstract: "Turns a Simkl account into a website that its owner keeps.",
        version: version,
        subcommands: [
            Init.self, Build.self, Serve.self, Check.self, Login.self, Logout.self, Status.self, Sync.self, Print.self,
            Search.self, Show.self, Next.self, Upcoming.self, TonightCommand.self, Pick.self, Stats.self, Export.self,
            Discover.self, Identify.self, Notify.self,
            Watch.self, Unwatch.self, Add.self, Note.self, Rate.self, Unrate.self, Remove.self, Restore.self, Forget.self,
            Checkin.self, Scrobbling.self,
        ])

    /// What whoever does not know where to begin is told.
    private static let greeting = [
        "See it:        foyer build --sample",
        "Your own site: foyer init",
        "All commands:  foyer --help",
    ]

    static func main() async {
        prepareProcess()
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.isEmpty { return Console.print(lines: greeting) }
        do {
            try checkCommand(arguments.first)
            var command = try parseAsRoot(arguments)
            guard FilePath.workingFolder != nil else {
                throw Failure(code: .cannotWrite, message: "the working folder has been removed. Change to one that is there.")
            }
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Console.error(failure.message, failure.details)
            Glibc.exit(failure.code.rawValue)
        } catch let code as ExitCode {
            // All is said already.
            Glibc.exit(code.rawValue)
        } catch {
            // Usage, help, the version: they may quote what was given.
            let code = exitCode(for: error)
            let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if code.isSuccess { Console.print(lines: lines) } else { for line in lines { Console.note(line) } }
            exit(withError: code)
        }
    }

    /// Tells of a command that there is not before its options are looked at, which would be called wrong instead.
    private static func checkCommand(_ name: String?) throws(Failure) {
        let names = configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases }
        guard let name, !name.hasPrefix("-"), name != "help", !names.contains(name) else { return }
        let nearest = name.lowercased().nearest(in: names)
        throw Failure(
            code: .usage,
            message: "there is no command '\(name)'. "
                + (nearest.map { "Do you mean 'foyer \($0)'?" } ?? "The commands are \(names.joined(separator: ", ")).")
                + " More: foyer --help.")
    }

    private static func prepareProcess() {
        // Pages are for everyone to read, whatever the shell's mask.
        umask(0o022)
        // A reader of our output that has gone away is no reason to die: the site is what counts.
        signal(SIGPIPE, SIG_IGN)
        // Of standard input, output and errors, one that is closed would become the next file that is opened, and what is said would
        // be written into it.
        while true {
            let descriptor = unsafe open("/dev/null", O_RDWR)
            if descriptor > STDERR_FILENO { close(descriptor) }
            if descriptor < 0 || descriptor > STDERR_FILENO { break }
        }
        // Tokens are in our memory: should we crash, nobody is to find them in a core file.
        var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
    }
}
