/// The library in forms that other programs read, published with the site.
enum ExportFiles {
    static func path(_ format: LibraryExport) -> String { "export/\(format.fileName)" }

    static func all(of site: Site) -> [PlannedFile] {
        site.exports.map { format in
            PlannedFile(path: path(format), inputs: [.library]) { bytes(of: site.library, as: format) }
        }
    }

    private static func bytes(of library: Library, as format: LibraryExport) -> [UInt8] {
        var bytes: [UInt8] = []
        var sink = ExportSink { bytes += $0 }
        // Memory takes all.
        try? format.write(library, to: &sink)
        return bytes
    }
}

extension LibraryExport {
    /// Those that a site can have beside its pages: all that are one file.
    public static let published = allCases.filter { $0 != .markdown }
}
