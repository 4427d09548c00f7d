import Foundation
import TestSupport
import Testing

/// Commands where the machine around them is not as it should be. `C16`, `E12` are faults of the fault matrix.
struct SurroundingsTests {
    private static func shell(_ script: String, _ owner: Owner, environment: [String: String] = [:]) async throws
        -> Program.Result
    {
        try await Program.run(
            ["-c", script, Program.path], executable: "/bin/sh", environment: owner.environment.merging(environment) { $1 },
            in: owner.folder)
    }

    @Test("E12 a mirror that is removed while a sync is at it: no trap, and the next sync is right", arguments: [true, false])
    func removedMeanwhile(isFirst: Bool) async throws {
        let owner = try await Owner.signedIn()
        if !isFirst {
            #expect(try await owner.run("sync", "--details", "0").code == 0)
            owner.simkl.change { $0.note(1003, "New") }
            owner.simkl.clearLog()
        }
        let slow = isFirst ? "/sync/all-items/anime" : "/sync/all-items"
        owner.simkl.fail(.path(slow), times: 1, with: .delay(.seconds(1)))
        async let sync = owner.run("sync", "--details", "0")
        try await until { owner.requests.contains { $0.hasPrefix("GET \(slow)") } }
        try FileManager.default.removeItem(atPath: owner.mirror)
        let code = try await sync.code
        #expect([0, 73].contains(code))
        for folder in [".foyer", "fresh"] {
            let result = try await owner.run("sync", "--details", "0", "--data", folder)
            #expect(result.code == 0, "\(result.errors)")
        }
        let (found, fresh) = (try Tree(owner.mirror).files, try Tree("\(owner.folder)/fresh").files)
        for file in ["shows.json", "anime.json", "movies.json", "activities.json"] {
            #expect(found[file] == fresh[file], "\(file)")
        }
    }

    @Test("no mirror is begun among other files, and none of them is touched, whatever they are called: 65")
    func otherFiles() async throws {
        let owner = try await Owner.signedIn()
        for file in [".x.draft", "pictures/.y.draft/1.jpg", "notes.txt"] {
            try owner.scratch.write("mine", to: "work/mine/\(file)")
        }
        let before = try Tree.identities("\(owner.folder)/mine")
        let result = try await owner.run("sync", "--data", "mine")
        #expect(result.code == 65)
        #expect(
            result.errors == """
                foyer: mine: there are other files in this folder (.x.draft …), so no mirror is begun among them. Name a folder of its \
                own: --data DIR.

                """)
        #expect(owner.simkl.log.isEmpty)
        #expect(try Tree.identities("\(owner.folder)/mine") == before)
    }

    @Test(
        "E12 a mirror's folder in any script, with blanks and names of 200 bytes",
        arguments: ["Зеркало моё", "鏡の国", "🪞 🇩🇪", "long"])
    func scripts(name: String) async throws {
        let owner = try await Owner.signedIn()
        let folder = name == "long" ? String(repeating: "ж", count: 100) + "/" + String(repeating: "x", count: 200) : name
        for expected in [/\d+ titles fetched/, /nothing new/] {
            let sync = try await owner.run("sync", "--details", "0", "--data", folder)
            #expect(sync.code == 0 && sync.output.contains(expected), "\(sync.output)\(sync.errors)")
        }
        #expect(try await owner.run("build", "--offline", "--data", folder, "--output", "Сайт 🪞").code == 0)
        #expect(try await owner.run("status", "--data", folder).output.contains("last in step"))
        #expect(try await owner.run("rate", "1003", "7", "--yes", "--data", folder).code == 0)
    }

    // MARK: - Home, and what is open

    @Test("C16 without HOME the sign-in is looked for where the machine says that the home folder is", arguments: ["", nil])
    func noHome(home: String?) async throws {
        let owner = try await Owner()
        // Only what sends nothing: whoever runs the tests may be signed in.
        for (command, code) in [("status", 0), ("build --sample --output site", 0), ("build --offline", 65)] {
            let set = home.map { "export HOME='\($0)'" } ?? "unset HOME"
            let result = try await Self.shell("\(set); unset XDG_CONFIG_HOME; exec \"$0\" \(command)", owner)
            #expect(result.code == Int32(code), "\(command): \(result.errors)")
        }
        let relative = try await Self.shell("exec \"$0\" status", owner, environment: ["XDG_CONFIG_HOME": "relative"])
        #expect(relative.code == 0 && !FileManager.default.fileExists(atPath: "\(owner.folder)/relative"))
    }

    @Test(
        "C16 with standard output, errors or input closed or full, the work is done and the exit code is right",
        arguments: [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full 2>/dev/full"])
    func closed(streams: String) async throws {
        let owner = try await Owner.signedIn()
        // What does nothing but tell has not done it.
        let told = streams.contains("full") ? 73 : 0
        for (command, code) in [
            ("sync --details 0", 0), ("build --details 0", 0), ("status", told), ("status --json", told),
            ("rate 1003 7 --yes", 0),
            ("rate 1003 99", 64), ("build --data nowhere --offline", 65), ("print 1900", 65), ("logout", 0), ("sync", 77),
        ] {
            let result = try await Self.shell("exec \"$0\" \(command) \(streams)", owner)
            #expect(result.code == Int32(code), "\(command): \(result.errors)")
        }
        #expect(FileManager.default.fileExists(atPath: "\(owner.site)/index.html"))
        #expect(try owner.mirroredRating(1003, in: .movies) == 7)
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("C16 what is closed at the start is nothing that is opened later")
    func descriptors() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.path("/sync"), with: .stallBeforeHeaders)
        try await Program.start(
            ["-c", "exec \"$0\" sync <&- >&- 2>&-", Program.path], executable: "/bin/sh", environment: owner.environment,
            in: owner.folder
        ) { process in
            defer { process.signal(SIGKILL) }
            try await until { !owner.simkl.log.isEmpty }
            for descriptor in 0...2 {
                let target = try FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/\(process.identifier)/fd/\(descriptor)")
                #expect(target == "/dev/null", "\(descriptor)")
            }
        }
    }
}
