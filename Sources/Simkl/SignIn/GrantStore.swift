public import Disk
import Foundation

/// Where a grant is kept: a file that only its owner may read, changed by one run at a time.
public struct GrantStore: Sendable {
    /// The file's path.
    public let path: String

    private typealias Storage = Files<GrantError>

    public init(path: String) { self.path = path }

    /// In the user's configuration folder.
    ///
    /// Source: the XDG Base Directory Specification.
    public init(environment: [String: String], name: String = "token.json") {
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? FileManager.default.homeDirectoryForCurrentUser.path
        path = (folder ?? "\(home)/.config") + "/foyer/\(name)"
    }

    private var folder: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

    /// Whether there is anything, be it a grant or not.
    public var exists: Bool { Storage.entry(path) != nil }

    /// - Returns: nil when there is none.
    public func read() throws(GrantError) -> Grant? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(action: "read", path: path, reason: "not allowed")
        }
        // A decoding error may quote what it has read, so it is not told.
        guard let grant = try? JSONDecoder().decode(Grant.self, from: data) else { throw .damaged(path: path) }
        return grant
    }

    /// The grant is on the disk when this returns.
    public func write(_ grant: Grant) throws(GrantError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        guard let data = try? encoder.encode(grant) else { throw .damaged(path: path) }
        try Storage.replace(path, with: Array(data), mode: 0o600)
    }

    /// Tells now, before anything is asked of Simkl, whether a new token could be kept.
    public func prepare() throws(GrantError) {
        try Storage.makeFolder(folder, mode: 0o700)
        guard Storage.isWritable(folder) else { throw .failed(action: "write", path: path, reason: "not allowed") }
    }

    public func remove() { Storage.remove(path) }

    /// Keeps other runs from changing the grant until the lock is let go.
    ///
    /// Why nobody waits for it on a thread: whoever has it waits for Simkl, and may need that thread to go on.
    func lock() async throws(GrantError) -> FolderLock<GrantError> {
        try prepare()
        for _ in 0..<Self.attempts {
            do throws(GrantError) {
                return try FolderLock(folder, seconds: 0)
            } catch .busy {
                try? await Task.sleep(for: .milliseconds(100))
            }
        }
        return try FolderLock(folder, seconds: 0)
    }

    /// To have the lock, ten in a second at most.
    private static let attempts = 600
}

/// Why the token cannot be kept or used.
public enum GrantError: Error, Hashable, FileFailure, CustomStringConvertible {
    case failed(action: String, path: String, reason: String)
    case busy(path: String)
    case damaged(path: String)

    public var description: String {
        switch self {
        case .failed(let action, let path, let reason): "\(path): cannot \(action), for the token (\(reason))."
        case .busy(let path): "\(path): another run is renewing the token. Try again when it is done."
        case .damaged(let path): "\(path): the token in it cannot be read. Sign in again: foyer login."
        }
    }
}
