import Disk
import Foundation

/// Where all runs of one user on this machine keep the pace that they share: a folder that each locks for a moment.
public struct PaceFolder: Sendable {
    private typealias Storage = Files<GrantError>

    private let besidesToken: String
    private let inTemporary: String?

    /// - Parameter temporary: the machine's folder for temporary files, for who has no folder for the token; nil for no such way out.
    public init(besides store: GrantStore, temporary: String? = nil) {
        besidesToken = store.path[..<(store.path.lastIndex(of: "/") ?? store.path.endIndex)] + "/pace"
        inTemporary = temporary.map { "\($0)/foyer-\(Storage.user)" }
    }

    /// Changes the pace with nobody else at it.
    ///
    /// - Returns: nil where it cannot be shared, since nowhere may be written, or somebody keeps it: then each run keeps its own.
    func change<Result>(_ change: (inout Pace) -> Result) -> Result? {
        guard let folder, let lock = try? FolderLock<GrantError>(folder, mode: 0o700, seconds: 1) else { return nil }
        defer { withExtendedLifetime(lock) {} }
        let file = "\(folder)/requests"
        var pace = Pace(text: (try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
        let result = change(&pace)
        do { try Storage.replace(file, with: Array(pace.text.utf8), mode: 0o600) } catch { return nil }
        return result
    }

    /// The first that can be, made where it is missing.
    private var folder: String? {
        if Self.canBeWritten(besidesToken) { return besidesToken }
        // In a place that all share, another user may have made it first.
        return inTemporary.flatMap { Self.canBeWritten($0) && Storage.isOwnFolder($0) ? $0 : nil }
    }

    private static func canBeWritten(_ folder: String) -> Bool {
        do { try Storage.makeFolder(folder, mode: 0o700) } catch { return false }
        return Storage.isWritable(folder)
    }
}
