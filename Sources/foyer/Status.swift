import ArgumentParser
import Foundation
import Simkl

/// `foyer status`: who is signed in, and how old the mirror is. Asks nobody.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say who is signed in, and how old each part of the mirror is.",
        discussion: Surroundings.Help.reads(Surroundings.Help.signIn))

    @Option(help: "The folder of the mirror.")
    var data = ".foyer"
    @Flag(help: "Report as JSON.")
    var json = false

    func run() async throws {
        try await Failure.telling {
            let session = try Session.open()
            let index = MirrorFolder.isMirror(data) ? try MirrorIndex(reading: data) : nil
            let report = StatusReport(grant: session?.grant, index: index, folder: data, now: Int64(Date().timeIntervalSince1970))
            if json { Console.print(json: report) } else { Console.print(lines: report.words) }
        }
    }
}

/// What there is to say about the sign-in and the mirror.
struct StatusReport: Encodable {
    let isSignedIn: Bool
    let name: String?
    let account: Int?
    let scopes: [String]
    /// Seconds since 1970; renewed by itself where ``isRenewable``.
    let tokenExpiresAt: Int64?
    let isRenewable: Bool
    /// That Simkl ends this kind of sign-in, and when; absent where it does not.
    let signInEnding: String?
    let mirror: String
    let syncedAt: Int64?
    /// What Simkl has said and is not believed yet.
    let doubt: String?
    let parts: [Part]
    /// Titles whose details are there, and all of the library's.
    let detailedTitles: Int?
    let titles: Int?
    /// When the details of all will be there, by a build a day, in seconds since 1970; absent where they are.
    let detailsCompleteAt: Int64?
    let requestsLeft: Int?
    let requestsADay: Int?
    private let details: CatalogueCoverage?
    private let now: Int64

    struct Part: Encodable {
        let name: String
        let files: Int
        /// Seconds since 1970, of the oldest file.
        let fetchedAt: Int64
    }

    private enum CodingKeys: String, CodingKey {
        case isSignedIn, name, account, scopes, tokenExpiresAt, isRenewable, signInEnding, mirror, syncedAt, doubt, parts,
            requestsLeft
        case detailedTitles, titles, detailsCompleteAt
        case requestsADay
    }

    init(grant: Grant?, index: MirrorIndex?, folder: String, now: Int64) {
        isSignedIn = grant != nil
        name = grant?.name
        account = grant?.account
        scopes = grant?.scope.split(separator: " ").map(String.init) ?? []
        tokenExpiresAt = grant?.expiresAt
        isRenewable = grant?.refreshToken != nil
        signInEnding = grant?.ending
        mirror = folder
        syncedAt = index?.syncedAt
        doubt = index?.doubt?.description
        let files = (index?.files ?? [:]).map { (part: Self.part($0.key), fetchedAt: $0.value.fetchedAt) }
        parts = Dictionary(grouping: files, by: \.part).map { name, files in
            Part(name: name, files: files.count, fetchedAt: files.map(\.fetchedAt).min() ?? 0)
        }.sorted { $0.name < $1.name }
        details = index?.coverage(in: folder)
        detailedTitles = details?.known
        titles = details?.titles
        detailsCompleteAt = details?.completion(from: now)
        requestsLeft = index?.quota?.remaining
        requestsADay = index?.quota?.limit
        self.now = now
    }

    /// The library's three files are one part, so are a folder's.
    private static func part(_ file: String) -> String {
        let first = file.split(separator: "/").first.map(String.init) ?? file
        let name = first.hasSuffix(".json") ? String(first.dropLast(5)) : first
        return ["shows", "anime", "movies", "activities"].contains(name) ? "library" : name
    }

    /// Line by line.
    var words: [String] {
        var lines: [String] = []
        if isSignedIn {
            let rights = scopes.isEmpty ? "" : " (\(scopes.joined(separator: ", ")))"
            let end = tokenExpiresAt.map { ", token good until \(Self.day($0))" + (isRenewable ? " and renewed by itself" : "") }
            lines.append("Signed in\(name.map { " as \($0)" } ?? "")\(rights)\(end ?? "").")
        } else {
            lines.append("Not signed in.")
        }
        if let signInEnding { lines.append("note: \(signInEnding)") }
        if let syncedAt {
            lines.append("\(mirror): last in step with Simkl \(age(syncedAt)).")
        } else {
            lines.append(parts.isEmpty ? "\(mirror): no mirror yet." : "\(mirror): not complete yet.")
        }
        if let doubt { lines.append("Not believed yet: \(doubt).") }
        for part in parts {
            lines.append("  \(part.name): \(part.files == 1 ? "1 file" : "\(part.files) files"), \(age(part.fetchedAt))")
        }
        if let details, details.titles > 0 { lines.append(details.words(now: now)) }
        if let requestsLeft {
            lines.append("Requests left today: \(requestsLeft)\(requestsADay.map { " of \($0)" } ?? "").")
        }
        return lines
    }

    private func age(_ moment: Int64) -> String {
        switch now - moment {
        case ..<0: "in the future, by this machine's clock"
        case ..<120: "just now"
        case let age where age < 7200: "\(age / 60) minutes ago"
        case let age where age < 172_800: "\(age / 3600) hours ago"
        case let age: "\(age / 86_400) days ago"
        }
    }

    static func day(_ moment: Int64) -> String {
        Date(timeIntervalSince1970: Double(moment)).formatted(.iso8601.year().month().day())
    }
}

extension CatalogueCoverage {
    /// `Details: 412 of 3,000 titles, complete on 4 March with a build a day.`
    func words(now: Int64) -> String {
        let titles = "Details: \(Self.grouped(known)) of \(Self.grouped(titles)) titles"
        guard let completion = completion(from: now) else { return titles + "." }
        let day = Date(timeIntervalSince1970: Double(completion))
            .formatted(.dateTime.day().month(.wide).locale(Locale(identifier: "en_GB")))
        return titles + ", complete on \(day) with a build a day."
    }

    private static func grouped(_ number: Int) -> String { number.formatted(.number.locale(Locale(identifier: "en"))) }
}
