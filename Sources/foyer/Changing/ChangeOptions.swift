import ArgumentParser
import Foundation
import Simkl

/// What all commands have in common that change the account.
struct ChangeOptions: ParsableArguments {
    @Flag(help: "Send without asking.")
    var yes = false
    @Flag(help: "Say what would be sent, and send nothing.")
    var dryRun = false
    @Option(help: "Only titles of this kind.")
    var kind: KindOption?
    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @Flag(help: "Build the site once it is done, as foyer build does here.")
    var build = false
    @Flag(help: "Report as JSON on standard output.")
    var json = false

    static let discussion = """
        \(TitleNames.help)

        Says what it would send, and asks. Then the mirror is brought up to date; nothing is sent where that could not be done. \
        Signing in for it: foyer login --write.

        Exit codes: 0 done, 64 usage, 65 no such title or not found by Simkl, 69 Simkl not reachable, 73 cannot write, 75 try again \
        later, 77 sign-in needed.

        \(Surroundings.Help.reads(Surroundings.Help.signIn, Surroundings.Help.network))
        """
}
