import Disk
import Foundation

/// What a browser or a build has made, known to be whole.
struct PrintedFile {
    let bytes: [UInt8]
    /// Of a PDF.
    var pages: Int?

    private typealias Storage = Files<WriteFailure>

    /// Nil for anything but a PDF with a beginning and an end.
    init?(pdf data: Data) {
        guard data.starts(with: Data("%PDF-".utf8)), data.suffix(32).range(of: Data("%%EOF".utf8)) != nil else { return nil }
        bytes = Array(data)
        pages = Self.pages(in: data)
    }

    /// Nil for anything but a PNG of this size.
    ///
    /// Source: https://www.w3.org/TR/png-3/, 5.2 and 11.2.1
    init?(png data: Data, size: (width: Int, height: Int)) {
        let bytes = Array(data)
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count > 32, bytes.starts(with: signature) else { return nil }
        func number(at start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard number(at: 16) == size.width, number(at: 20) == size.height else { return nil }
        self.bytes = bytes
    }

    /// The count in the root of the tree of pages; nil where it is not written in the open.
    private static func pages(in data: Data) -> Int? {
        let text = String(decoding: data, as: Unicode.ASCII.self)
        return text.matches(of: /\/Type \/Pages\s*\/Count (\d+)/).compactMap { Int($0.1) }.max()
    }

    /// Tells before any work is done whether a file may be put there.
    static func checkIsWritable(_ path: String) throws(WriteFailure) {
        if Storage.entry(path) == .folder { throw .failed(action: "write", path: path, reason: "it is a folder") }
        var folder = Storage.parent(of: URL(filePath: path).standardizedFileURL.path)
        while !folder.isEmpty, Storage.entry(folder) == nil { folder = Storage.parent(of: folder) }
        guard Storage.isWritable(folder) else { throw .failed(action: "write", path: path, reason: "not allowed in \(folder)") }
    }

    /// Puts it in place as a whole.
    func write(to path: String) throws(WriteFailure) {
        let file = try NamedFile<WriteFailure>(path)
        try file.write(bytes)
        try file.finish()
    }
}
