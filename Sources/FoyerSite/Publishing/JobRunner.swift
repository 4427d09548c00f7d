import Foundation
import Synchronization
import SystemPackage

/// Does the jobs of a plan on every core, the longest first; what they make is the same in any order.
struct JobRunner: Sendable {
    let staging: StagingArea

    private typealias Made = Result<[(job: Int, files: [StagedFile])], SiteError>

    /// - Returns: the files of every job, in the order of the plan.
    func run(_ jobs: [Job]) async throws(SiteError) -> [StagedFile] {
        let queue = JobQueue(jobs.indices.sorted { (jobs[$1].weight, $0) < (jobs[$0].weight, $1) })
        let workers = max(1, min(jobs.count, ProcessInfo.processInfo.activeProcessorCount))
        let results = await withTaskGroup(of: Made.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    Result { () throws(SiteError) in
                        var made: [(job: Int, files: [StagedFile])] = []
                        while let job = queue.next() { made.append((job, try run(jobs[job]))) }
                        return made
                    }
                }
            }
            var results: [Made] = []
            for await result in group { results.append(result) }
            return results
        }
        var files: [[StagedFile]] = Array(repeating: [], count: jobs.count)
        for result in results {
            for made in try result.get() { files[made.job] = made.files }
        }
        return files.flatMap { $0 }
    }

    private func run(_ job: Job) throws(SiteError) -> [StagedFile] {
        if let source = job.source {
            let kept = job.paths.compactMap { staging.kept($0, source: source) }
            if kept.count == job.paths.count { return kept }
        }
        if job.givesWay, job.paths.contains(where: staging.isForeign) { return [] }
        var files: [StagedFile] = []
        for (path, bytes) in zip(job.paths, try job.make()) {
            do { files.append(try staging.stage(bytes, at: path, source: job.source)) } catch { throw .publishing(error) }
        }
        return files
    }
}

/// Jobs by their positions, each given out once.
private final class JobQueue: Sendable {
    private let order: [Int]
    private let given = Mutex(0)

    init(_ order: [Int]) { self.order = order }

    func next() -> Int? {
        given.withLock { given in
            guard given < order.count else { return nil }
            given += 1
            return order[given - 1]
        }
    }
}
