import Foundation
import TestSupport
import Testing

/// `.ci/torture`, which `make torture` runs at length, for a moment: what it needs root for is left out where there is none.
struct TortureTests {
    @Test("killed at random moments, on full disks, mounted, somebody else's: a site is whole, or the next build makes it so")
    func torments() async throws {
        let few = [
            "--only", "kills,disks,nights,owners,surroundings", "--kills", "3", "--disks", "3", "--nights", "2", "--titles", "6",
        ]
        // Where other tests may make their folders in memory, this one does on the disk: disks are what it is about.
        let result = try await Program.run(
            ["\(Program.root)/.ci/torture", Program.path] + few, executable: "/usr/bin/python3",
            environment: ["PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": "/var/tmp"])
        #expect(result.code == 0 && result.output.contains("No fault."), "\(result.output)\(result.errors)")
    }
}
