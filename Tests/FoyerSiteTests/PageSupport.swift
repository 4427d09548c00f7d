import Foundation
import GFM
import Testing

@testable import FoyerSite

/// A whole site as it was published, by path: every HTML and every Markdown file.
struct BuiltSite {
    let files: [String: String]
    let diagnostics: [String]
    let library: Library

    static let templates = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates").standardized
        .path

    /// - Parameter isSynced: whether the files are of a mirror that has just been synced, else saved by hand.
    init(
        _ account: AccountFiles, now: String = "2026-11-20T12:00:00Z", edition: Edition = .public, hidden: Set<Int> = [],
        zone: String = "UTC", country: String? = nil, names: TitleLanguage? = nil, spoilers: Spoilers? = nil,
        favourites: [Favourite] = [], goals: Goals = Goals(),
        isSynced: Bool = true, _ change: (inout Configuration) -> Void = { _ in }
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = Configuration()
        configuration.edition = edition
        configuration.hiddenTitles = hidden
        configuration.timeZone = zone
        configuration.country = country
        configuration.titleLanguage = names
        configuration.spoilers = spoilers
        configuration.favourites = favourites
        configuration.goals = goals
        change(&configuration)
        let output = try OutputFolder("\(folder.path)/site", inputs: [Self.templates], home: nil)
        let builder = SiteBuilder(
            configuration: configuration, templates: Self.templates, output: output, now: try moment(now))
        let read = try (isSynced ? account.synced(builder.now) : account).account()
        diagnostics = try await builder.build { [read] }.diagnostics
        var options = configuration.mergeOptions
        options.now = builder.now
        library = LibraryMerger(options: options).library(from: [read]).library.library(for: configuration.audience)
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/site")
        where path.hasSuffix(".html") || path.hasSuffix(".md") {
            files[path] = try String(contentsOfFile: "\(folder.path)/site/\(path)", encoding: .utf8)
        }
        self.files = files
    }

    /// A page's Markdown; empty where there is no such page.
    func markdown(_ folder: String, name: String = "index") -> String { files["\(folder)\(name).md"] ?? "" }

    func html(_ folder: String, name: String = "index") -> String { files["\(folder)\(name).html"] ?? "" }

    /// The folders that have a page, below some folder, itself included.
    func folders(below folder: String) -> Set<String> {
        Set(
            files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix("/index.html") }.map {
                String($0.dropLast("index.html".count))
            })
    }
}

/// The text without its escapes and with the names of its links alone.
func plain(_ markdown: String) -> String {
    markdown.replacing(/!\[[^\]]*\]\([^)]*\)\s*/, with: "").replacing(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/) { String($0.1) }
        .replacing(/\\([[:punct:]])/) { String($0.1) }
}

/// The rows of the table whose header begins with these cells, each as its cells' plain text; one list for each such table.
func tables(_ markdown: String, header: String) -> [[[String]]] {
    var found: [[[String]]] = []
    var isInside = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("| \(header) |") {
            found.append([])
            isInside = true
        } else if !line.hasPrefix("|") {
            isInside = false
        } else if isInside, !line.hasPrefix("| ---") {
            let cells = line.replacing("\\|", with: "¦").split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .dropLast()
            found[found.count - 1].append(cells.map { plain(String($0)).trimmingCharacters(in: .whitespaces) })
        }
    }
    return found
}

/// The lines of the list items under a heading, in plain text.
func items(_ markdown: String, under heading: String) -> [String] {
    var found: [String] = []
    var isInside = false
    for line in markdown.split(separator: "\n") {
        if line.hasPrefix("#") { isInside = plain(String(line)).drop { $0 == "#" || $0 == " " } == heading }
        if isInside, line.hasPrefix("- ") { found.append(plain(String(line.dropFirst(2)))) }
    }
    return found
}

extension GFM {
    static func html(_ markdown: String, decoration: Decoration) -> String {
        String(decoding: html(Array(markdown.utf8), decoration: decoration), as: UTF8.self)
    }
}
