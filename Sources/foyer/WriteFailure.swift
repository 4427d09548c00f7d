import Disk

/// Why the disk does not take what the program writes for its owner.
enum WriteFailure: FileFailure, CustomStringConvertible {
    case busy(path: String)
    case failed(action: String, path: String, reason: String)

    var description: String {
        switch self {
        case .busy(let path): "\(path): something else is using this."
        case .failed(let action, let path, let reason): "\(path): cannot \(action) (\(reason))."
        }
    }
}
