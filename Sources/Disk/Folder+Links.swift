import Glibc
public import SystemPackage

extension Folder {
    /// The bytes of a file below the folder, reached through links only as long as they stay below it; nil where nothing stands.
    ///
    /// Every step is made from a folder that is held open, so that nobody can put a link in the way between two of them.
    ///
    /// - Throws: for a link that leads out, for what is no file, and for a file of more than `limit` bytes.
    public func readBelow(_ path: FilePath, limit: Int) throws(Failure) -> [UInt8]? {
        func failure(_ reason: String) -> Failure { .failed(action: "read", path: named(path), reason: reason) }
        var way: [Folder] = [self]
        var rest = Array(path.components.reversed())
        var links = 0
        while let component = rest.popLast(), let folder = way.last {
            let name = FilePath(root: nil, [component])
            if component.kind == .currentDirectory { continue }
            if component.kind == .parentDirectory {
                way.removeLast()
                if way.isEmpty { throw failure("a link in it leads out of the folder") }
                continue
            }
            if let target = folder.link(name) {
                links += 1
                guard target.root == nil else { throw failure("it is a link that leads out of the folder") }
                guard links <= 40 else { throw failure("it is a link without an end") }
                rest += target.components.reversed()
            } else if rest.isEmpty {
                return try folder.read(name, limit: limit)
            } else if let next = try folder.folder(name) {
                way.append(next)
            } else {
                return nil
            }
        }
        throw failure("it is a folder")
    }

    /// Where a link points; nil for what is none.
    private func link(_ path: FilePath) -> FilePath? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = SystemCall.look {
                unsafe path.withPlatformString { unsafe readlinkat(descriptor, $0, start, Int(PATH_MAX)) }
            }
            guard count >= 0 else { return nil }
            unsafe buffer[count] = 0
            return unsafe FilePath(platformString: start)
        }
    }
}
