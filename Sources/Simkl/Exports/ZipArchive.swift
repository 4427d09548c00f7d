import CZlib

/// The files in a ZIP archive, unpacked in memory: nothing of it is ever written to a disk.
///
/// Shape: stored and deflated entries of one archive in one part, as every program makes them that packs less than 4 GiB.
/// Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 to 4.5.
///
/// Why not `unzip`: it is not on every machine, and writes where the names in the archive say. Why not libzip: it would be one library more
/// for two hundred lines, since zlib is here already.
struct ZipArchive {
    private let bytes: [UInt8]
    private let entries: [Entry]

    private struct Entry {
        let name: String
        let method: Int
        let checksum: UInt32
        let packed: Int
        let unpacked: Int
        let header: Int
    }

    /// The first bytes of every archive that holds something.
    static let mark: [UInt8] = [0x50, 0x4B, 3, 4]
    /// Those of one that holds nothing.
    static let markOfEmpty: [UInt8] = [0x50, 0x4B, 5, 6]

    /// The most entries that are looked at: an account with a file for every title has some thousands.
    static let mostEntries = 100_000

    /// Reads the directory of an archive; nothing is unpacked yet.
    ///
    /// - Parameter mostBytes: what all entries may take together when they are unpacked.
    init(_ bytes: [UInt8], mostBytes: Int) throws(ArchiveFault) {
        self.bytes = bytes
        guard let end = Self.end(of: bytes) else { throw .damaged("it has no directory, so it may have been cut off") }
        let (disk, count) = (Self.number(bytes, end + 4, 2), Self.number(bytes, end + 10, 2))
        let (size, start) = (Self.number(bytes, end + 12, 4), Self.number(bytes, end + 16, 4))
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF { throw .zip64 }
        guard disk == 0, Self.number(bytes, end + 8, 2) == count else { throw .inParts }
        guard count <= Self.mostEntries else { throw .tooMany(count) }
        guard start + size <= end else { throw .damaged("its directory lies outside of it") }
        var (entries, position, total, packed): ([Entry], Int, Int, Int) = ([], start, 0, 0)
        for _ in 0..<count {
            guard position + 46 <= end, Self.number(bytes, position, 4) == 0x0201_4B50 else {
                throw .damaged("its directory breaks off")
            }
            let names = position + 46
            let length = Self.number(bytes, position + 28, 2)
            let next = names + length + Self.number(bytes, position + 30, 2) + Self.number(bytes, position + 32, 2)
            guard next <= end else { throw .damaged("its directory breaks off") }
            let name = String(decoding: bytes[names..<names + length], as: UTF8.self)
            let entry = Entry(
                name: name, method: Self.number(bytes, position + 10, 2),
                checksum: UInt32(Self.number(bytes, position + 16, 4)), packed: Self.number(bytes, position + 20, 4),
                unpacked: Self.number(bytes, position + 24, 4), header: Self.number(bytes, position + 42, 4))
            if entry.packed == 0xFFFF_FFFF || entry.unpacked == 0xFFFF_FFFF || entry.header == 0xFFFF_FFFF { throw .zip64 }
            // Encrypted, strongly so, or with its directory hidden.
            let isEncrypted = Self.number(bytes, position + 8, 2) & 0x2041 != 0
            position = next
            if name.hasSuffix("/") { continue }
            guard Self.isInside(name) else { throw .outside(name) }
            if isEncrypted { throw .encrypted(name) }
            (total, packed) = (total + entry.unpacked, packed + entry.packed)
            guard total <= mostBytes else { throw .tooLarge(megabytes: mostBytes >> 20) }
            // Entries that lie on each other are how a small file becomes a huge one.
            guard packed <= bytes.count else { throw .damaged("its entries overlap") }
            entries.append(entry)
        }
        self.entries = entries
    }

    /// Names of files, in the order of the directory.
    var names: [String] { entries.map(\.name) }

    /// The files with these names, unpacked.
    func files(where isWanted: (String) -> Bool) throws(ArchiveFault) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in entries where isWanted(entry.name) {
            guard files[entry.name] == nil else { throw .damaged("“\(entry.name)” is in it twice") }
            files[entry.name] = try content(of: entry)
        }
        return files
    }

    private func content(of entry: Entry) throws(ArchiveFault) -> [UInt8] {
        guard entry.header + 30 <= bytes.count, Self.number(bytes, entry.header, 4) == 0x0403_4B50 else {
            throw .damaged("“\(entry.name)” is not where its directory says")
        }
        let start = entry.header + 30 + Self.number(bytes, entry.header + 26, 2) + Self.number(bytes, entry.header + 28, 2)
        guard start + entry.packed <= bytes.count else { throw .damaged("“\(entry.name)” is cut off") }
        let packed = bytes[start..<start + entry.packed]
        let content: [UInt8]
        switch entry.method {
        case 0: content = Array(packed)
        case 8 where entry.unpacked == 0: content = []
        case 8: content = Self.inflated(packed, to: entry.unpacked) ?? []
        default: throw .packedOtherwise(entry.name)
        }
        guard content.count == entry.unpacked, Self.checksum(content) == entry.checksum else {
            throw .damaged("“\(entry.name)” is not what was packed")
        }
        return content
    }

    /// Nil where the bytes are not what they say, or become more than they say.
    private static func inflated(_ packed: ArraySlice<UInt8>, to length: Int) -> [UInt8]? {
        var isWhole = false
        let content = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            unsafe packed.withUnsafeBufferPointer { source in
                var stream = unsafe z_stream()
                // Without a header of its own, as in an archive.
                guard unsafe inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
                    return
                }
                defer { unsafe inflateEnd(&stream) }
                unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = uInt(source.count)
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = uInt(length)
                isWhole = unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = unsafe length - Int(stream.avail_out)
            }
        }
        return isWhole ? content : nil
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: unsafe crc32(0, content, uInt(content.count)))
    }

    /// Where the directory's end is told: behind it there may be a comment.
    private static func end(of bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let first = max(0, bytes.count - 22 - 0xFFFF)
        return (first...bytes.count - 22).reversed().first { position in
            number(bytes, position, 4) == 0x0605_4B50 && position + 22 + number(bytes, position + 20, 2) <= bytes.count
        }
    }

    /// Whether a name stays below the folder that an archive would be unpacked in.
    private static func isInside(_ name: String) -> Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        return !name.isEmpty && !name.utf8.contains(0) && !name.contains(":") && parts.first?.isEmpty == false
            && !parts.contains("..")
    }

    private static func number(_ bytes: [UInt8], _ position: Int, _ length: Int) -> Int {
        bytes[position..<position + length].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Why an archive is not unpacked.
public enum ArchiveFault: Error, Hashable, CustomStringConvertible {
    case damaged(String)
    case encrypted(String)
    case inParts
    case outside(String)
    case packedOtherwise(String)
    case tooLarge(megabytes: Int)
    case tooMany(Int)
    case zip64

    public var description: String {
        switch self {
        case .damaged(let fault): "the archive is damaged (\(fault)). Fetch it again."
        case .encrypted(let name): "“\(name)” in it is encrypted. Unpack it yourself, and name the folder."
        case .inParts: "the archive is one part of several. Join them, unpack it yourself, and name the folder."
        case .outside(let name): "the archive names a file outside of itself (“\(name)”), as no export does. It is not read."
        case .packedOtherwise(let name):
            "“\(name)” in it is packed in a way that few programs know. Unpack it yourself, and name the folder."
        case .tooLarge(let megabytes): "what is in the archive is larger than \(megabytes) MiB, as no account is. It is not read."
        case .tooMany(let count): "the archive has \(count) entries, more than any account. It is not read."
        case .zip64: "the archive is of the kind for more than 4 GiB (ZIP64). Unpack it yourself, and name the folder."
        }
    }
}
