import Dispatch

/// One thread of the server's own.
///
/// Why: a test that waits for the built program blocks a thread of the cooperative pool, which has as many as the machine has
/// cores. A server in that pool would wait for the very tests that wait for it.
final class LoopbackExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "simkl-loopback")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
