import Disk
import Foundation

/// The program's own file: another one may make other files of the same sources.
struct ProgramFile: Hashable, Sendable {
    let status: FileStatus
    /// Of the id that the linker gave it, or else of the whole file.
    let hash: UInt64
}

extension ProgramFile {
    /// Nil where there is no file that can be read.
    init?(_ path: String, status: FileStatus) {
        guard let hash = Self.buildID(of: path).map({ FileDigest(of: $0).hash }) ?? Files<PublishError>.hash(path) else {
            return nil
        }
        self.init(status: status, hash: hash)
    }

    /// The note `NT_GNU_BUILD_ID` of an ELF file, a hash over its contents; nil where there is none near the beginning, where linkers
    /// put it. A program with its libraries inside has a hundred megabytes to read otherwise.
    private static func buildID(of path: String) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: 4096) else { return nil }
        let head = Array(data)
        // The lengths of name and id, the type 3, the name.
        let note: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0".utf8)
        guard head.starts(with: [0x7F] + Array("ELF".utf8)) else { return nil }
        return head.indices.lazy.map { head[$0...] }.first { $0.starts(with: note) && $0.count >= note.count + 20 }
            .map { Array($0.dropFirst(note.count).prefix(20)) }
    }
}
