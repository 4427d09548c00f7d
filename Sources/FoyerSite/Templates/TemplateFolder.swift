import Disk
import SystemPackage

/// The folder of the owner's templates, which may be somebody else's work: nothing that is not in it is ever read.
struct TemplateFolder: Sendable {
    private let folder: Folder<TemplateError>

    /// All that is read of it.
    static let parts: Set<FilePath> = ["layout.html", "pages", "partials", "words", "assets"]

    static let longestTemplate = 1 << 20

    init(_ path: String) throws(TemplateError) { folder = try Folder(FilePath(path), named: "") }

    func text(_ file: String) throws(TemplateError) -> String {
        guard let bytes = try bytes(FilePath(file), limit: Self.longestTemplate) else {
            throw TemplateError(file: file, position: nil, problem: .missing)
        }
        // Some editors put a mark in front of the text.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard let text = String(validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self) else {
            throw TemplateError(file: file, position: nil, problem: .unreadable("it is not UTF-8 text"))
        }
        return text
    }

    /// By their names without the ending.
    func partials() throws(TemplateError) -> [String: String] {
        var partials: [String: String] = [:]
        for content in try contents("partials") where content.kind == .file && content.file.components.count == 1 {
            guard content.file.extension == "md", let stem = content.file.stem else { continue }
            partials[stem] = try text("partials/\(content.path)")
        }
        return partials
    }

    /// Everything below a folder in it, by the path below that; nothing where there is no such folder.
    func contents(_ name: FilePath) throws(TemplateError) -> [FolderContent] {
        guard folder.entry(name) != .link else {
            throw TemplateError(file: name.string, position: nil, problem: .unreadable("it is a link, and has to be a folder"))
        }
        return try folder.folder(name)?.contents() ?? []
    }

    /// A file's bytes; nil where there is none.
    func bytes(_ file: FilePath, limit: Int) throws(TemplateError) -> [UInt8]? { try folder.readBelow(file, limit: limit) }
}
