import Disk
import Foundation

/// Files that the program begins for the owner, and never writes again.
enum NewFiles {
    /// Leaves what is there as it is.
    static func write(_ text: String, to path: String) throws(WriteFailure) {
        guard Files<WriteFailure>.entry(path) == nil else { return }
        try Files<WriteFailure>.write(Array(text.utf8), to: path)
    }
}
