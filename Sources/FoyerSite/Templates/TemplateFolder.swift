import Disk
import SystemPackage

/// The folder of the owner's templates, which may be somebody else's work: nothing that is not in it is ever read.
///
/// One with a layout is whole. One without is laid over the templates that came with the program: what it does not have is theirs.
struct TemplateFolder: Sendable {
    private let folder: Folder<TemplateError>
    /// What it is laid over.
    private let shipped: Folder<TemplateError>?

    /// All that is read of it.
    static let parts: Set<FilePath> = ["layout.html", "pages", "partials", "words", "assets"]

    static let longestTemplate = 1 << 20

    /// - Parameter shipped: the templates that came with the program; nil where there are none, or they are these.
    init(_ path: String, over shipped: String? = nil) throws(TemplateError) {
        folder = try Folder(FilePath(path), named: "")
        let isWhole = folder.entry("layout.html") != nil
        if let shipped, !isWhole { self.shipped = try Folder(FilePath(shipped), named: "") } else { self.shipped = nil }
    }

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
        let own = try contents(name, in: folder)
        guard let shipped else { return own }
        let known = Set(own.map(\.file))
        return own + (try contents(name, in: shipped).filter { !known.contains($0.file) })
    }

    private func contents(_ name: FilePath, in folder: Folder<TemplateError>) throws(TemplateError) -> [FolderContent] {
        guard folder.entry(name) != .link else {
            throw TemplateError(file: name.string, position: nil, problem: .unreadable("it is a link, and has to be a folder"))
        }
        return try folder.folder(name)?.contents() ?? []
    }

    /// A file's bytes; nil where there is none.
    func bytes(_ file: FilePath, limit: Int) throws(TemplateError) -> [UInt8]? {
        if let bytes = try folder.readBelow(file, limit: limit) { return bytes }
        return try shipped?.readBelow(file, limit: limit)
    }
}
