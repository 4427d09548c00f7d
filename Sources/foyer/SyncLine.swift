import Foundation
import Simkl
import Synchronization

/// How far a sync has come, where somebody watches: `shows 840 · anime 660 · films 312 … 12 s`, in one line that moves with the seconds;
/// on a terminal that knows no such line, one for each thing that is fetched.
final class SyncLine: Sendable {
    private let start = ContinuousClock.now
    private let last = Mutex<SyncProgress?>(nil)

    func tell(_ progress: SyncProgress) {
        last.withLock { last in
            let plain = progress.plainWords
            show(progress, plain: last?.plainWords == plain ? nil : plain)
            last = progress
        }
    }

    /// Counts the seconds until it is cancelled.
    func count() async {
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            last.withLock { last in if let last { show(last, plain: nil) } }
        }
    }

    private func show(_ progress: SyncProgress, plain: String?) {
        let seconds = start.duration(to: .now).components.seconds
        Console.progress("\(progress.words) … \(seconds) s", plain: plain.map { "fetching \($0) (\(seconds) s)" })
    }
}

extension SyncProgress {
    /// What there is by now, and what is being fetched.
    fileprivate var words: String {
        var parts = Wire.Bucket.allCases.compactMap { bucket -> String? in
            let name = bucket == .movies ? "films" : bucket.rawValue
            if let count = titles[bucket] { return "\(name) \(Self.grouped(count))" }
            return step == .library(bucket) ? name : nil
        }
        switch step {
        case .library: break
        case .calendars(let files): parts.append(files == 1 ? "1 calendar file" : "\(files) calendar files")
        case .details(let files): parts.append("\(Self.grouped(files)) details to go")
        }
        return parts.joined(separator: " · ")
    }

    /// What is being fetched alone.
    fileprivate var plainWords: String {
        switch step {
        case .library(let bucket): "all \(bucket.rawValue)"
        case .calendars(let files): "\(files) calendar files"
        case .details(let files): "details of titles, \(files) to go"
        }
    }

    private static func grouped(_ number: Int) -> String { number.formatted(.number.locale(Locale(identifier: "en"))) }
}
