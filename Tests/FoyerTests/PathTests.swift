import Foundation
import TestSupport
import Testing

/// Every command in folders of any name, and in one that is gone.
struct PathTests {
    static let names = [
        "two words", "Кинотеатр «Дом»", "映画館の夜", "🎬 👨‍👩‍👧‍👦", "e\u{301}te\u{301} \u{E9}t\u{E9}", "\u{301}\u{302}marks first",
        String(repeating: "ж", count: 100), "100 %41 #1 ?a=b&c", "-n 'a\" \\ $HOME;`x`",
    ]

    /// An owner whose home, working folder and all that is in it have a name.
    private func owner(named name: String) async throws -> (owner: Owner, home: String, work: String) {
        let owner = try await Owner(titles: 4)
        let (home, work) = ("\(owner.scratch.path)/\(name)", "\(owner.scratch.path)/\(name)/\(name)")
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        try owner.signIn()
        try FileManager.default.moveItem(atPath: owner.configuration, toPath: "\(home)/.config")
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(work)/T \(name.prefix(20))")
        try Data("title: Here\n".utf8).write(to: URL(filePath: "\(work)/\(name).yaml"))
        return (owner, home, work)
    }

    @Test("every command works in folders of any name, given in whole and from the working folder", arguments: names)
    func anyName(name: String) async throws {
        let (owner, home, work) = try await owner(named: name)
        let environment = owner.simkl.environment(signedIn: false).merging(["HOME": home]) { $1 }
        func run(_ arguments: String..., code: Int32 = 0, location: SourceLocation = #_sourceLocation) async throws
            -> Program.Result
        {
            let result = try await Program.run(arguments, environment: environment, in: work)
            #expect(result.code == code, "\(arguments): \(result.errors)", sourceLocation: location)
            return result
        }
        let data = "\(work)/data \(name.prefix(50))"
        _ = try await run("sync", "--data", data, "--details", "2")
        _ = try await run("sync", "--data", data, "--details", "2", "--full")
        #expect(try await run("status", "--data", data).output.contains("Signed in"))
        _ = try await run("rate", "--dry-run", "--data", data, "1003", "7")
        let (output, state) = ("\(name)/site", "state \(name.prefix(50))")
        for _ in 0..<2 {
            _ = try await run(
                "build", "--data", data, "--output", "./\(output)", "--state", state, "--templates", "T \(name.prefix(20))",
                "--config", "./\(name).yaml", "--details", "2")
        }
        #expect(try String(contentsOfFile: "\(work)/\(output)/index.html", encoding: .utf8).contains("Here"))
        #expect(FileManager.default.fileExists(atPath: "\(work)/\(state)/news-public.json"))
        // And where everything has its usual name.
        _ = try await run("build", "--details", "0")
        #expect(FileManager.default.fileExists(atPath: "\(work)/Output/index.html"))
        let left = try FileManager.default.subpathsOfDirectory(atPath: home).filter {
            $0.hasSuffix(".draft") || $0.contains(".foyer-drafts") || $0.contains(".foyer-working")
        }
        #expect(left == [])
        _ = try await run("logout")
    }

    @Test("a draft that a killed run left is found in folders of any name", arguments: names)
    func draft(name: String) async throws {
        let (owner, home, work) = try await owner(named: name)
        let environment = owner.simkl.environment(signedIn: false).merging(["HOME": home]) { $1 }
        #expect(try await Program.run(["sync", "--details", "0"], environment: environment, in: work).code == 0)
        try FileManager.default.createDirectory(atPath: "\(work)/.foyer/.foyer-drafts", withIntermediateDirectories: false)
        try Data("draft".utf8).write(to: URL(filePath: "\(work)/.foyer/.foyer-drafts/movies.json"))
        #expect(try await Program.run(["sync", "--details", "0"], environment: environment, in: work).code == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(work)/.foyer/.foyer-drafts"))
    }

    @Test(
        "E12 in a folder that has been removed, every command ends with an error that says so",
        arguments: [
            "build", "build --sample", "login", "logout", "sync", "status", "rate 1003 7 --yes", "unrate 1003 --yes",
            "print 2026", "init --yes", "serve", "check",
        ])
    func removed(command: String) async throws {
        let owner = try await Owner.signedIn()
        try FileManager.default.createDirectory(atPath: "\(owner.scratch.path)/gone", withIntermediateDirectories: true)
        let script = "cd '\(owner.scratch.path)/gone' && rmdir '\(owner.scratch.path)/gone' && exec '\(Program.path)' \(command)"
        let result = try await Program.run(["-c", script], executable: "/bin/sh", environment: owner.environment)
        #expect(result.code == 73, "\(result.code) \(result.errors)")
        #expect(result.errors == "foyer: the working folder has been removed. Change to one that is there.\n")
    }
}
