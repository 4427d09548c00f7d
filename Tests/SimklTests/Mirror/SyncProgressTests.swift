import Synchronization
import TestSupport
import Testing

@testable import Simkl

/// What whoever waits for a sync is told of it.
struct SyncProgressTests {
    private final class Told: Sendable { let all = Mutex<[SyncProgress]>([]) }

    @Test("each bucket is told of when it is asked for, whenever more of it has come, and with all of it from then on")
    func told() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        // So that the buckets come list by list.
        mirror.simkl.changeOptions { $0.maxItems = 3 }
        let told = Told()
        try await mirror.sync(SyncedMirror.libraryOnly) { progress in told.all.withLock { $0.append(progress) } }
        let all = told.all.withLock { $0 }
        let titles: [Wire.Bucket: Int] = [.shows: 8, .anime: 4, .movies: 8]
        #expect(all.first == SyncProgress(step: .library(.shows), titles: [:]))
        #expect(all.last == SyncProgress(step: .calendars(18), titles: titles))
        for bucket in Wire.Bucket.allCases {
            let counts = all.filter { $0.step == .library(bucket) }.map { $0.titles[bucket] ?? 0 }
            #expect(counts.count == LibraryQuery.statuses(of: bucket).count + 2, "\(bucket)")
            #expect(counts == counts.sorted() && counts.first == 0 && counts.last == titles[bucket], "\(bucket): \(counts)")
        }
        #expect(all.filter { $0.step == .library(.movies) }.allSatisfy { $0.titles[.shows] == 8 && $0.titles[.anime] == 4 })
    }
}
