import Foundation

/// Why the site could not be built, with the lines around the place where somebody can mend it.
struct BuildFault: Sendable, Equatable {
    let message: String
    let details: [String]
    /// Nil where the fault is of no line of a file.
    let place: Place?

    struct Place: Sendable, Equatable {
        let file: String
        let line: Int
        let excerpt: [Line]
    }

    struct Line: Sendable, Equatable {
        let number: Int
        let text: String
    }

    init(_ failure: Failure) {
        details = failure.details
        guard let parts = failure.message.wholeMatch(of: /(?s)([^\n]+?):(\d+)(:\d+)?: (.+)/), let line = Int(parts.2) else {
            (message, place) = (failure.message, nil)
            return
        }
        let file = String(parts.1)
        message = String(parts.4)
        place = Place(file: file, line: line, excerpt: Self.excerpt(of: file, around: line))
    }

    /// What is said of it, whatever stands around its place by now: somebody may be mending it.
    var words: [String] { [message, place.map { "\($0.file):\($0.line)" } ?? ""] + details }

    private static func excerpt(of file: String, around line: Int) -> [Line] {
        guard let data = FileManager.default.contents(atPath: file), data.count < 1_000_000 else { return [] }
        let lines = String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return (line - 3...line + 3).compactMap { number in
            lines.indices.contains(number - 1) ? Line(number: number, text: String(lines[number - 1].prefix(300))) : nil
        }
    }
}
