import Disk
import Foundation
import SystemPackage
import TestSupport
import Testing

/// What Disk makes of paths, whatever their letters, and of folders that are not what they were.
struct FilesTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private enum Trouble: FileFailure, Equatable {
        case failed(action: String, path: String, reason: String)
        case busy(path: String)
    }

    private typealias Storage = Files<Trouble>

    static let names = [
        "plain", "with space", "\u{41A}\u{438}\u{43D}\u{43E} \u{2014} \u{434}\u{43E}\u{43C}", "映画館の夜", "🎬📺🍿", "e\u{301}te\u{301}",
        "\u{E9}t\u{E9}",
        "\u{301}first", String(repeating: "ж", count: 100), "👩‍👩‍👧‍👦 \u{200D}", "..three", "-n",
    ]

    @Test("a draft lies beside its file, and is taken for no other", arguments: names)
    func drafts(name: String) {
        for folder in ["/a/\(name)/b/\(name)", "\(name)", "/\(name)", "/"] {
            let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
            #expect(Array(Storage.parent(of: path).utf8) == Array(folder.utf8))
            let draft = Storage.draft(of: path)
            #expect(Array(draft.utf8) == Array((folder == "/" ? "/.\(name).draft" : "\(folder)/.\(name).draft").utf8))
        }
        #expect(Storage.draft(of: name).utf8.elementsEqual(".\(name).draft".utf8))
        #expect(Storage.parent(of: name) == "")
    }

    @Test("files are written, replaced, renamed, found and removed in folders of any name", arguments: names)
    func anyName(name: String) throws {
        let folder = "\(scratch.path)/\(name)/\(name)"
        try Storage.write([1], to: "\(folder)/\(name)")
        try Storage.replace("\(folder)/\(name)", with: [2, 3], mode: 0o600)
        #expect(FileManager.default.contents(atPath: "\(folder)/\(name)") == Data([2, 3]))
        #expect(try Storage.contents(scratch.path, skipping: []).count { $0.kind == .file } == 1)
        try Storage.makeFolder("\(folder)/new")
        try Storage.rename("\(folder)/\(name)", to: "\(folder)/new/\(name)")
        #expect(Storage.hash("\(folder)/new/\(name)") == FileDigest(of: [2, 3]).hash)
        #expect(Storage.entry("\(folder)/\(name)") == nil)
        Storage.remove("\(scratch.path)/\(name)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
    }

    @Test("a file of the user's alone makes folders of the user's alone")
    func modes() throws {
        try Storage.write([1], to: "\(scratch.path)/a/b/written", mode: 0o600)
        try Storage.replace("\(scratch.path)/c/d/replaced", with: [1], mode: 0o600)
        for path in ["a", "a/b", "c", "c/d"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/\(path)")
            #expect(attributes[.posixPermissions] as? Int == 0o700, "\(path)")
        }
    }

    @Test("nothing can be made in a folder that has been removed, and that is said")
    func removedFolder() throws {
        let path = FilePath("\(scratch.path)/gone")
        try Folder<Trouble>.working.makeFolder(path)
        let folder = try Folder<Trouble>(path)
        #expect(folder.isStillThere)
        Storage.remove(path.string)
        #expect(!folder.isStillThere)
        for name: FilePath in ["a", "a/b/c"] {
            #expect(throws: Trouble.self) { try folder.makeFolder(name) }
            #expect(throws: Trouble.self) { try folder.write([1], to: name) }
        }
        #expect(throws: Trouble.failed(action: "make the folder", path: "", reason: "No such file or directory")) {
            try Storage.makeFolder("")
        }
    }

    @Test("a path is resolved by its links, and, where it is not there yet, by those of what is there")
    func resolved() throws {
        try FileManager.default.createDirectory(atPath: "\(scratch.path)/real/deep", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/link", withDestinationPath: "real/deep")
        for (path, expected) in [
            ("link", "real/deep"), ("link/..", "real"), ("link/new", "real/deep/new"), ("new/e\u{301}", "new/e\u{301}"),
            ("new/../other", "other"), ("link/./new/../new2", "real/deep/new2"),
        ] {
            #expect(FilePath("\(scratch.path)/\(path)").resolved == FilePath("\(scratch.path)/\(expected)"))
        }
    }

    @Test("removing a folder never follows a link, and removes what is write-protected as far as it may")
    func removing() throws {
        try scratch.write("kept", to: "kept/file")
        try scratch.write("x", to: "tree/a/b")
        try FileManager.default.createSymbolicLink(
            atPath: "\(scratch.path)/tree/a/link", withDestinationPath: "\(scratch.path)/kept")
        Storage.remove("\(scratch.path)/tree")
        #expect(Storage.entry("\(scratch.path)/tree") == nil)
        #expect(Storage.entry("\(scratch.path)/kept/file") == .file)
    }

    @Test("whichever call fails, a replaced file is the old one or the new one, and nothing is left beside it")
    func faults() throws {
        let path = "\(scratch.path)/file"
        let count = Counter()
        for n in 1...40 {
            try Storage.replace(path, with: [1], mode: 0o644)
            let plan = Counter()
            let failed = SystemCall.$fault.withValue({ _ in plan.next() == n ? ENOSPC : nil }) {
                do { try Storage.replace(path, with: [2, 2], mode: 0o644) } catch { return true }
                return false
            }
            let there = FileManager.default.contents(atPath: path)
            #expect(there == Data([2, 2]) || (failed && there == Data([1])), "\(n)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["file"], "\(n)")
            if failed { _ = count.next() }
        }
        #expect(count.value > 4)
    }

    @Test("what root makes in somebody's folder is theirs, unless it is private", .enabled(if: geteuid() == 0))
    func owners() throws {
        let theirs = "\(scratch.path)/theirs"
        try Storage.makeFolder(theirs)
        try #require(unsafe chown(theirs, 1234, 2345) == 0)
        try Storage.write([1], to: "\(theirs)/a/b/page")
        try Storage.write([1], to: "\(theirs)/token", mode: 0o600)
        func owner(_ path: String) throws -> [Int?] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(theirs)/\(path)")
            return [attributes[.ownerAccountID] as? Int, attributes[.groupOwnerAccountID] as? Int]
        }
        for path in ["a", "a/b", "a/b/page"] { #expect(try owner(path) == [1234, 2345]) }
        #expect(try owner("token") == [0, 0])
    }

    @Test(
        "a folder that another thread of root's has made a moment ago, and not yet given away, makes nothing root's",
        .enabled(if: geteuid() == 0))
    func ownersInBetween() throws {
        let theirs = "\(scratch.path)/theirs"
        try FileManager.default.createDirectory(atPath: "\(theirs)/new", withIntermediateDirectories: true)
        try #require(unsafe chown(theirs, 1234, 2345) == 0)
        try Folder<Trouble>(FilePath(theirs), named: "").write([1], to: "new/page")
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(theirs)/new/page")
        #expect(attributes[.ownerAccountID] as? Int == 1234 && attributes[.groupOwnerAccountID] as? Int == 2345)
    }
}
