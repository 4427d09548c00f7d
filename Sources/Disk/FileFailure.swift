import Glibc

/// What a stage has to tell when the disk does not do as asked.
public protocol FileFailure: Error {
    static func failed(action: String, path: String, reason: String) -> Self
    static func busy(path: String) -> Self
}

extension FileFailure {
    /// What the call that has just failed says of itself.
    static func failed(_ action: String, _ path: String) -> Self {
        .failed(action: action, path: path, reason: unsafe String(cString: strerror(errno)))
    }
}

/// What stands at a path.
public enum FileEntry: Equatable, Sendable {
    case file, folder, link, other
    /// The disk does not tell: not allowed, or broken.
    case unknown

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}

/// What tells a file's bytes apart from others.
public struct FileDigest: Hashable, Sendable {
    /// A ``Fingerprint`` of them.
    public let hash: UInt64
    /// How many they are.
    public let size: Int

    public init(hash: UInt64, size: Int) {
        self.hash = hash
        self.size = size
    }

    public init(of bytes: [UInt8]) {
        hash = unsafe bytes.withUnsafeBytes { unsafe Fingerprint.of($0) }
        size = bytes.count
    }

    init(_ bytes: UnsafeRawBufferPointer) {
        hash = unsafe Fingerprint.of(bytes)
        size = bytes.count
    }
}
