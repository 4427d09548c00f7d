import Disk
import Foundation
import TestSupport
import Testing

@testable import Simkl

/// The mirror's files, whatever happens to them. `C6` and so on are the faults of the fault matrix.
@Suite("The mirror on the disk")
struct MirrorFolderTests {
    private let folder: TemporaryAccount
    private static let now: Int64 = 1_780_000_000
    private static let files = [
        "shows.json": Data(#"{"shows":[{"show":{"title":"A","ids":{"simkl":1}}}]}"#.utf8),
        "calendar/2026/11/tv.json": Data(#"{"calendar":[],"metadata":{}}"#.utf8), "settings.json": Data("{}".utf8),
    ]

    init() throws { folder = try TemporaryAccount([:]) }

    private func open() throws(MirrorError) -> MirrorFolder { try MirrorFolder(path: folder.path, now: Self.now) }

    /// A mirror with the files above.
    private func fill() throws {
        try open().commit(Self.files.mapValues { .put($0, FileValidators(etag: "\"1\"")) }, now: Self.now) { $0.account = 7 }
    }

    private func contents(_ mirror: MirrorFolder) throws -> [String: Data?] {
        var found: [String: Data?] = [:]
        for file in Self.files.keys { found[file] = .some(try mirror.data(file, now: Self.now)) }
        return found
    }

    @Test("what was put there is there for the next run, with what is known of it")
    func roundTrip() throws {
        try fill()
        let mirror = try open()
        #expect(try contents(mirror) == Self.files.mapValues { $0 })
        #expect(mirror.index.account == 7)
        #expect(mirror.index.files["settings.json"]?.etag == "\"1\"")
        #expect(mirror.damaged.isEmpty)
        try mirror.commit(["settings.json": .confirmed], now: Self.now + 5)
        #expect(mirror.index.files["settings.json"]?.fetchedAt == Self.now + 5)
    }

    @Test("C16 only the owner may read it, whatever the mask")
    func modes() throws {
        try MirrorFolder(path: "\(folder.path)/new", now: 0).commit(Self.files.mapValues { .put($0) }, now: 0)
        for path in ["/new", "/new/calendar/2026"] { #expect(mode(path) == 0o700) }
        for file in ["/new/shows.json", "/new/calendar/2026/11/tv.json", "/new/mirror.json"] { #expect(mode(file) == 0o600) }
    }

    private func mode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: folder.path + path))?[.posixPermissions] as? Int
    }

    @Test(
        "C8 a damaged file is set aside and counts as missing; the others stay",
        arguments: [Data(), Data("null".utf8), Data(repeating: 0, count: 64)])
    func damaged(bytes: Data) throws {
        try fill()
        try bytes.write(to: URL(filePath: "\(folder.path)/shows.json"))
        let mirror = try open()
        #expect(try mirror.data("shows.json", now: Self.now) == nil)
        #expect(mirror.damaged == ["shows.json"])
        #expect(try mirror.data("settings.json", now: Self.now) == Self.files["settings.json"])
        #expect(FileManager.default.contents(atPath: "\(folder.path)/shows.json.corrupt-\(Self.now)") == bytes)
    }

    @Test("C8 a flipped bit or a cut anywhere is noticed, and never a trap", arguments: [1, 2, 3, 4])
    func flippedBits(seed: UInt64) throws {
        try fill()
        var random = SplitMix(seed: seed)
        let names = Self.files.keys.sorted() + [MirrorIndex.fileName]
        for round in 0..<60 {
            let name = names[Int(random.next() % UInt64(names.count))]
            let path = "\(folder.path)/\(name)"
            let sound = try Data(contentsOf: URL(filePath: path))
            var bytes = sound
            if round % 4 == 3 {
                bytes = bytes.prefix(bytes.count * Int(random.next() % 16) / 16)
            } else {
                bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            }
            try bytes.write(to: URL(filePath: path))
            do {
                let mirror = try open()
                let found = try contents(mirror)
                if name == MirrorIndex.fileName {
                    #expect(found.values.allSatisfy { $0 == nil } && mirror.damaged == [name])
                } else {
                    #expect(found[name] == .some(nil) && mirror.damaged == [name])
                }
            }
            // Whoever fetches again has a sound mirror again.
            try fill()
            #expect(try contents(open()) == Self.files.mapValues { $0 })
        }
    }

    @Test("C8 a mirror of a newer Foyer is refused and not touched")
    func newer() throws {
        try fill()
        let path = "\(folder.path)/mirror.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let start = text.index(text.startIndex, offsetBy: #"{"checksum":"0123456789abcdef","mirror":"#.utf8.count)
        let payload = text[start...].dropLast(2).replacing("\"version\":1", with: "\"version\":2")
        let checksum = MirrorIndex.checksum(Data(payload.utf8))
        let newer = "{\"checksum\":\"\(checksum)\",\"mirror\":\(payload)}\n"
        try newer.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: MirrorError.newer(path: path)) { _ = try open() }
        #expect(throws: AccountError.mirror(.newer(path: path))) { try AccountFolder(path: folder.path).read() }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == newer)
    }

    @Test("E7 an index that says anything, and vouches for it, is used or set aside, and never a trap")
    func indexFuzz() throws {
        try fill()
        let path = "\(folder.path)/mirror.json"
        let sound = try Data(contentsOf: URL(filePath: path))
        let payload = Array(sound.dropFirst(#"{"checksum":"0123456789abcdef","mirror":"#.utf8.count).dropLast(2))
        func write(_ payload: [UInt8]) throws {
            let text = String(decoding: payload, as: UTF8.self)
            let checksum = MirrorIndex.checksum(Data(text.utf8))
            try Data("{\"checksum\":\"\(checksum)\",\"mirror\":\(text)}\n".utf8).write(to: URL(filePath: path))
        }
        var mutator = JSONMutator(seed: 7)
        var opened = 0
        for _ in 0..<Self.rounds {
            try write(mutator.mutate(payload))
            guard let index = try? MirrorIndex(reading: folder.path) else { continue }
            opened += 1
            #expect(index.files.values.allSatisfy { abs($0.fetchedAt) < 1 << 40 })
        }
        #expect(opened > 10)
        for time in ["9223372036854775807", "-9223372036854775808", "999999999999999999", "1e400"] {
            let text = String(decoding: payload, as: UTF8.self).replacing(
                "\"fetchedAt\":\(Self.now)", with: "\"fetchedAt\":\(time)")
            try write(Array(text.utf8))
            #expect(throws: MirrorError.damagedIndex(path: path)) { try MirrorIndex(reading: folder.path) }
            #expect(try open().damaged == ["mirror.json"])
        }
    }

    private static let rounds = ProcessInfo.processInfo.environment["FOYER_FUZZ"].flatMap(Int.init) ?? 2_000

    @Test("C3, C5 a run that ends between any two steps of a commit leaves each file old or new, never damaged")
    func interrupted() throws {
        let new = Self.files.mapValues { $0 + Data(" ".utf8) }
        // What a commit does, in its order: the drafts, the index, the files.
        for done in 0...Self.files.count {
            try fill()
            let before = Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
            let old = try snapshot()
            try open().commit(new.mapValues { .put($0) }, now: Self.now)
            // Take the last renames back: the index is new, some of the files are not.
            for file in Self.files.keys.sorted().dropFirst(done) {
                try #require(old[file]).write(to: URL(filePath: "\(folder.path)/\(file)"))
                try folder.write(done == 0 ? Data("half a dra".utf8) : try #require(new[file]), to: ".foyer-drafts/\(file)")
            }
            let mirror = try open()
            for (position, file) in Self.files.keys.sorted().enumerated() {
                // What the index wants is put in its place; a draft that is not whole is not.
                let isNew = done > 0 || position < done
                #expect(try mirror.data(file, now: Self.now) == (isNew ? new[file] : Self.files[file]))
            }
            #expect(mirror.damaged.isEmpty)
            #expect(Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path)) == before)
            // And once more, from there: what is on the disk is vouched for, not what should have been.
            let third = Self.files.mapValues { $0 + Data("  ".utf8) }
            let between = try snapshot()
            try mirror.commit(third.mapValues { .put($0) }, now: Self.now)
            for file in Self.files.keys { try #require(between[file]).write(to: URL(filePath: "\(folder.path)/\(file)")) }
            for file in Self.files.keys { #expect(try mirror.data(file, now: Self.now) == between[file]) }
        }
    }

    private func snapshot() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for file in Self.files.keys { found[file] = try Data(contentsOf: URL(filePath: "\(folder.path)/\(file)")) }
        return found
    }

    @Test("C6, C7 one writer at a time; readers wait for it, and whoever has gone holds nothing")
    func locks() throws {
        try fill()
        do {
            let writer = try open()
            #expect(throws: MirrorError.busy(path: folder.path)) {
                _ = try FolderLock<MirrorError>(folder.path, .shared, seconds: 0)
            }
            withExtendedLifetime(writer) {}
        }
        let readers = try (0..<3).map { _ in try FolderLock<MirrorError>(folder.path, .shared, seconds: 0) }
        #expect(throws: MirrorError.busy(path: folder.path)) { _ = try FolderLock<MirrorError>(folder.path, seconds: 0) }
        withExtendedLifetime(readers) {}
    }

    @Test("files that somebody saved by hand are never written to")
    func plainFolder() throws {
        for name in ["all-items.json", "movies.json"] {
            let other = try TemporaryAccount([name: "{}"])
            #expect(throws: MirrorError.notAMirror(path: other.path, library: name)) {
                _ = try MirrorFolder(path: other.path, now: 0)
            }
            #expect(!MirrorFolder.isMirror(other.path))
            #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == [name])
        }
    }

    @Test(
        "a folder with anything else in it is refused as it is, drafts or not",
        arguments: [
            "notes.txt", ".notes.txt.draft", "a/.b.draft", "titles/tv/1.json", "settings.json", ".foyer-drafts/shows.json",
            ".git/HEAD",
        ])
    func occupied(file: String) throws {
        let other = try TemporaryAccount([file: "mine", "state/years/2025.json": "{}", ".x.draft/y": "mine"])
        let before = try FileManager.default.subpathsOfDirectory(atPath: other.path).sorted()
        #expect(!MirrorFolder.mayBecomeMirror(other.path))
        #expect {
            _ = try MirrorFolder(path: other.path, now: 0)
        } throws: { error in
            if case MirrorError.occupied(other.path, _) = error { true } else { false }
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: other.path).sorted() == before)
    }

    @Test(
        "a mirror begins beside what builds remember, the owner's configuration, and what a run of ours left that was killed at once",
        arguments: [
            ["state/years/2025.json"], ["foyer.yaml", ".gitignore"], [".foyer-drafts/mirror.json"],
            ["mirror.json.corrupt-17", "shows.json", "titles/tv/1.json"],
        ])
    func beginnings(files: [String]) throws {
        let other = try TemporaryAccount(Dictionary(uniqueKeysWithValues: files.map { ($0, "kept") }))
        do { _ = try MirrorFolder(path: other.path, now: 0) }
        #expect(MirrorFolder.isMirror(other.path))
        for file in files where !file.hasPrefix(".foyer") {
            #expect(try String(contentsOfFile: "\(other.path)/\(file)", encoding: .utf8) == "kept")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(other.path)/.foyer-drafts"))
    }

    @Test("somebody else's mirror.json is not taken for a damaged index")
    func foreignIndex() throws {
        let other = try TemporaryAccount(["mirror.json": #"{"mirrors":[]}"#, "package.json": "{}"])
        #expect(throws: MirrorError.occupied(path: other.path, by: "package.json")) {
            _ = try MirrorFolder(path: other.path, now: 0)
        }
        #expect(try String(contentsOfFile: "\(other.path)/mirror.json", encoding: .utf8) == #"{"mirrors":[]}"#)
    }

    @Test("what is not the mirror's own stays in it, whatever it is called")
    func strangers() throws {
        try fill()
        let mine = [".notes.draft", "titles/.backup.draft/1.json", "calendar/2026/11/.tv.json.draft", "notes.txt"]
        for file in mine { try folder.write("mine", to: file) }
        do { try fill() }
        for file in mine { #expect(try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8) == "mine") }
    }

    @Test("C3 drafts are found again below a path in any script", arguments: ["Зеркало ё", "鏡の国", "🪞🇩🇪 a b", "e\u{301}tude"])
    func scripts(name: String) throws {
        let path = "\(folder.path)/\(name)"
        do {
            try MirrorFolder(path: path, now: 0).commit(Self.files.mapValues { .put($0) }, now: 0)
            let new = Self.files.mapValues { $0 + Data(" ".utf8) }
            try MirrorFolder(path: path, now: 0).commit(new.mapValues { .put($0) }, now: 0)
            for (file, data) in Self.files {
                try data.write(to: URL(filePath: "\(path)/\(file)"))
                try folder.write(try #require(new[file]), to: "\(name)/.foyer-drafts/\(file)")
            }
            let mirror = try MirrorFolder(path: path, now: 0)
            for (file, data) in new { #expect(try mirror.data(file, now: 0) == data) }
        }
    }

    @Test("a file that is gone is dropped with what is known of it, and with the folders that it leaves empty")
    func dropped() throws {
        try fill()
        let mirror = try open()
        try mirror.commit(["calendar/2026/11/tv.json": .drop], now: Self.now)
        #expect(mirror.index.files.keys.sorted() == ["settings.json", "shows.json"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "mirror.json", "settings.json", "shows.json",
            ])
    }

    @Test("of a file that somebody deleted nothing is known any more")
    func deleted() throws {
        try fill()
        let mirror = try open()
        #expect(try mirror.validators("settings.json", now: Self.now) == FileValidators(etag: "\"1\""))
        try FileManager.default.removeItem(atPath: "\(folder.path)/settings.json")
        #expect(try mirror.validators("settings.json", now: Self.now) == FileValidators())
        #expect(mirror.index.files["settings.json"] == nil && mirror.damaged.isEmpty)
    }
}
