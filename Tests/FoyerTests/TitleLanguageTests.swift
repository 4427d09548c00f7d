import Foundation
import TestSupport
import Testing

/// `title_language: english` for an account in another language.
struct TitleLanguageTests {
    private static let terms =
        "allow_rewatch=yes&episode_runtime=yes&episode_watched_at=yes&extended=full&include_all_episodes=original&language=en"
        + "&memos=yes&next_watch_info=yes"
    private static let pulls = ["shows", "anime", "movies"].map { "GET /sync/all-items/\($0)?\(terms)" }

    private func build(_ owner: Owner) async throws {
        let result = try await owner.run(
            "build", "--details", "0", "--now", "2027-03-01T12:00:00Z", "--base-url", "https://example.org/watch/")
        #expect(result.code == 0, "\(result.errors)")
    }

    /// What must not follow the language: the pages' files, the ids of feeds and entries, and the UIDs of events.
    private func identities(_ owner: Owner) throws -> Set<String> {
        let files = try Tree.identities(owner.site).keys.filter { $0.hasSuffix(".html") }
        let feeds = try ["feeds/watched.atom", "feeds/ratings.atom", "feeds/unwatched.atom", "feeds/all.ics"].flatMap { path in
            try owner.page(path).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0.hasPrefix("<id>") || $0.hasPrefix("UID:") }
        }
        return Set(files + feeds)
    }

    @Test("Simkl is asked for English names, once; addresses and ids stay")
    func english() async throws {
        let owner = try await Owner.signedIn()
        let ids = owner.simkl.account.ids(.movies) + owner.simkl.account.ids(.shows)
        owner.simkl.change { account in
            for id in ids {
                account.changeMedia(of: id) { $0["title"] = .string("Der Titel \(id)") }
                account.nameInEnglish(id, "The title \(id)")
            }
        }
        try await build(owner)
        let before = try identities(owner)
        #expect(try owner.page("movies/\(ids[0])-title-\(ids[0])/index.html").contains("Der Titel \(ids[0])"))

        try "title_language: english\n".write(toFile: "\(owner.folder)/foyer.yaml", atomically: true, encoding: .utf8)
        owner.simkl.clearLog()
        try await build(owner)
        #expect(owner.requests == ["GET /sync/activities"] + Self.pulls)
        let page = try owner.page("movies/\(ids[0])-title-\(ids[0])/index.html")
        #expect(page.contains("The title \(ids[0])") && !page.contains("<title>Der Titel"))
        #expect(try identities(owner) == before)

        owner.simkl.clearLog()
        try await build(owner)
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        #expect(owner.requests == ["GET /sync/activities", "GET /sync/activities"])
        #expect(owner.simkl.violations.isEmpty)
    }
}
