import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Pace")
struct PacerTests {
    @Test("no second sees more than ten reads, and the first ten need not wait")
    func reads() async {
        let clock = ManualClock()
        let pacer = Pacer(timekeeper: clock.timekeeper)
        var starts: [Duration] = []
        for _ in 0..<35 {
            await pacer.turn(for: .get)
            starts.append(clock.timekeeper.uptime())
        }
        #expect(starts[9] == .zero)
        for (first, eleventh) in zip(starts, starts.dropFirst(10)) { #expect(eleventh - first > .seconds(1)) }
        #expect(starts[34] < .seconds(4))
    }

    @Test("no second sees more than one write")
    func writes() async {
        let clock = ManualClock()
        let pacer = Pacer(timekeeper: clock.timekeeper)
        for method in [SimklRequest.Method.post, .delete, .post] { await pacer.turn(for: method) }
        #expect(clock.sleeps == [.milliseconds(1050), .milliseconds(1050)])
    }

    @Test(
        "runs that share a pace keep to it together; what the machine's last start left, or anybody else, stands in nobody's way")
    func shared() async throws {
        let scratch = try Scratch()
        let folder = PaceFolder(besides: GrantStore(path: "\(scratch.path)/token.json"))
        let clock = ManualClock()
        clock.advance(by: .seconds(1000))
        let pacers = (0..<3).map { _ in Pacer(timekeeper: clock.timekeeper, shared: folder) }
        var reads: [Duration] = []
        for turn in 0..<35 {
            await pacers[turn % 3].turn(for: .get)
            reads.append(clock.timekeeper.uptime())
        }
        for (first, eleventh) in zip(reads, reads.dropFirst(10)) { #expect(eleventh - first > .seconds(1)) }
        for pacer in pacers { await pacer.turn(for: .post) }
        #expect(clock.sleeps.suffix(2) == [.milliseconds(1050), .milliseconds(1050)])
        let before = clock.sleeps.count
        for left in [Pace(text: "").text, "", "9", "x y", String(repeating: "900000000000 ", count: 11)] {
            try scratch.write(left, to: "pace/requests")
            await Pacer(timekeeper: clock.timekeeper, shared: folder).turn(for: .post)
            await Pacer(timekeeper: clock.timekeeper, shared: folder).turn(for: .get)
        }
        #expect(clock.sleeps.count == before)
    }

    /// Two runs, each of which writes once: whether the second waits for the first.
    private func share(_ folder: PaceFolder) async -> Bool {
        let clock = ManualClock()
        clock.advance(by: .seconds(1000))
        for _ in 0..<2 { await Pacer(timekeeper: clock.timekeeper, shared: folder).turn(for: .post) }
        return clock.sleeps == [.milliseconds(1050)]
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("the folder for it is made where it is missing, for its owner alone; else there is one among the temporary files")
    func made() async throws {
        let scratch = try Scratch()
        try scratch.write("in the way", to: "file")
        let own = PaceFolder(besides: GrantStore(path: "\(scratch.path)/not/yet/token.json"), temporary: scratch.path)
        #expect(await share(own))
        #expect(try mode("\(scratch.path)/not/yet") == 0o700 && mode("\(scratch.path)/not/yet/pace") == 0o700)
        let blocked = GrantStore(path: "\(scratch.path)/file/below/token.json")
        #expect(await share(PaceFolder(besides: blocked, temporary: scratch.path)))
        let temporary = "\(scratch.path)/foyer-\(getuid())"
        #expect(try mode(temporary) == 0o700 && FileManager.default.contentsOfDirectory(atPath: temporary) == ["requests"])
    }

    @Test(
        "where a pace cannot be shared, each run keeps its own, and fails for nothing: no folder, or one that others write into")
    func alone() async throws {
        let scratch = try Scratch()
        try scratch.write("in the way", to: "file")
        let blocked = GrantStore(path: "\(scratch.path)/file/below/token.json")
        #expect(await !share(PaceFolder(besides: blocked)))
        #expect(await !share(PaceFolder(besides: blocked, temporary: "\(scratch.path)/file")))
        let temporary = "\(scratch.path)/foyer-\(getuid())"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: temporary)
        #expect(await !share(PaceFolder(besides: blocked, temporary: scratch.path)))
        try FileManager.default.removeItem(atPath: temporary)
        try scratch.write("mine", to: "elsewhere/file")
        try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: "\(scratch.path)/elsewhere")
        #expect(await !share(PaceFolder(besides: blocked, temporary: scratch.path)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/elsewhere") == ["file"])
        let clock = ManualClock()
        let pacer = Pacer(timekeeper: clock.timekeeper, shared: PaceFolder(besides: blocked))
        for _ in 0..<2 { await pacer.turn(for: .post) }
        #expect(clock.sleeps == [.milliseconds(1050)])
    }

    @Test("one request at a time goes to the account, four to the rest", arguments: [(Pacer.Lane.account, 1), (.others, 4)])
    func lanes(lane: Pacer.Lane, width: Int) async {
        let pacer = Pacer(timekeeper: ManualClock().timekeeper)
        let counter = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    await pacer.enter(lane)
                    await counter.begin()
                    await Task.yield()
                    await counter.end()
                    await pacer.leave(lane)
                }
            }
        }
        #expect(await counter.most <= width)
        #expect(await counter.done == 40)
    }

    private actor Counter {
        private var running = 0
        private(set) var most = 0
        private(set) var done = 0

        func begin() {
            running += 1
            most = max(most, running)
        }

        func end() {
            running -= 1
            done += 1
        }
    }
}
