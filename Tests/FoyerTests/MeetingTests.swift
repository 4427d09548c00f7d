import Foundation
import TestSupport
import Testing

/// Runs that meet at one mirror.
struct MeetingTests {
    @Test("C6: two first syncs at once both end well, one after the other")
    func syncs() async throws {
        let owner = try await Owner.signedIn()
        async let one = owner.run("sync", "--details", "0")
        async let other = owner.run("sync", "--details", "0")
        let results = try await [one, other]
        #expect(results.map(\.code) == [0, 0], "\(results.map(\.errors))")
        #expect(Set(results.map(\.output)).contains(".foyer: nothing new\n"), "\(results.map(\.output))")
        #expect(owner.requests.filter { $0.hasPrefix("GET /sync/all-items") }.count == 3)
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("C6: a sync or a build that finds the mirror in use for too long ends with 75; the old site stays")
    func busy() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("build", "--details", "0").code == 0)
        let before = try Tree.identities(owner.site)
        let first = try await stalledSync(owner)
        defer { kill(first.processIdentifier, SIGKILL) }
        async let sync = owner.run("sync")
        async let build = owner.run("build", "--quiet")
        async let offline = owner.run("build", "--offline")
        for result in try await [sync, build, offline] {
            #expect(result.code == 75)
            #expect(result.errors == "foyer: .foyer: another run is at this mirror. Try again when it is done.\n")
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
        while !owner.requests.contains(where: { $0.hasPrefix("GET /sync/all-items") }) {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try await owner.run("build", "--offline").code == 0)
        #expect(try owner.page("movies/1003-title-1003/index.html").contains("Brought by the other run"))
        #expect(try await sync.code == 0)
    }

    @Test("C7: a run that was killed leaves no lock behind")
    func staleLock() async throws {
        let owner = try await Owner.signedIn()
        let first = try await stalledSync(owner)
        kill(first.processIdentifier, SIGKILL)
        owner.simkl.clearFaults()
        // One that waited for the dead would end with 75.
        #expect(try await owner.run("sync", "--details", "0").code == 0)
    }

    /// A sync that has the mirror's lock and waits for Simkl.
    private func stalledSync(_ owner: Owner) async throws -> Process {
        owner.simkl.fail(.path("/sync"), with: .stallBeforeHeaders)
        owner.simkl.clearLog()
        let process = try Program.start(["sync"], environment: owner.environment, in: owner.folder)
        while owner.simkl.log.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        // URLSession on Linux turns round and round while it waits: it need not here.
        kill(process.processIdentifier, SIGSTOP)
        return process
    }
}
