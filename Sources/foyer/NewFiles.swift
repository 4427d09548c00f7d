import Disk
import Foundation

/// Files that the program begins for the owner, and never writes again.
enum NewFiles {
    /// Leaves what is there as it is.
    static func write(_ text: String, to path: String) throws(NewFileFailure) {
        guard Files<NewFileFailure>.entry(path) == nil else { return }
        try Files<NewFileFailure>.write(Array(text.utf8), to: path)
    }
}

enum NewFileFailure: FileFailure, CustomStringConvertible {
    case busy(path: String)
    case failed(action: String, path: String, reason: String)

    var description: String {
        switch self {
        case .busy(let path): "\(path): something else is using this."
        case .failed(let action, let path, let reason): "\(path): cannot \(action) (\(reason))."
        }
    }
}
