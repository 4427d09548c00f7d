import Foundation

/// Why a folder or a file cannot be read as an account.
public enum AccountError: Error, Hashable, CustomStringConvertible {
    case folderMissing(folder: String)
    /// A file of another kind, and what it looks like.
    case notAnExport(path: String, look: String)
    case noLibrary(folder: String)
    /// Files each of which has a library, or some of the same titles.
    case severalLibraries(folder: String, files: [String])
    /// A library's file of which nothing could be read, and what it looks like.
    case notALibrary(file: String, look: String)
    case unreadable(file: String, reason: String)
    case notJSON(file: String, fault: JSONFault)
    case notATable(file: String, fault: TableFault)
    /// A table of which nobody knows whose it is.
    case otherTable(file: String, columns: [String])
    case archive(file: String, fault: ArchiveFault)
    case refused(file: String, error: String)
    case damaged(file: String)
    case mirror(MirrorError)

    public var description: String {
        switch self {
        case .folderMissing(let folder):
            "\(folder): there is no such folder. Fetch your account (foyer sync, once you are signed in: foyer login), name a folder with "
                + "your Simkl files (--data DIR), or see the sample (foyer build --sample)."
        case .notAnExport(let path, let look):
            "\(path): this file is \(look)."
        case .noLibrary(let folder):
            "\(folder): neither all-items.json nor shows.json, anime.json or movies.json is there. "
                + "Put Simkl's backup there (SimklBackup.zip), or save the answer of GET /sync/all-items."
        case .severalLibraries(let folder, let files):
            "\(folder): \(files.formatted(.list(type: .and).locale(Locale(identifier: "en")))) have libraries of the same titles, and "
                + "nobody says which one counts. Name it: --data \(folder)/\(files.last ?? "")."
        case .notALibrary(let file, let look):
            "\(file): this is no library but \(look). A library is Simkl's answer to GET /sync/all-items."
        case .unreadable(let file, let reason):
            "\(file): it cannot be read (\(reason))."
        case .notJSON(let file, let fault):
            "\(file): \(fault.reason), at byte \(fault.offset). Fetch the file again."
        case .notATable(let file, let fault):
            "\(file): \(fault.reason), in line \(fault.line). Export the table again, as CSV in UTF-8."
        case .otherTable(let file, let columns):
            "\(file): this table is not Simkl's backup, which has the columns SIMKL_ID and Type; it has "
                + "\(columns.prefix(5).map { "“\($0.prefix(30))”" }.joined(separator: ", "))\(columns.count > 5 ? " …" : ""). "
                + "Import it at https://simkl.com/apps/import/, and take Simkl's."
        case .archive(let file, let fault):
            "\(file): \(fault)"
        case .refused(let file, let error):
            "\(file): Simkl's answer in it is an error (\(error)), not data. Fetch the file again."
        case .damaged(let file):
            "\(file): this part of the mirror is missing or damaged. Fetch it again: foyer sync."
        case .mirror(let error): error.description
        }
    }
}
