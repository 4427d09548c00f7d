/// Why a folder cannot be read as an account.
public enum AccountError: Error, Hashable, CustomStringConvertible {
    case folderMissing(folder: String)
    case noLibrary(folder: String)
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
        case .noLibrary(let folder):
            "\(folder): neither all-items.json nor shows.json, anime.json or movies.json is there. "
                + "Save the answer of GET /sync/all-items there."
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
