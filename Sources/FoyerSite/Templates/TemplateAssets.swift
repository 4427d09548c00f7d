import Disk
import SystemPackage

/// The files that are copied as they are, read one at a time.
struct TemplateAssets: Sendable {
    /// Below the site's folder, in the order of their bytes.
    let paths: [FilePath]
    private let folder: TemplateFolder

    private static let name: FilePath = "assets"
    private static let most = 10_000
    private static let largest = 100_000_000

    init(_ folder: TemplateFolder) throws(TemplateError) {
        let files = try folder.contents(Self.name).filter { $0.kind == .file }.map { Self.name.appending($0.file.components) }
        guard files.count <= Self.most else {
            throw TemplateError(
                file: Self.name.string, position: nil,
                problem: .unreadable("there are more than \(Self.most.grouped) files in it"))
        }
        for file in files {
            // Lists of files have a line for each, and addresses are text.
            guard let text = String(validating: file),
                !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else {
                throw TemplateError(
                    file: file.string, position: nil, problem: .unreadable("its name is no text, or has a control character"))
            }
        }
        paths = files.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
        self.folder = folder
    }

    /// Nil for a link that leads nowhere.
    func bytes(_ path: FilePath) throws(TemplateError) -> [UInt8]? { try folder.bytes(path, limit: Self.largest) }
}
