import Foundation

@testable import FoyerSite

/// A site night after night, with one or a few things that are others than the night before.
struct ChangingSite {
    let folder: BuildFolder
    private var account: ChangingAccount
    private var chance: SeededChance
    /// Files of the output that somebody has changed: they stay when they are no part of the site any more.
    private(set) var edited: Set<String> = []

    /// Shortly before a month, a year, or the day on which years are sealed begins, or on any day.
    private static let evenings = [
        "2026-11-20T12:00:00Z", "2026-11-30T21:30:00Z", "2026-12-31T20:00:00Z", "2027-01-31T22:30:00Z",
    ]

    init(seed: Int) throws {
        chance = SeededChance(seed: seed &+ 50_000)
        let evening = chance.pick(Self.evenings)
        account = ChangingAccount(seed: seed, now: try moment(evening))
        folder = try BuildFolder(try account.files(), now: evening)
    }

    /// Some time passes, and a few things change, of the account, the settings, the theme or the output.
    ///
    /// - Returns: what is another than before, in words.
    mutating func changeAnything() throws -> String {
        // Mostly no new day, since that makes much anew, whatever it was made from; and mostly one change, since others may hide it.
        let minutes = chance.pick([0, 0, 0, 0, 0, 1, 300, 1_440, 1_440, 33 * 1_440])
        return try change(chance.pick([1, 1, 2, 4]), of: Self.changes, after: minutes)
    }

    /// It is the next day, and up to three things of the account have changed.
    ///
    /// - Returns: what is another than before, in words.
    mutating func liveADay() throws -> String { try change(chance.pick([0, 1, 3]), of: Self.nightlyChanges, after: 1_440) }

    private mutating func change(_ count: Int, of changes: [Change], after minutes: Int) throws -> String {
        folder.now = folder.now.adding(minutes: minutes)
        var names = minutes > 0 ? ["\(minutes) minutes"] : []
        for _ in 0..<count {
            let change = chance.pick(changes)
            names.append(change.name)
            try change.make(&self)
        }
        try folder.save(try account.files())
        return names.joined(separator: ", ")
    }

    /// A file of the output that has something in it, by its path there.
    mutating func someFile() throws -> String? {
        try folder.files().filter { $0.value.count > 0 }.keys.sorted().randomElement(using: &chance)
    }

    /// Somebody changes a file of the output.
    mutating func edit(_ file: String) throws {
        try folder.write("edited", to: "site/\(file)")
        edited.insert(file)
    }

    /// One thing that can be another than the night before.
    struct Change: Sendable {
        let name: String
        let make: @Sendable (inout ChangingSite) throws -> Void

        /// Of the account.
        static func account(
            _ name: String, _ make: @escaping @Sendable (inout ChangingAccount, Moment, inout SeededChance) -> Void
        ) -> Change {
            Change(name: name) { make(&$0.account, $0.folder.now, &$0.chance) }
        }

        /// Of one of its titles.
        static func title(
            _ name: String, _ make: @escaping @Sendable (inout ChangingAccount.Entry, Moment, inout SeededChance) -> Void
        ) -> Change {
            .account(name) { account, now, chance in
                guard let position = account.titles.indices.randomElement(using: &chance) else { return }
                make(&account.titles[position], now, &chance)
            }
        }

        static func configuration(
            _ name: String, _ make: @escaping @Sendable (inout Configuration, inout SeededChance) -> Void
        ) -> Change {
            Change(name: name) { make(&$0.folder.configuration, &$0.chance) }
        }

        /// Of a file of the theme, at its end.
        static func template(_ name: String, _ text: String, _ files: String...) -> Change {
            Change(name: name) { site in
                let file = "templates/\(site.chance.pick(files))"
                let old = try String(contentsOfFile: "\(site.folder.path)/\(file)", encoding: .utf8)
                try site.folder.write(old + text, to: file)
            }
        }
    }
}
