import Disk

/// The library in forms that other programs read, published with the site.
enum ExportFiles {
    static func path(_ format: LibraryExport) -> String { "export/\(format.fileName)" }

    static func all(of site: Site) -> [PlannedFile] {
        site.exports.map { format in
            let more = format == .library ? [Input.values(rest(of: site.library))] : []
            return PlannedFile(path: path(format), inputs: [.library] + more) { bytes(of: site.library, as: format) }
        }
    }

    /// Of what only a whole export has, besides the library's titles.
    private static func rest(of library: Library) -> UInt64 {
        LibraryFingerprints.fingerprint { fingerprint in
            fingerprint.feed(SimklExport.synced(library))
            fingerprint.feed([library.country])
            for kind in MediaKind.allCases {
                fingerprint.feed(library.coverage.spans(of: kind)) {
                    $0.feed($1.first)
                    $0.feed($1.last)
                }
            }
            fingerprint.feed(library.lacking(library.premieres)) { $0.feed(premiere: $1) }
            fingerprint.feed(library.trending) { $0.feed(face: $1) }
            fingerprint.feed(library.titles) {
                $0.feed(Array(library.allRelated(to: $1))) {
                    $0.feed($1.title.id.simkl)
                    $0.feed($1.relation?.rawValue)
                }
            }
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
