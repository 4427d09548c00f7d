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
