import Disk

/// A title as a file of Markdown with front matter, for other site generators.
///
/// Shape: YAML that is JSON where it holds text, which every reader of YAML takes.
public struct MarkdownExport {
    /// `tv/1399-game-of-thrones.md`
    public let path: String
    public let text: String

    public init(_ title: Title, of library: Library) {
        let slug = (title.slug ?? "").lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        path = "\(title.id.key)\(slug.isEmpty ? "" : "-\(slug.prefix(80))").md"
        let days = title.plays.compactMap { $0.time.day(library.days) }
        let ids = title.identifiers.filter { ["imdb", "tmdb", "tvdb", "mal"].contains($0.name) }
        var lines: [(String, String?)] = [
            ("title", JSONText.quoted(title.name)), ("kind", JSONText.quoted(title.id.kind.exported)),
            ("year", title.year.map(String.init)),
            // What generators sort by.
            ("date", days.max()?.iso), ("status", title.status.map { JSONText.quoted($0.simkl) }),
            ("rating", title.rating.map { String($0.value) }), ("rated", title.rating?.day(library.days)?.iso),
            ("plays", String(title.totals.plays)), ("minutes", title.totals.knownMinutes.map(String.init)),
            ("watched", days.isEmpty ? nil : "[\(days.sorted().map(\.iso).joined(separator: ", "))]"),
            ("genres", title.details.map { "[\($0.genres.map(JSONText.quoted).joined(separator: ", "))]" }),
        ]
        lines.append(("ids", "{simkl: \(title.id.simkl)\(ids.map { ", \($0.name): \(JSONText.quoted($0.text))" }.joined())}"))
        lines.append(("url", JSONText.quoted(title.simklAddress)))
        let front = lines.compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
        let note = title.memo.map { "\n> \(MarkdownExport.escaped($0))\n" } ?? ""
        text = "---\n\(front)---\n\(note)\n[\(MarkdownExport.escaped(title.name)) on Simkl](\(title.simklAddress))\n"
    }

    /// As text and nothing else.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, scalar.properties.generalCategory.isSign { escaped += "\\" }
            escaped.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return escaped
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isSign: Bool {
        switch self {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        default: false
        }
    }
}
