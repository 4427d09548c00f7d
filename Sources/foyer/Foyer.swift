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
        do {
            try await run(arguments)
        } catch let failure as Failure {
            end(failure)
        } catch let code as ExitCode {
            // All is said already.
            Glibc.exit(code.rawValue)
        } catch {
            // Usage, help, the version: they may quote what was given.
            let code = exitCode(for: error)
            let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard code.isSuccess else {
                for line in lines { Console.note(line) }
                exit(withError: code)
            }
            Console.print(lines: lines)
            do { try Console.checkPrinted(isResult: true) } catch { end(error) }
        }
    }

    private static func end(_ failure: Failure) -> Never {
        Console.error(failure.message, failure.details)
        Glibc.exit(failure.code.rawValue)
    }

    private static func run(_ arguments: [String]) async throws {
        if arguments.isEmpty {
            Console.print(lines: greeting)
            return try Console.checkPrinted(isResult: true)
        }
        try checkCommand(arguments.first)
        try checkPaths(arguments)
        var command = try parseAsRoot(arguments)
        guard FilePath.workingFolder != nil else {
            throw Failure(code: .cannotWrite, message: "the working folder has been removed. Change to one that is there.")
        }
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
        try Console.checkPrinted(isResult: tellingOnly.contains { $0 == type(of: command) })
    }

    /// The commands that do nothing but tell something.
    private static let tellingOnly: [any ParsableCommand.Type] = [
        Check.self, Status.self, Search.self, Show.self, Next.self, Upcoming.self, TonightCommand.self, Pick.self, Stats.self,
        Discover.self, Identify.self,
    ]

    /// Tells of a command that there is not before its options are looked at, which would be called wrong instead.
    private static func checkCommand(_ name: String?) throws(Failure) {
        let commands = configuration.subcommands.lazy.map { [$0._commandName] + $0.configuration.aliases }
        guard let name, !name.hasPrefix("-"), name != "help", !commands.contains(where: { $0.contains(name) }) else { return }
        let names = Array(commands.joined())
        let nearest = name.lowercased().nearest(in: names)
        throw Failure(
            code: .usage,
            message: "there is no command '\(name)'. "
                + (nearest.map { "Do you mean 'foyer \($0)'?" } ?? "The commands are \(names.joined(separator: ", ")).")
                + " More: foyer --help.")
    }

    /// Refuses an empty path, which is what a shell makes of a variable without a value: it would be taken for the root of all folders.
    private static func checkPaths(_ arguments: [String]) throws(Failure) {
        for option in ["--data", "--output", "--state", "--templates", "--config", "--site"] {
            let isEmpty =
                arguments.contains("\(option)=") || zip(arguments, arguments.dropFirst()).contains { $0 == (option, "") }
            if isEmpty { throw Failure(code: .usage, message: "\(option) takes a path, and got an empty one.") }
        }
    }

    private static func prepareProcess() {
        Memory.returnLargeBlocks()
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
