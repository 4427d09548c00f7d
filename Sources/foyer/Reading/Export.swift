import ArgumentParser
import Disk
import Foundation
import FoyerSite
import Simkl

/// `foyer export`: the library in a form that others read.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the library in a form that other programs read.",
        discussion: """
            plays.csv, titles.csv, ratings.csv: tables. library.json: all that the site shows, in Simkl's own shapes \
            (docs/library.schema.json): --data takes it and builds the same site. \
            letterboxd, trakt, yamtrack, mal, imdb: what these import. markdown: a file with front matter for each title, for other site \
            generators.

            What the configuration's edition does not show is in none of them: hidden titles, private notes, with the public edition \
            times of day. Plays without a believable date have none there either. \(LibraryOptions.discussion)

            Exit codes: 0 done, 64 usage, 65 bad data or configuration, 73 cannot write.

            \(Surroundings.Help.reads())
            """)

    @Argument(help: "One of: \(Self.formats).", transform: Self.format)
    var format: LibraryExport
    @Option(help: "The folder with the account's files.")
    var data = ".foyer"
    @Option(help: "The file to write, or the folder of markdown; - for standard output. Default: named for the format.")
    var output: String?
    @Option(help: "The configuration. Default: foyer.yaml here, if there is one.")
    var config: String?
    @Option(help: "The edition: \(Self.editions). Default: the configuration's.", transform: Self.edition)
    var edition: Edition?
    @Flag(help: "Report what was written as JSON on standard output.")
    var json = false
    @Flag(help: "Say nothing but errors.")
    var quiet = false

    private static let formats = LibraryExport.allCases.map(\.rawValue).joined(separator: ", ")
    private static let editions = Edition.allCases.map(\.rawValue).joined(separator: ", ")

    private static func format(_ text: String) throws -> LibraryExport {
        guard let format = LibraryExport(rawValue: text) else {
            throw ValidationError("'\(text)' is no format; there are \(formats).")
        }
        return format
    }

    private static func edition(_ text: String) throws -> Edition {
        guard let edition = Edition(rawValue: text) else {
            throw ValidationError("'\(text)' is no edition; there are \(editions).")
        }
        return edition
    }

    func validate() throws {
        if format == .markdown, output == "-" { throw ValidationError("markdown is many files: --output takes a folder.") }
        if json, output == "-" {
            throw ValidationError("--json reports on standard output, where --output - puts the export: name a file for that.")
        }
    }

    func run() async throws {
        try await Failure.telling {
            let configuration = try Configuration.here(config)
            let library = OwnLibrary.library(
                of: try AccountFolder(path: data).read(allEpisodeNames: configuration.tellsAllEpisodeNames), configuration,
                edition: edition)
            let place = output ?? format.fileName
            let size = try format == .markdown ? writeFiles(library, below: place) : write(library, to: place)
            let report = Report(
                format: format.rawValue, path: place, edition: library.edition.rawValue, titles: library.titles.count, size: size)
            if json { return Console.print(json: report) }
            if !quiet, place != "-" {
                let rows =
                    size.rows == 1
                    ? "1 \(format.isTable ? "row" : "entry")" : "\(size.rows) \(format.isTable ? "rows" : "entries")"
                Console.print("\(place): \(rows) of \(report.titles) titles, as the \(report.edition) edition shows them")
            }
        }
    }

    /// What was written.
    private struct Report: Encodable {
        let format: String
        let path: String
        let edition: String
        /// Titles of the library that the edition shows: not every format has a place for each.
        let titles: Int
        /// Of a table, its head not counted; of what is none its entries.
        let rows: Int
        let files: Int
        let bytes: Int

        init(format: String, path: String, edition: String, titles: Int, size: Size) {
            (self.format, self.path, self.edition, self.titles) = (format, path, edition, titles)
            (rows, files, bytes) = (size.rows, size.files, size.bytes)
        }
    }

    private struct Size {
        var rows = 0
        var files = 1
        var bytes = 0
    }

    private func write(_ library: Library, to place: String) throws -> Size {
        guard place != "-" else { return try write(library) { Console.print(bytes: $0) } }
        // What not everybody may know, nobody else on this machine may read either.
        let file = try NamedFile<WriteFailure>(place, mode: library.edition == .public ? 0o644 : 0o600)
        let size = try write(library) { try file.write($0) }
        try file.finish()
        return size
    }

    private func write(_ library: Library, _ put: @escaping ([UInt8]) throws -> Void) throws -> Size {
        var sink = ExportSink(put)
        try format.write(library, to: &sink)
        return Size(rows: sink.rows, bytes: sink.size)
    }

    /// Writes files over those of the same names, and touches no others.
    private func writeFiles(_ library: Library, below folder: String) throws -> Size {
        var size = Size(files: 0)
        try Files<WriteFailure>.makeFolder(folder)
        for title in library.titles {
            let file = MarkdownExport(title, of: library)
            let bytes = Array(file.text.utf8)
            try Files<WriteFailure>.write(bytes, to: "\(folder)/\(file.path)")
            size = Size(rows: size.rows + 1, files: size.files + 1, bytes: size.bytes + bytes.count)
        }
        return size
    }
}
