import Foundation
import TestSupport
import Testing

/// `.ci/torture`, which `make torture` runs at length, for a moment: what it needs root for is left out where there is none.
@Suite(.serialized)
struct TortureTests {
    @Test(
        "killed at random moments, on full disks, mounted, removed, somebody else's: a site is whole, or the next build makes it so",
        arguments: ["kills", "disks", "nights", "removals", "owners", "surroundings"])
    func torment(name: String) async throws {
        let few = ["--kills", "4", "--disks", "4", "--nights", "2", "--removals", "2", "--titles", "8"]
        let result = try await Program.run(
            ["\(Program.root)/.ci/torture", Program.path, "--only", name] + few, executable: "/usr/bin/python3",
            environment: ["PYTHONDONTWRITEBYTECODE": "1"])
        #expect(result.code == 0 && result.output.contains("No fault."), "\(result.output)\(result.errors)")
    }
}
