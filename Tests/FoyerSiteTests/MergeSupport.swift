import Foundation
import Simkl
import TestSupport
import Testing

@testable import FoyerSite

/// Files of an account as a user saves them, by their path below the account's folder.
struct AccountFiles {
    var files: [String: String]
    /// When they were last in step with Simkl; nil for files that were saved by hand.
    var syncedAt: Moment?

    init(_ files: [String: String]) { self.files = files }

    /// One bucket of `all-items.json`.
    init(_ bucket: String, _ items: String...) {
        files = ["all-items.json": #"{"\#(bucket)":[\#(items.joined(separator: ","))]}"#]
    }

    func adding(_ file: String, _ text: String) -> AccountFiles {
        var all = self
        all.files[file] = text
        return all
    }

    func synced(_ moment: Moment) -> AccountFiles {
        var synced = self
        synced.syncedAt = moment
        return synced
    }

    /// The account, read from a folder that is gone afterwards: with all names, so that what is kept back does not hang on the reading.
    func account() throws -> Account {
        let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-merge-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        var account = try AccountFolder(path: folder.path).read(allEpisodeNames: true)
        account.syncedAt = syncedAt?.secondsSince1970 ?? account.syncedAt
        return account
    }

    /// - Parameter audience: who is shown the library; nil for all that there is.
    func merged(_ options: LibraryMerger.Options = .init(), for audience: Audience? = nil) throws -> Merged {
        var options = options
        options.hiddenTitles.formUnion(audience?.hidden ?? [])
        return Merged([try account()], options, for: audience)
    }

    /// The one title of an account with one title.
    func title(_ options: LibraryMerger.Options = .init()) throws -> Title {
        let titles = try merged(options).library.titles
        try #require(titles.count == 1)
        return titles[0]
    }
}

/// What a merge gives, to be compared as a whole.
struct Merged: Equatable {
    let library: Library
    let diagnostics: [Diagnostic]

    init(_ accounts: [Account], _ options: LibraryMerger.Options = .init(), for audience: Audience? = nil) {
        let merged = LibraryMerger(options: options).library(from: accounts)
        library = audience.map(merged.library.library) ?? merged.library.everything
        diagnostics = merged.diagnostics
    }

    var messages: [String] { diagnostics.map(\.description) }

    /// The first few fields that differ, for a failure that can be read.
    func difference(from other: Merged) -> String {
        if self == other { return "" }
        var differences: [String] = []
        let (own, others) = (library.titles, other.library.titles)
        if own.map(\.id) != others.map(\.id) { differences.append("titles: \(own.map(\.id)) ≠ \(others.map(\.id))") }
        for (left, right) in zip(own, others) where left != right && differences.count < 3 {
            let fields = zip(Mirror(reflecting: left).children, Mirror(reflecting: right).children)
            for (field, otherField) in fields where "\(field.value)" != "\(otherField.value)" && field.label != "identifiers" {
                differences.append("\(left.id) \(field.label ?? ""): \(field.value) ≠ \(otherField.value)")
            }
        }
        for (left, right) in zip(Mirror(reflecting: library).children, Mirror(reflecting: other.library).children)
        where ["owner", "days", "syncedAt", "paused"].contains(left.label) && "\(left.value)" != "\(right.value)" {
            differences.append("\(left.label ?? ""): \(left.value) ≠ \(right.value)")
        }
        if messages != other.messages { differences.append("diagnostics: \(messages) ≠ \(other.messages)") }
        return differences.isEmpty ? "something else" : differences.joined(separator: "\n")
    }
}

/// Chance that comes out the same in every run.
struct SeededChance: RandomNumberGenerator {
    private var generator: SplitMix

    init(seed: Int) { generator = SplitMix(seed: UInt64(seed) &* 0x2545_F491_4F6C_DD1D) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < one }

    /// One of some values; they are few, so that two rows often agree in one field and differ in another.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }
}

/// Makes JSON text of Foundation's values.
func json(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
}

/// An instant written as Simkl writes it.
func moment(_ text: String) throws -> Moment {
    guard case .instant(let seconds, _) = try #require(WireDate(text)) else { throw NotAnInstant(text: text) }
    return Moment(secondsSince1970: seconds)
}

/// A day written as `2026-11-20`.
func day(_ text: String) throws -> CalendarDay {
    guard case .day(let days) = try #require(WireDate(text)) else { throw NotAnInstant(text: text) }
    return CalendarDay(daysSince1970: days)
}

private struct NotAnInstant: Error {
    let text: String
}
