import Foundation
import TestSupport

/// A site that the built program has made.
struct BuiltSite: Sendable {
    let path: String
    /// The pages of each kind, from the one with the least on it on, by the class of their bodies: a new kind needs no word here.
    private let pagesBySize: [String: [String]]

    /// For each kind of page the one with the most on it.
    var pagesByKind: [String: String] { pagesBySize.compactMapValues(\.last) }

    /// Every page of a kind.
    func pages(of kind: String) -> [String] { pagesBySize[kind] ?? [] }

    /// Of each kind of page those with the least and the most on them, and one between.
    var spread: [String] {
        pagesBySize.values.flatMap { pages in Set([pages[0], pages[pages.count / 2], pages[pages.count - 1]]) }.sorted()
    }

    /// Reads every page, once for all tests.
    private init(path: String) throws {
        self.path = path
        var kinds: [String: [(page: String, size: Int)]] = [:]
        for page in try Self.pages(in: path) {
            let html = try String(contentsOfFile: "\(path)/\(page)", encoding: .utf8)
            if let kind = Self.kind(of: html) { kinds[kind, default: []].append((page, html.utf8.count)) }
        }
        pagesBySize = kinds.mapValues { pages in
            pages.sorted { ($0.size, $1.page) < ($1.size, $0.page) }.map(\.page)
        }
    }

    /// What kind of page it is, by the class of its body, and whether its head stands before a picture; nil for what is no page.
    static func kind(of html: String) -> String? {
        html.range(of: "<body class=\"page-").map { start in
            let kind = html[start.upperBound...].prefix { $0 != "\"" && $0 != " " }
            return html.contains("class=\"backdrop\"") ? "\(kind)-with-a-backdrop" : String(kind)
        }
    }

    private static func pages(in path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted().filter { $0.hasSuffix(".html") }
    }

    /// Where the site is when it is on a host: below a path, as on pages of a project.
    static let host = "http://foyer.test/me/watch/"

    enum Account: String, CaseIterable, Sendable { case sample, friends, german, mirrored, hostile, single, empty, films, large }
    enum Place: String, CaseIterable, Sendable { case disk, host }

    /// Builds a site of an account; each only once.
    static func of(_ account: Account, at place: Place = .disk) async throws -> BuiltSite {
        guard let site = all[account]?[place] else { throw DevToolsPipe.Failure(description: "there is no such site") }
        return try await site.value
    }

    private static let all = Dictionary(
        uniqueKeysWithValues: Account.allCases.map { account in
            let places = (account == .large ? [.disk] : Place.allCases).map { place in
                (place, Task { try await build(account, at: place) })
            }
            return (account, Dictionary(uniqueKeysWithValues: places))
        })

    private static func build(_ account: Account, at place: Place) async throws -> BuiltSite {
        let folder = "\(Program.root)/.build/browser-sites/\(account)-\(place)"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: "\(folder)/data", withIntermediateDirectories: true)
        var arguments = ["build", "--quiet", "--output", "\(folder)/site", "--now", "2026-11-20T12:00:00Z"]
        if account == .large {
            let made = try await Program.run(
                ["\(Program.root)/.ci/oracle.d/generate.py", "\(folder)/data", "7", "Europe/Berlin", "3000"],
                executable: "/usr/bin/python3")
            guard made.code == 0 else { throw DevToolsPipe.Failure(description: "\(account) was not made: \(made.errors)") }
            arguments += ["--offline", "--data", "\(folder)/data"]
        } else if let items = HostileAccount.items(of: account) {
            try items.data.write(to: URL(filePath: "\(folder)/data/all-items.json"))
            arguments += ["--offline", "--data", "\(folder)/data"]
        } else {
            arguments += ["--sample"]
        }
        let settings = [Account.friends: "edition: friends\n", .german: "language: de\n", .mirrored: "language: ar\n"]
        if let settings = settings[account] {
            try Data(settings.utf8).write(to: URL(filePath: "\(folder)/foyer.yaml"))
            arguments += ["--config", "\(folder)/foyer.yaml"]
        }
        if account == .mirrored {
            // All that matters of a language here is its direction: what it does not say is said in English.
            try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(folder)/templates")
            try Data("language: {direction: rtl}\n".utf8).write(to: URL(filePath: "\(folder)/templates/words/ar.yaml"))
            arguments += ["--templates", "\(folder)/templates"]
        }
        if place == .host { arguments += ["--base-url", host] }
        let result = try await Program.run(arguments)
        guard result.code == 0 else { throw DevToolsPipe.Failure(description: "\(account) was not built: \(result.errors)") }
        return try BuiltSite(path: "\(folder)/site")
    }

    func address(of page: String, at place: Place = .disk) -> String {
        place == .disk
            ? "file://\(path)/\(page)"
            : Self.host + (page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page)
    }

    /// The pages whose HTML is as it is asked for.
    func pages(where isMeant: (String) -> Bool) throws -> [String] {
        try Self.pages(in: path).filter { try isMeant(String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)) }
    }

    /// Every title's own page.
    func titlePages() throws -> [String] {
        try Self.pages(in: path).filter { $0.firstMatch(of: /^(tv|anime|movies)\/\d.*\/index\.html$/) != nil }
    }
}
