import Disk

/// What the search page knows of each title: a classic script that assigns one value, so that it works from `file://` too.
///
/// Shape: columns, one entry for each title, in the order of their names; a column of text takes half the space of rows when it is
/// compressed. Everything that the script can work out itself is left out.
struct SearchIndex {
    static let file = "search-index.js"

    private let site: Site
    private let titles: [Title]

    init(_ site: Site) {
        self.site = site
        titles = site.library.titles.sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }
    }

    var script: String {
        let columns = [
            ("source", JSONText.quoted(phrase("data.searchSource", ["address": Feed.simkl]))),
            ("file", JSONText.quoted(site.baseURL == nil ? "index.html" : "")),
            ("kinds", array(MediaKind.allCases.map { array([$0.path, $0.label].map(JSONText.quoted)) })),
            ("statuses", array(Status.allCases.map { JSONText.quoted($0.label) })),
            ("name", column { JSONText.quoted($0.name) }),
            ("others", column { array($0.alternativeNames.map(JSONText.quoted)) }),
            ("kind", column { "\(MediaKind.allCases.firstIndex(of: $0.id.kind) ?? 0)" }),
            ("id", column { "\($0.id.simkl)" }),
            ("folder", column(folder)),
            ("year", column { "\($0.year ?? 0)" }),
            ("status", column { "\($0.status.flatMap { Status.allCases.firstIndex(of: $0) } ?? -1)" }),
            ("rating", column { "\($0.rating?.value ?? 0)" }),
            ("poster", column(poster)),
        ]
        return "/* The titles of this site, for its search. Data from Simkl: https://simkl.com/ */\nvar foyerIndex = {\n"
            + columns.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n};\n"
    }

    private func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

    private func column(_ value: (Title) -> String) -> String { array(titles.map(value)) }

    /// The name of the title's folder behind its id; `0` where it follows from the name.
    private func folder(_ title: Title) -> String {
        let folder = site.path(of: title).folder.dropLast()
        let slug = folder.dropFirst(title.id.key.count).drop { $0 == "-" }
        // What a name in other letters becomes is not for two languages to agree on.
        let follows = title.name.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") } && SitePath.safe(title.name) == slug
        return follows ? "0" : JSONText.quoted(String(slug))
    }

    /// The poster's path; `0` for none. Simkl's folders are the first characters of the names in them.
    private func poster(_ title: Title) -> String {
        guard let path = title.poster?.path else { return "0" }
        let parts = path.split(separator: "/")
        let follows = parts.count == 2 && parts[0].count == 2 && parts[1].hasPrefix(parts[0])
        return JSONText.quoted(follows ? String(parts[1]) : path)
    }
}
