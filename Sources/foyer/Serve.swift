import ArgumentParser
import Foundation
import FoyerSite

/// `foyer serve`: the site in a browser on this machine, made anew as its owner works on it.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the site in a browser on this machine, and build it anew whenever something changes.",
        discussion: """
            Builds the site into --output as foyer build --offline does, serves it under the path of its base URL, and looks for changes \
            of the templates, the words, the configuration and the account's files. A page that is open in a browser is loaded anew \
            when the site is; when it cannot be built, be it from the beginning, the page says why, with file and line. Simkl is asked \
            for nothing: foyer sync, in another terminal, brings what is new.

            Only this machine can see it, unless --host says otherwise. Ctrl-C ends it.

            Exit codes: 0 ended, 64 usage, 65 nothing to build from, 69 no port, 73 cannot write.

            \(Surroundings.Help.reads(Surroundings.Help.configuration, "PATH, for xdg-open"))
            """)

    @OptionGroup var site: SiteOptions
    @Option(help: "The port. Default: the first of 8000 to 8009 that is free; 0 takes any.")
    var port: UInt16?
    @Option(
        help: ArgumentHelp("The address to listen at; 0.0.0.0 shows the site to everybody in the network.", valueName: "address"))
    var host = "127.0.0.1"
    @Flag(help: "Open the site in the browser (xdg-open).")
    var open = false
    @Flag(help: "Say nothing but errors and the address.")
    var quiet = false

    func run() async throws {
        try await Failure.telling {
            let live = LiveSite()
            let watch = SiteWatch(options: site, live: live, isQuiet: quiet)
            let server = try SiteServer(live: live, folder: SiteFiles(path: site.output), host: host)
            try await watch.begin()
            try await Interruption.awaiting {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await watch.run() }
                    group.addTask {
                        try await server.run(on: port.map { [$0] } ?? Array(8000...8009)) { await welcome($0, live) }
                    }
                    for try await _ in group {}
                }
            }
        }
    }

    private func welcome(_ server: String, _ live: LiveSite) async {
        let address = await server + live.state.base
        Console.print("Your site: \(address)")
        if !quiet { Console.note("Looking for changes. Ctrl-C ends it.") }
        if open, await !OwnBrowser.open(address) { Console.note("note: xdg-open could not open it: open the address yourself.") }
    }
}
