import Foundation
import TestSupport
import Testing

/// Runs that meet at one mirror.
struct MeetingTests {
    @Test("C6: two first syncs at once both end well, one after the other")
    func syncs() async throws {
        let owner = try await Owner.signedIn()
        async let one = owner.runInTurn("sync", "--details", "0")
        async let other = owner.runInTurn("sync", "--details", "0")
        let results = try await [one, other]
        #expect(results.map(\.code) == [0, 0], "\(results.map(\.errors))")
        #expect(Set(results.map(\.output)).contains(".foyer: nothing new\n"), "\(results.map(\.output))")
        #expect(owner.requests.filter { $0.hasPrefix("GET /sync/all-items") }.count == 3)
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("C6: two runs that mark the same film at once send it once: the second sees what the first has sent")
    func watches() async throws {
        let owner = try await Owner.synced()
        // So long the other has to plan the same.
        owner.simkl.fail(.path("/sync/history"), times: 1, with: .delay(.seconds(2)))
        async let one = owner.runInTurn("watch", "1003", "--yes")
        async let other = owner.runInTurn("watch", "1003", "--yes")
        let results = try await [one, other]
        #expect(results.map(\.code) == [0, 0], "\(results.map(\.errors))")
        #expect(owner.requests.filter { $0.hasPrefix("POST /sync/history") }.count == 1)
        #expect(results.filter { $0.output.contains("already") }.count == 1, "\(results.map(\.output))")
    }

    @Test("C6: what was agreed to is not sent where another run has been at the mirror while somebody was asked: 75")
    func asked() async throws {
        let owner = try await Owner.synced()
        let script =
            #"{ until [ -e answer ]; do sleep 0.1; done; echo y; } | script -qefc "\#(Program.path) watch 1003" terminal"#
        async let asked = Program.run(
            ["-c", script], executable: "/bin/sh", environment: ["TERM": "xterm"].merging(owner.environment) { $1 },
            in: owner.folder)
        try await until {
            (try? String(contentsOfFile: "\(owner.folder)/terminal", encoding: .utf8))?.contains("[y/N]") == true
        }
        #expect(try await owner.run("watch", "1003", "--on", "2026-10-20", "--yes").code == 0)
        #expect(FileManager.default.createFile(atPath: "\(owner.folder)/answer", contents: nil))
        let result = try await asked
        #expect(result.code == 75, "\(result.output)")
        #expect(result.output.contains("foyer: .foyer: another run has been at this mirror. Nothing was sent; say it again."))
        #expect(owner.requests.filter { $0.hasPrefix("POST /sync/history") }.count == 1)
    }

    @Test("C6: a sync or a build that finds the mirror in use for too long ends with 75; the old site stays")
    func busy() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("build", "--details", "0").code == 0)
        let before = try Tree.identities(owner.site)
        try await whileSyncStalls(owner) {
            async let sync = owner.run("sync")
            async let build = owner.run("build", "--quiet")
            async let offline = owner.run("build", "--offline")
            for result in try await [sync, build, offline] {
                #expect(result.code == 75)
                #expect(result.errors == "foyer: .foyer: another run is at this mirror. Try again when it is done.\n")
            }
        }
        #expect(try Tree.identities(owner.site) == before)
    }

    @Test("C6: a build waits for a sync that soon ends, and shows what it brought")
    func waiting() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("build", "--details", "0").code == 0)
        owner.simkl.change { $0.note(1003, "Brought by the other run") }
        owner.simkl.fail(.path("/sync/all-items"), times: 1, with: .delay(.seconds(1)))
        owner.simkl.clearLog()
        async let sync = owner.run("sync", "--details", "0")
        try await until { owner.requests.contains { $0.hasPrefix("GET /sync/all-items") } }
        #expect(try await owner.runInTurn("build", "--offline").code == 0)
        #expect(try owner.page("movies/1003-title-1003/index.html").contains("Brought by the other run"))
        #expect(try await sync.code == 0)
    }

    @Test("C7: a run that was killed leaves no lock behind")
    func staleLock() async throws {
        let owner = try await Owner.signedIn()
        try await whileSyncStalls(owner) {}
        owner.simkl.clearFaults()
        // One that waited for the dead would end with 75.
        #expect(try await owner.run("sync", "--details", "0").code == 0)
    }

    /// Does something while a sync has the mirror's lock and waits for Simkl; then kills it.
    private func whileSyncStalls(_ owner: Owner, _ work: @escaping @Sendable () async throws -> Void) async throws {
        owner.simkl.fail(.path("/sync"), with: .stallBeforeHeaders)
        owner.simkl.clearLog()
        let killed = try await Program.start(["sync"], environment: owner.environment, in: owner.folder) { process in
            try await until { !owner.simkl.log.isEmpty }
            // URLSession on Linux turns round and round while it waits: it need not here.
            process.signal(SIGSTOP)
            defer { process.signal(SIGKILL) }
            try await work()
        }
        #expect(killed.code == 128 + SIGKILL, "\(killed.errors)")
    }
}
