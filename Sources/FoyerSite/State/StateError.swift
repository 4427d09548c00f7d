public import Disk

/// Why what builds remember cannot be used.
public enum StateError: FileFailure, Hashable, Sendable, CustomStringConvertible {
    /// A newer Foyer wrote it, and may have put more into it than this one would keep.
    case newer(path: String)
    case busy(path: String)
    /// Another site lives by it.
    case shared(path: String, output: String)
    case failed(action: String, path: String, reason: String)

    public var description: String {
        switch self {
        case .newer(let path):
            "\(path): a newer Foyer wrote this. Update Foyer, or name another folder: --state DIR."
        case .busy(let path): "\(path): another build is using this. Try again when it is done."
        case .shared(let path, let output):
            "\(path): the site in \(output) remembers here what it was. Name another folder for this one (--state DIR), or remove that "
                + "site, if this one takes its place."
        case .failed(let action, let path, let reason): "\(path): cannot \(action) (\(reason))."
        }
    }
}
