public import Disk

/// Why a mirror cannot be used. Nothing of it has been changed.
public enum MirrorError: FileFailure, Hashable, CustomStringConvertible {
    case failed(action: String, path: String, reason: String)
    case busy(path: String)
    /// Files of Simkl's that somebody saved.
    case notAMirror(path: String, library: String)
    /// Files that have nothing to do with a mirror.
    case occupied(path: String, by: String)
    /// A file in the folder's place.
    case notAFolder(path: String)
    case newer(path: String)
    case damagedIndex(path: String)
    /// What was removed on a day and cannot be read any more.
    case damagedRemovals(path: String)
    /// - Parameter days: those on which something was.
    case nothingRemoved(path: String, day: String?, days: [String])

    public var description: String {
        switch self {
        case .failed(let action, let path, let reason): "\(path): cannot \(action) (\(reason))."
        case .busy(let path): "\(path): another run is at this mirror. Try again when it is done."
        case .notAMirror(let path, let library):
            "\(path): these files (\(library) …) were not fetched by Foyer, so they are only read. "
                + "Name another folder for the mirror: --data DIR."
        case .occupied(let path, let name):
            "\(path): there are other files in this folder (\(name) …), so no mirror is begun among them. "
                + "Name a folder of its own: --data DIR."
        case .notAFolder(let path):
            "\(path): this is a file, and a mirror is a folder. Name one: --data DIR."
        case .newer(let path):
            "\(path): this mirror was written by a newer Foyer. Use that one, or name another folder: --data DIR."
        case .damagedRemovals(let path):
            "\(path): what was removed from the mirror that day cannot be read. Move this file away, or mend it: it is Simkl's JSON."
        case .nothingRemoved(let path, let day, let days):
            "\(path): nothing that was removed\(day.map { " on \($0)" } ?? "") is kept."
                + (days.isEmpty ? "" : " There is something of \(days.suffix(20).joined(separator: ", ")).")
        case .damagedIndex(let path): "\(path): the list of the mirror's files is damaged. Fetch everything again: foyer sync."
        }
    }
}
