import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What a function makes of each element, on every core, in the order of the elements.
    ///
    /// Why no task group: merging is asked for from where nobody can wait for another task. So task-local values are not those of the
    /// caller: nothing that says something in a language may be made like this.
    func concurrentMap<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        // So few are done before another thread has begun; more parts than cores, since some take longer than others.
        let parts = Swift.min(count / 64, 32)
        guard parts > 1 else { return map(make) }
        let made = Mutex<[Int: [Made]]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let own = self[(part * count / parts)..<((part + 1) * count / parts)].map(make)
            made.withLock { $0[part] = own }
        }
        return made.withLock { made in (0..<parts).flatMap { made[$0] ?? [] } }
    }
}
