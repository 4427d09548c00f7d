import Synchronization
import Testing

@testable import FoyerSite

@Suite("What is made once")
struct OnceTests {
    private final class Log: Sendable {
        let made = Mutex<[Int]>([])
    }

    @Test("a value is made for the first of many that ask at once, one for each key, and none before anybody asks")
    func once() async {
        let log = Log()
        let values = OnceEach<Int, String>()
        #expect(log.made.withLock { $0 } == [])
        await withTaskGroup(of: String.self) { group in
            for number in 0..<200 {
                group.addTask {
                    values.value(for: number % 3) {
                        log.made.withLock { $0.append(number % 3) }
                        return "value \(number % 3)"
                    }
                }
            }
            var counts: [String: Int] = [:]
            for await value in group { counts[value, default: 0] += 1 }
            #expect(counts == ["value 0": 67, "value 1": 67, "value 2": 66])
        }
        #expect(log.made.withLock { $0.sorted() } == [0, 1, 2])
    }
}
