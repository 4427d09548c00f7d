import TestSupport
import Testing

/// What the program says to whoever does not know it yet.
struct CommandTests {
    @Test("without a command the program says in three lines how to begin")
    func nothing() async throws {
        let result = try await Program.run([])
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(
            result.output == """
                See it:        foyer build --sample
                Your own site: foyer init
                All commands:  foyer --help

                """)
    }

    @Test(
        "a command that there is not is told with the nearest one, whatever stands behind it",
        arguments: [
            ("biuld", "Do you mean 'foyer build'?"), ("SERVE", "Do you mean 'foyer serve'?"),
            ("logn", "Do you mean 'foyer login'?"),
            ("frobnicate", "The commands are init, build, serve, "),
        ])
    func mistyped(name: String, answer: String) async throws {
        let result = try await Program.run([name, "--port", "9"])
        #expect(result.code == 64 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("foyer: there is no command '\(name)'. \(answer)"), "\(result.errors)")
    }

    @Test("the last line of a build is the address: a file to open, or where the site will be")
    func address() async throws {
        let scratch = try Scratch()
        let account = try scratch.account(films: Scratch.films)
        let site = "\(scratch.path)/my site"
        #expect(
            try await Program.build(account, to: site).output.hasSuffix(
                "\nYour site: file://\(scratch.path)/my%20site/index.html\n"))
        let hosted = try await Program.build(account, to: site, ["--base-url", "https://example.org/watch"])
        let command = "foyer serve --data \(account) --output '\(site)' --base-url https://example.org/watch"
        #expect(
            hosted.output.hasSuffix("\nYour site: https://example.org/watch/ once it is there (\(command) shows it here)\n"),
            "\(hosted.output)")
        #expect(try await Program.build(account, to: site, ["--quiet"]).output.isEmpty)
    }
}
