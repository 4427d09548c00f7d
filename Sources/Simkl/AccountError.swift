/// Why a folder cannot be read as an account.
public enum AccountError: Error, Hashable, CustomStringConvertible {
    case folderMissing(folder: String)
    /// A file in a folder's place.
    case notAFolder(path: String)
    /// - Parameter backup: a file that Simkl's own backup has made.
    case noLibrary(folder: String, backup: String?)
    /// A library's file of which nothing could be read, and what it looks like.
    case notALibrary(file: String, look: String)
    case unreadable(file: String, reason: String)
    case notJSON(file: String, fault: JSONFault)
    case refused(file: String, error: String)
    case damaged(file: String)
    case mirror(MirrorError)

    public var description: String {
        switch self {
        case .folderMissing(let folder):
            "\(folder): there is no such folder. Sign in to fetch your account (foyer login), name a folder with your Simkl files "
                + "(--data DIR), or see the sample (--sample)."
        case .notAFolder(let path):
            "\(path): this is a file. Name the folder with your Simkl files (--data DIR)."
        case .noLibrary(let folder, let backup?):
            "\(folder): \(backup) is a backup that Simkl made, which cannot be read yet. Save the answer of GET /sync/all-items as "
                + "all-items.json there."
        case .noLibrary(let folder, nil):
            "\(folder): neither all-items.json nor shows.json, anime.json or movies.json is there. "
                + "Save the answer of GET /sync/all-items there."
        case .notALibrary(let file, let look):
            "\(file): this is no library but \(look). A library is Simkl's answer to GET /sync/all-items."
        case .unreadable(let file, let reason):
            "\(file): it cannot be read (\(reason))."
        case .notJSON(let file, let fault):
            "\(file): \(fault.reason), at byte \(fault.offset). Fetch the file again."
        case .refused(let file, let error):
            "\(file): Simkl's answer in it is an error (\(error)), not data. Fetch the file again."
        case .damaged(let file):
            "\(file): this part of the mirror is missing or damaged. Fetch it again: foyer sync."
        case .mirror(let error): error.description
        }
    }
}
