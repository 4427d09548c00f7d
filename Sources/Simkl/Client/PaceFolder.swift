import Disk
import Foundation

/// Where all runs on this machine keep the pace that they share: a folder that each locks for a moment.
public struct PaceFolder: Sendable {
    public let path: String

    /// Beside the token.
    public init(besides store: GrantStore) {
        path = store.path[..<(store.path.lastIndex(of: "/") ?? store.path.endIndex)] + "/pace"
    }

    private var file: String { "\(path)/requests" }

    /// Changes the pace with nobody else at it.
    ///
    /// - Returns: nil where it cannot be shared, since there is no folder for it or it may not be written: then each run keeps its own.
    func change<Result>(_ change: (inout Pace) -> Result) -> Result? {
        let parent = String(path.dropLast("/pace".count))
        guard FileManager.default.fileExists(atPath: parent),
            let lock = try? FolderLock<GrantError>(path, mode: 0o700, seconds: 1)
        else { return nil }
        defer { withExtendedLifetime(lock) {} }
        var pace = Pace(text: (try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
        let result = change(&pace)
        do { try Files<GrantError>.replace(file, with: Array(pace.text.utf8), mode: 0o600) } catch { return nil }
        return result
    }
}
