import Foundation
import Testing

@testable import FoyerSite

/// No page is excepted: what an edition shows is in its library.json. Only what builds remember from one night to the next is not.
@Suite("A site that is built of its own library.json", .inEnglish)
struct LibraryAgainTests {
    @Test(
        "every page's Markdown is the same to the byte, with names in the account's language or in English",
        arguments: Edition.allCases, [TitleLanguage.account, .english])
    func committed(edition: Edition, names: TitleLanguage) async throws {
        let account = try AccountFiles(in: "first-night")
        #expect(try await Self.samePages(account, Audience(edition, hiddenTitles: [104]), names: names) > 30)
    }

    @Test("it is so of a generated account with all that pages can tell", arguments: Edition.allCases)
    func generated(edition: Edition) async throws {
        let account = try TwinAccount(seed: 41, edition: edition)
        #expect(try await Self.samePages(account.own, account.audience) > 100)
    }

    @Test(
        "it is so of a mirror, whose data is of the day of its last sync",
        arguments: ["2026-11-20T12:00:00Z", "2026-11-25T01:30:00Z"])
    func synced(at text: String) async throws {
        let account = try AccountFiles(in: "first-night").synced(moment(text))
        #expect(try await Self.samePages(account, Audience(.public), now: "2026-11-27T10:00:00Z") > 30)
    }

    /// Builds both sites without a memory, in the account's own time zone.
    ///
    /// - Returns: how many pages they have.
    private static func samePages(
        _ account: AccountFiles, _ audience: Audience, names: TitleLanguage? = nil, now: String = "2026-11-20T12:00:00Z"
    ) async throws -> Int {
        func site(_ account: AccountFiles) async throws -> BuiltSite {
            try await BuiltSite(
                account, now: now, edition: audience.edition, hidden: audience.hidden, country: "SE", names: names,
                spoilers: audience.edition == .friends ? .names : nil, isSynced: false
            ) {
                $0.timeZone = nil
                $0.discovers = true
                $0.premieres = true
            }
        }
        let own = try await site(account)
        let again = try await site(own.library.exported)
        let pages = [again, own].map { site in
            site.files.filter { $0.key.hasSuffix(".md") }.mapValues { Data($0.utf8) }
        }
        if let difference = difference(pages[0], pages[1]) { Issue.record("\(audience.edition): \(difference)") }
        return pages[1].count
    }
}
