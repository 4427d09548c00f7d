import Disk

/// What the search and the explorer know of each title: a classic script that assigns one value, so that it works from `file://` too.
///
/// Shape: columns, one entry for each title, in the order of their names; a column of text takes half the space of rows when it is
/// compressed. Everything that the scripts can work out themselves is left out, and what is unknown is `0`, but where 0 is a value of
/// its own: then it is `-1`. Days are numbers of days since 1970. Nothing in it depends on the day on which it is made.
struct SearchIndex {
    static let file = "search-index.js"

    private let site: Site
    private let titles: [Title]
    private let genres: WordCodes
    private let networks: WordCodes

    init(_ site: Site) {
        self.site = site
        titles = site.library.titles.sortedByName
        genres = WordCodes(titles.flatMap { $0.details?.genres ?? [] })
        networks = WordCodes(titles.compactMap { $0.details?.network })
    }

    /// All that it tells of a library: the titles, and how much of each is left, of which the calendar may know more.
    static func inputs(of library: Library) -> [Input] {
        var left = Fingerprint()
        for title in library.titles {
            let own = title.openTimeLeft
            left.feed(own?.knownMinutes)
            left.feed(own?.isEstimated == true ? 1 : 0)
        }
        return [.titles(Array(library.titles.indices)), .values(left.value)]
    }

    var script: String {
        let values = [
            ("source", JSONText.quoted(phrase("data.searchSource", ["address": Feed.simkl]))),
            ("file", JSONText.quoted(site.baseURL == nil ? "index.html" : "")),
            ("kinds", array(MediaKind.allCases.map { array([$0.path, $0.label, $0.plural].map(JSONText.quoted)) })),
            ("statuses", array(Status.allCases.map { array([$0.path, $0.label].map(JSONText.quoted)) })),
            ("lengths", array(LengthClass.all.map { array(["\($0.minutes.lowerBound)", JSONText.quoted($0.name)]) })),
            ("genres", array(genres.words.map(genre))),
            ("networks", array(networks.words.map(JSONText.quoted))),
        ]
        return "/* The titles of this site, for its search. Data from Simkl: https://simkl.com/ */\nvar foyerIndex = {\n"
            + (values + columns).map { "\"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n};\n"
    }

    private var columns: [(String, String)] {
        let days = site.library.days
        return [
            ("name", column { JSONText.quoted($0.name) }),
            ("others", column { array($0.alternativeNames.map(JSONText.quoted)) }),
            ("kind", column { "\(MediaKind.allCases.firstIndex(of: $0.id.kind) ?? 0)" }),
            ("id", column { "\($0.id.simkl)" }),
            ("imdb", column(imdb)),
            ("folder", column(folder)),
            ("year", column { "\($0.year ?? 0)" }),
            ("status", column { "\($0.status.flatMap { Status.allCases.firstIndex(of: $0) } ?? -1)" }),
            ("rating", column { "\($0.rating?.value ?? 0)" }),
            ("crowd", column { "\($0.crowd.simkl.flatMap { $0.isCompared ? $0.tenths : nil } ?? 0)" }),
            ("poster", column(poster)),
            ("genre", column { array(($0.details?.genres ?? []).compactMap { genres[$0] }.map { "\($0)" }) }),
            ("network", column { "\($0.details?.network.flatMap { networks[$0] } ?? -1)" }),
            ("minutes", column { "\($0.runtimeMinutes ?? 0)" }),
            ("note", column { $0.memo.map(JSONText.quoted) ?? "0" }),
            ("added", column { "\($0.addedAt?.day(days).daysSince1970 ?? 0)" }),
            ("watchedOn", column { "\($0.lastWatchedDay(days)?.daysSince1970 ?? 0)" }),
            ("watched", column { "\($0.openProgress?.watched ?? -1)" }),
            ("aired", column { "\($0.openProgress?.aired ?? -1)" }),
            ("left", column { "\($0.openTimeLeft?.knownMinutes ?? -1)" }),
            ("estimated", column { $0.openTimeLeft?.isEstimated == true ? "1" : "0" }),
        ]
    }

    private func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

    /// What Simkl calls it, by which addresses and searches in any language know it; beside that what the site calls it, where that differs.
    private func genre(_ name: String) -> String {
        let label = genreName(name)
        return label == name ? JSONText.quoted(name) : array([name, label].map(JSONText.quoted))
    }

    private func column(_ value: (Title) -> String) -> String { array(titles.map(value)) }

    /// The number in `tt0903747`.
    private func imdb(_ title: Title) -> String {
        let digits = title.identifiers["imdb"].flatMap { $0.hasPrefix("tt") ? $0.dropFirst(2) : nil }
        return "\(digits.flatMap { $0.utf8.count < 10 ? Int($0) : nil } ?? 0)"
    }

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

/// Words that many titles have, each written once: the most frequent first.
private struct WordCodes {
    let words: [String]
    private let codes: [String: Int]

    init(_ all: [String]) {
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        words = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        codes = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    }

    subscript(_ word: String) -> Int? { codes[word] }
}
