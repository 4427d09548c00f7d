import Foundation

/// Where an account's files are: in a folder, or what one exported file holds, under the names that they would have in a folder.
enum AccountFiles: Sendable {
    case folder(String)
    case inMemory([String: [UInt8]])

    /// Names of what stands in a folder, unordered; of nothing where it is not there.
    func names(in folder: String) -> [String] {
        switch self {
        case .folder(let path): return (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
        case .inMemory(let files):
            let prefix = folder.isEmpty ? "" : "\(folder)/"
            let below = files.keys.filter { $0.hasPrefix(prefix) }
            return Array(Set(below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }))
        }
    }

    func exists(_ file: String) -> Bool {
        switch self {
        case .folder(let path): FileManager.default.fileExists(atPath: "\(path)/\(file)")
        case .inMemory(let files): files[file] != nil
        }
    }

    /// - Throws: what the file system says.
    func data(_ file: String) throws -> Data? {
        switch self {
        case .folder(let path): try Data(contentsOf: URL(filePath: "\(path)/\(file)"), options: .mappedIfSafe)
        case .inMemory(let files): files[file].map { Data($0) }
        }
    }
}
