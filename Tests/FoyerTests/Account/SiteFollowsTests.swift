import Foundation
import TestSupport
import Testing

/// `--build`: the site says at once what the account says.
struct SiteFollowsTests {
    /// What a page says before a command, and what after it; nil where that is only something less.
    struct Change: Sendable, CustomTestStringConvertible {
        let command: [String]
        /// What has to be done to the account before.
        var first: [String]?
        let page: String
        var before: String?
        var after: String?

        var testDescription: String { command.joined(separator: " ") }
    }

    private static let show = "tv/1006-title-1006/index.md"

    static let changes = [
        Change(
            command: ["unwatch", "1007", "E05"], page: "anime/1007-title-1007/index.md", before: "**Watched:** 5 of 8 episodes",
            after: "**Watched:** 4 of 8 episodes"),
        Change(
            command: ["add", "1003", "--to", "dropped"], page: "movies/1003-title-1003/index.md", before: "[Plan to watch]",
            after: "[Dropped]"),
        Change(command: ["note", "1006", "Seen at Zoë's", "--public"], page: show, after: "> Seen at Zoë's"),
        Change(command: ["rate", "1008", "9"], page: "movies/1008-title-1008/index.md", after: "**My rating:** ★ 9"),
        Change(command: ["unrate", "1006"], page: show, before: "**My rating:** ★ 7"),
        Change(command: ["remove", "1006"], page: show, before: "**Watched:** 4 of 7 episodes"),
        Change(command: ["restore", "1006"], first: ["remove", "1006"], page: show, after: "**Watched:** 4 of 7 episodes"),
        Change(command: ["forget", "1006"], page: "index.md", before: "`42 %`"),
    ]

    private func run(_ command: [String], _ owner: Owner) async throws -> Program.Result {
        try await Program.run(command + ["--yes"], environment: owner.environment, in: owner.folder)
    }

    @Test("after each command a page says what it did, and did not say so before", arguments: changes)
    func follows(change: Change) async throws {
        let owner = try await Owner.synced()
        if let first = change.first { #expect(try await run(first, owner).code == 0) }
        #expect(try await owner.run("build", "--offline", "--quiet").code == 0)
        // A page that is not there says nothing.
        let old = (try? owner.page(change.page)) ?? ""
        let result = try await run(change.command + ["--build"], owner)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("\nYour site: file://\(owner.site)/index.html\n"), "\(result.output)")
        #expect(!result.errors.contains("--build"), "\(result.errors)")
        let new = (try? owner.page(change.page)) ?? ""
        if let before = change.before { #expect(old.contains(before) && !new.contains(before), "\(old)\n\(new)") }
        if let after = change.after { #expect(!old.contains(after) && new.contains(after), "\(old)\n\(new)") }
        #expect(change.before != nil || change.after != nil)
        #expect(try owner.isMirrorTrue())
    }

    @Test("what was removed has no page any more, and has it again when it is restored")
    func page() async throws {
        let owner = try await Owner.synced()
        #expect(try await run(["remove", "1006", "--build"], owner).code == 0)
        let pages = { FileManager.default.fileExists(atPath: "\(owner.site)/tv/1006-title-1006/index.html") }
        #expect(!pages() && FileManager.default.fileExists(atPath: "\(owner.site)/tv/1009-title-1009/index.html"))
        #expect(try await run(["restore", "1006", "--build"], owner).code == 0)
        #expect(pages())
    }

    @Test("a private note is on no page, and neither is a public one that was made private")
    func privateNote() async throws {
        let owner = try await Owner.synced()
        #expect(try await run(["note", "1006", "Only between us", "--public", "--build"], owner).code == 0)
        #expect(try owner.page(Self.show).contains("Only between us"))
        #expect(try await run(["note", "1006", "Only between us", "--build"], owner).code == 0)
        for (path, bytes) in try Tree(site: owner.site).files {
            #expect(bytes.range(of: Data("Only between us".utf8)) == nil, "\(path)")
        }
    }

    @Test("what was checked in is on the site as watched when it is over, and not before; what else is new comes at once")
    func checkin() async throws {
        let owner = try await Owner.synced()
        owner.simkl.change { $0.rate(1008, 9) }
        let result = try await run(["checkin", "1003", "--build"], owner)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try owner.page("movies/1008-title-1008/index.md").contains("**My rating:** ★ 9"))
        #expect(try owner.page("movies/1003-title-1003/index.md").contains("[Plan to watch]"))
        // Its time is over, and Simkl has marked it.
        owner.simkl.advance(by: .seconds(4 * 3600))
        owner.simkl.change { $0.watch(1003) }
        let next = try await run(["checkin", "1018", "--build"], owner)
        #expect(next.code == 0, "\(next.errors)")
        #expect(try owner.page("movies/1003-title-1003/index.md").contains("[Completed]"))
        #expect(try owner.page("movies/1018-title-1018/index.md").contains("[Plan to watch]"))
        #expect(try owner.isMirrorTrue())
    }

    @Test("where the site cannot be built, what was sent is told all the same, and the same command builds it then")
    func failingBuild() async throws {
        let owner = try await Owner.synced()
        try owner.scratch.write("in the way", to: "work/Output")
        let failed = try await run(["rate", "1003", "7", "--build", "--json"], owner)
        #expect(failed.code == 73, "\(failed.errors)")
        let report = try JSON(Data(failed.output.utf8))
        #expect(
            report["isSent"] == true && report["changes"]?[0]?["state"] == "done" && report["site"] == nil, "\(failed.output)")
        #expect(report["answers"] == ["Rated 1 title.", "Simkl put WALL·E (2003) on the list “completed”."], "\(failed.output)")
        try FileManager.default.removeItem(atPath: owner.site)
        let again = try await run(["rate", "1003", "7", "--build", "--json"], owner)
        let known = try JSON(Data(again.output.utf8))
        #expect(known["isSent"] == false && known["changes"]?[0]?["state"] == "unchanged" && known["site"] == "Output")
        #expect(try owner.page("movies/1003-title-1003/index.md").contains("**My rating:** ★ 7"))
    }

    @Test("with --json the folder of the site is told, and nothing else")
    func json() async throws {
        let owner = try await Owner.synced()
        let result = try await run(["rate", "1003", "7", "--build", "--json"], owner)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try JSON(Data(result.output.utf8))["site"] == "Output", "\(result.output)")
        #expect(try owner.page("movies/1003-title-1003/index.md").contains("**My rating:** ★ 7"))
    }
}
