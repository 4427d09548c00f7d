/// What a file is that is no library, told by its first bytes, for whoever named the wrong one.
enum ForeignFile {
    /// A noun, and what to do; nil for text that may be JSON or a table.
    static func words(_ bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 <= 0x20 }) { return "empty. Save it again" }
        for (mark, words) in marks where bytes.starts(with: mark) { return words }
        let start = String(decoding: bytes.drop { $0 <= 0x20 || $0 > 0x7E }.prefix(15), as: UTF8.self).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            return "a web page. Sign in where you fetched it, and fetch it again"
        }
        if start.hasPrefix("<") {
            return "XML, such as MyAnimeList's. Import it at https://simkl.com/apps/import/, and take Simkl's"
        }
        return bytes.prefix(4096).contains(0) ? "no text. \(expected)" : nil
    }

    static let expected = "Name Simkl's backup (ZIP, JSON or CSV), or a folder with Simkl's files"

    private static let marks: [([UInt8], String)] = [
        ([0x1F, 0x8B], "packed with gzip. Unpack it first: gunzip"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive. Unpack it, and name the folder"),
        ([0x52, 0x61, 0x72, 0x21], "a RAR archive. Unpack it, and name the folder"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF. \(expected)"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture. \(expected)"),
        ([0xFF, 0xD8, 0xFF], "a picture. \(expected)"),
        ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "a database. \(expected)"),
        ([0xFF, 0xFE], "text in UTF-16. Save it as UTF-8"),
        ([0xFE, 0xFF], "text in UTF-16. Save it as UTF-8"),
    ]
}
