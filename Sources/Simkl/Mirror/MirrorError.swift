public import Disk

/// Why a mirror cannot be used. Nothing of it has been changed.
public enum MirrorError: FileFailure, Hashable, CustomStringConvertible {
    case failed(action: String, path: String, reason: String)
    case busy(path: String)
    case notAMirror(path: String)
    case newer(path: String)
    case damagedIndex(path: String)

    public var description: String {
        switch self {
        case .failed(let action, let path, let reason): "\(path): cannot \(action) (\(reason))."
        case .busy(let path): "\(path): another run is at this mirror. Try again when it is done."
        case .notAMirror(let path):
            "\(path): these files were not fetched by Foyer, so they are only read. Name another folder for the mirror: --data DIR."
        case .newer(let path):
            "\(path): this mirror was written by a newer Foyer. Use that one, or name another folder: --data DIR."
        case .damagedIndex(let path): "\(path): the list of the mirror's files is damaged. Fetch everything again: foyer sync."
        }
    }
}
