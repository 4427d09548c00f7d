import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a function makes of each element, on every core, in the order of the elements.
    ///
    /// Why no task group: merging is asked for from where nobody can wait for another task. So task-local values are not those of the
    /// caller: what says something in a language is made otherwise.
    ///
    /// - Parameter fewest: so many elements are done before another thread has begun.
    public func concurrentMap<Made: Sendable>(fewest: Int = 64, _ make: @Sendable (Element) -> Made) -> [Made] {
        // More parts than cores, since some take longer than others.
        let parts = Swift.min(count / fewest, 32)
        guard parts > 1 else { return map(make) }
        let made = Mutex<[Int: [Made]]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let own = self[(part * count / parts)..<((part + 1) * count / parts)].map(make)
            made.withLock { $0[part] = own }
        }
        return made.withLock { made in (0..<parts).flatMap { made[$0] ?? [] } }
    }

    /// As ``concurrentMap(fewest:_:)``, letting elements go as soon as they are done, where nobody else has the array: at no time are all
    /// of them in memory beside all that is made of them.
    public consuming func consumingMap<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        let few = 8192
        var made: [Made] = []
        made.reserveCapacity(count)
        while !isEmpty {
            let last = Array(self[Swift.max(0, count - few)...])
            removeLast(last.count)
            made += last.concurrentMap(make).reversed()
            if made.count >= few { Memory.giveBack() }
        }
        made.reverse()
        return made
    }
}
