import Foundation
import TestSupport
import Testing

/// The Markdown files beside the tests: our own texts, which together hold every construct of GitHub Flavored Markdown.
struct CorpusFile: Sendable, CustomTestStringConvertible {
    let name: String
    let url: URL

    var testDescription: String { name }

    static let all: [CorpusFile] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "md" }
            .map { CorpusFile(name: $0.lastPathComponent, url: $0) }
            .sorted { $0.name < $1.name }
    }()

    func text() throws -> String { try String(decoding: Data(contentsOf: url), as: UTF8.self) }

    /// What Debian's program makes of the file. Throws when the program is missing or fails.
    func reference() async throws -> String {
        // This version of the program takes footnotes for an extension, older ones for an option.
        let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
        let result = try await Program.run(extensions.flatMap { ["-e", $0] } + [url.path()], executable: "/usr/bin/cmark-gfm")
        guard result.code == 0 else { throw CocoaError(.executableRuntimeMismatch) }
        return result.output
    }
}
