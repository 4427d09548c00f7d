import Disk
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import FoyerSite

/// What publishing leaves when something goes wrong, and what it makes of files that change their kind.
struct PublisherTests {
    private let folder: PublishedFolder
    private static let old = ["index.html": "old", "movies/1-a/index.html": "A", "movies/2-b/index.html": "B", "assets/x": "x"]
    private static let new = ["index.html": "new", "movies/1-a/index.html": "A", "movies/3-c/index.html": "C", "assets/x": "y"]

    init() throws { folder = try PublishedFolder() }

    @Test("a page that cannot be deleted is told of until it is gone, all else is published, and it is tried again each time")
    func undeletable() throws {
        try folder.publish(Self.old)
        for _ in 0..<3 {
            let error = #expect(throws: PublishError.self) {
                _ = try FaultPlan([.delete], at: 1, with: EPERM).run { try folder.publish(Self.new) }
            }
            guard case .undeleted(let trouble) = error else {
                Issue.record("\(error as Any)")
                return
            }
            #expect(trouble == ["\(folder.site)/movies/2-b/index.html: cannot delete (Operation not permitted)."])
            #expect(try folder.files(withWork: false) == Self.new.merging(["movies/2-b/index.html": "B"]) { $1 })
        }
        #expect(try folder.publish(Self.new).deleted == 1)
        #expect(try folder.files() == Self.new)
    }

    @Test("a page that is gone from the site and cannot be read is neither deleted nor forgotten")
    func unreadable() throws {
        try folder.publish(Self.old)
        var without = Self.old
        without["movies/2-b/index.html"] = nil
        var isKept = 0
        // Whichever look at the disk fails: either the page is gone afterwards, or the build says that it is not.
        for n in 1...80 {
            try folder.publish(Self.old)
            let plan = FaultPlan([.open, .look], at: n, with: EACCES)
            do {
                _ = try plan.run { try folder.publish(without) }
                #expect(try folder.files() == without, "\(n)")
            } catch { isKept += 1 }
            try folder.publish(without)
            #expect(try folder.files() == without, "\(n)")
        }
        #expect(isKept > 5)
    }

    @Test("a file of ours that becomes a folder, and back, and a folder of files that become one")
    func changedKinds() throws {
        let file = ["index.html": "i", "assets/x": "x"]
        let tree = ["index.html": "i", "assets/x/y/z.css": "z", "assets/x/w.css": "w"]
        for _ in 0..<2 {
            try folder.publish(file)
            #expect(try folder.files() == file)
            try folder.publish(tree)
            #expect(try folder.files() == tree)
        }
        try folder.write("mine", to: "site/assets/x/y/mine")
        #expect(throws: PublishError.foreignFile(path: "\(folder.site)/assets/x")) { try folder.publish(file) }
        #expect(try folder.files() == tree.merging(["assets/x/y/mine": "mine"]) { $1 })
    }

    @Test("names that only look the same are two files, and each goes when it is gone")
    func looksTheSame() throws {
        let (composed, decomposed) = ("assets/\u{E9}.css", "assets/e\u{301}.css")
        try folder.publish([(composed, "1"), (decomposed, "2")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.site)/assets").count == 2)
        try folder.publish([(composed, "1")])
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.site)/assets")
        #expect(names.map { Array($0.utf8) } == [Array("\u{E9}.css".utf8)])
    }

    @Test("where capitals make no other name, a file that was renamed is not deleted by its old name")
    func caseBlind() throws {
        try folder.publish(["assets/Foo.css": "x"])
        // What such a disk shows: both names, one file.
        try FileManager.default.linkItem(atPath: "\(folder.site)/assets/Foo.css", toPath: "\(folder.site)/assets/foo.css")
        #expect(try folder.publish(["assets/foo.css": "x"]).deleted == 0)
        #expect(try folder.files()["assets/foo.css"] == "x")
    }

    @Test("a file of another's that comes to stand in the place of a page while the site is made is named, and stays")
    func foreignMeanwhile() throws {
        try folder.publish(Self.old)
        #expect(throws: PublishError.foreignFile(path: "\(folder.site)/movies/3-c/index.html")) {
            try folder.publish(Self.new) { try folder.write("mine", to: "site/movies/3-c/index.html") }
        }
        #expect(try folder.files() == Self.old.merging(["movies/3-c/index.html": "mine"]) { $1 })
    }

    @Test("an output that is removed or replaced while the site is made ends with an error, and the next build is right")
    func removed() throws {
        try folder.publish(Self.old)
        for isReplaced in [false, true] {
            let error = #expect(throws: PublishError.self) {
                try folder.publish(Self.new) {
                    try FileManager.default.removeItem(atPath: folder.site)
                    if isReplaced { try folder.write("another", to: "site/index.html") }
                }
            }
            #expect(
                error == .removed(path: folder.site) || error?.description.contains("No such file") == true, "\(error as Any)")
            if isReplaced { #expect(try folder.files() == ["index.html": "another"]) }
            try? FileManager.default.removeItem(atPath: folder.site)
            try folder.publish(Self.new)
            #expect(try folder.files() == Self.new)
        }
    }

    @Test("a page that stays but was removed while the site is made is missed")
    func pageRemoved() throws {
        try folder.publish(Self.old)
        let page = "\(folder.site)/movies/1-a/index.html"
        #expect(throws: PublishError.removed(path: page)) {
            try folder.publish(Self.new) { try FileManager.default.removeItem(atPath: page) }
        }
        try folder.publish(Self.new)
        #expect(try folder.files() == Self.new)
    }

    @Test(
        "a failed build takes what it has made with it: the folder too, where it was not there before", arguments: [false, true])
    func nothingLeft(isThere: Bool) throws {
        if isThere { try FileManager.default.createDirectory(atPath: folder.site, withIntermediateDirectories: true) }
        #expect(throws: PublishError.self) {
            _ = try FaultPlan([.write], at: 3, isLasting: true, with: ENOSPC).run { try folder.publish(Self.new) }
        }
        #expect(folder.isThere(folder.site) == isThere)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == (isThere ? ["site"] : []))
    }

    @Test("a second publisher is told to come again, and the folder keeps its inode from the first night on")
    func lock() throws {
        try folder.publish(Self.old)
        let inode = try FileManager.default.attributesOfItem(atPath: folder.site)[.systemFileNumber] as? Int
        for night in 0..<10 {
            try folder.publish(night % 2 == 0 ? Self.new : Self.old)
            #expect(try FileManager.default.attributesOfItem(atPath: folder.site)[.systemFileNumber] as? Int == inode)
        }
        let publisher = try folder.publisher()
        #expect(throws: PublishError.busy(path: folder.site)) {
            _ = try FolderLock<PublishError>(folder.site, seconds: 0)
        }
        withExtendedLifetime(publisher) {}
    }
}
