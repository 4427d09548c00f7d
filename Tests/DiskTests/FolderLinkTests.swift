import Disk
import Foundation
import SystemPackage
import TestSupport
import Testing

/// What can be read below a folder, and what only seems to lie there.
struct FolderLinkTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("secret", to: "outside/token")
        try scratch.write("inside", to: "theme/assets/real.css")
        try scratch.write("layout", to: "theme/layout.html")
    }

    private enum Trouble: FileFailure {
        case failed(action: String, path: String, reason: String)
        case busy(path: String)
    }

    private func read(_ path: FilePath, limit: Int = 1_000_000) throws -> String? {
        let folder = try Folder<Trouble>(FilePath("\(scratch.path)/theme"), named: "")
        return try folder.readBelow(path, limit: limit).map { String(decoding: $0, as: UTF8.self) }
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/theme/\(path)", withDestinationPath: target)
    }

    @Test(
        "a link that stays inside is followed, one by one",
        arguments: [
            "real.css", "./real.css", "../assets/real.css", "../assets/../assets/./real.css", "../link-to-folder/real.css",
        ])
    func inside(target: String) throws {
        try link("link-to-folder", to: "assets")
        try link("assets/link.css", to: target)
        try link("assets/link-of-link.css", to: "link.css")
        for path: FilePath in ["assets/link.css", "assets/link-of-link.css", "link-to-folder/link.css"] {
            #expect(try read(path) == "inside")
        }
    }

    @Test(
        "one that leads out is refused, wherever it leads, even back in",
        arguments: [
            "../../outside/token", "/proc/self/environ", "/etc/passwd", "..", "../..", "../../theme/layout.html", "/", "link.css",
            "../up/../outside/token",
        ])
    func outside(target: String) throws {
        try link("up", to: "..")
        try link("assets/link.css", to: target)
        #expect(throws: Trouble.self) { try read("assets/link.css") }
        #expect(throws: Trouble.self) { try read("up/outside/token") }
    }

    @Test("what is no file is refused at once, and what is missing is nothing")
    func noFiles() throws {
        try #require(unsafe mkfifo("\(scratch.path)/theme/pipe", 0o644) == 0)
        try link("dangling", to: "nothing/there")
        for path: FilePath in ["pipe", "assets", "."] { #expect(throws: Trouble.self, "\(path)") { try read(path) } }
        for path: FilePath in ["none", "none/none", "dangling"] { #expect(try read(path) == nil) }
        #expect(throws: Trouble.self) { try read("layout.html", limit: 5) }
        #expect(try read("layout.html", limit: 6) == "layout")
    }

    @Test("a link that is swapped in and out while files are read never shows what is outside")
    func swapped() async throws {
        let file = "\(scratch.path)/theme/assets/real.css"
        let isDone = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while isDone.value == 0 {
                    for target in ["\(scratch.path)/outside/token", "../../outside/token"] {
                        _ = unsafe unlink("\(file).new")
                        _ = unsafe symlink(target, "\(file).new")
                        _ = unsafe rename("\(file).new", file)
                    }
                    try Data("inside".utf8).write(to: URL(filePath: "\(file).new"))
                    _ = unsafe rename("\(file).new", file)
                }
            }
            for _ in 0..<3000 {
                let found = try? read("assets/real.css")
                #expect(found == nil || found == "inside" || found == "")
            }
            _ = isDone.next()
            try await group.waitForAll()
        }
    }
}
