import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("What goes out with a request")
struct IdentificationTests {
    typealias Call = @Sendable (SimklClient) async throws -> Void

    private static let account: [Call] = [
        { _ = try await $0.activities() },
        { _ = try await $0.rows(LibraryQuery(.full, bucket: .shows)) },
        { _ = try await $0.ratedRows(since: "2026-01-01T00:00:00Z") },
        { _ = try await $0.playback() },
        { _ = try await $0.settings() },
        { _ = try await $0.stats(account: 4711) },
        { _ = try await $0.search(text: "harbor & co", in: .shows) },
        { _ = try await $0.list(.best(.year), of: .shows) },
        { _ = try await $0.list(.premieres(isSoon: true), of: .anime) },
        { _ = try await $0.list(.airing("today"), of: .shows) },
        { _ = try await $0.list(.genre("drama", year: nil), of: .movies) },
        { _ = try await $0.random(in: .shows, genre: nil, rating: nil) },
        { _ = try await $0.match(file: "WALL·E.mkv") },
        { client in
            let film = Scrobble(TitleReference(simkl: 1003), in: .movies, episode: nil, progress: 1)
            for action in Scrobble.Action.allCases { _ = try await client.scrobble(action, film) }
        },
        { _ = try await $0.rate(TitleBatch(movies: [TitleReference(simkl: 1003)])) },
        { _ = try await $0.addToList(TitleBatch(movies: [TitleReference(simkl: 1001)])) },
        { try await $0.deletePlayback(9_000_000) },
    ]
    private static let catalogue: [Call] = [
        { _ = try await $0.details(of: 1001, in: .shows) },
        { _ = try await $0.episodes(of: 1001, in: .shows) },
        { _ = try await $0.file(.calendar(.shows)) },
        { _ = try await $0.file(.trending(.anime, .week)) },
        { _ = try await $0.list(.trending(.today), of: .movies) },
        { _ = try await $0.file(.month(.movies, year: 2026, month: 11)) },
    ]

    @Test("A16 every API call says who asks; the token goes to the account alone, and never into an address")
    func identification() async throws {
        let connected = try await ConnectedClient()
        for call in Self.account + Self.catalogue { try await call(connected.client) }
        let log = connected.simkl.log
        #expect(connected.simkl.violations == [])
        // One of the calls asks four times.
        #expect(log.count == Self.account.count + 3 + Self.catalogue.count)
        for (request, position) in zip(log, 0...) {
            let isAccount = position < log.count - Self.catalogue.count
            #expect(request["user-agent"] == "foyer/1", "\(request.summary)")
            #expect((request["authorization"]?.hasPrefix("Bearer simkl_at_") ?? false) == isAccount, "\(request.summary)")
            #expect(!request.query.contains { $0.value?.contains("simkl_at_") == true }, "\(request.summary)")
            #expect(request.body.isEmpty == (request.method != "POST"), "\(request.summary)")
            #expect(request["content-type"] == (request.method == "POST" ? "application/json" : nil), "\(request.summary)")
            #expect(request["cookie"] == nil)
            let common = request.query.suffix(3).map { "\($0.name)=\($0.value ?? "")" }
            #expect(
                common == (request.host == .cdn ? [] : ["client_id=loopback-client", "app-name=foyer", "app-version=1"]),
                "\(request.summary)")
        }
    }

    @Test("A16 signing in says who asks, and carries no token")
    func signIn() async throws {
        let connected = try await ConnectedClient()
        _ = try await connected.client.deviceCode(scope: "media:read")
        let request = try #require(connected.simkl.log.first)
        #expect(request["authorization"] == nil)
        #expect(request["content-type"] == "application/x-www-form-urlencoded")
        #expect(request.parameter("app-name") == "foyer" && request["user-agent"] == "foyer/1")
        #expect(String(decoding: request.body, as: UTF8.self) == "client_id=loopback-client&scope=media:read")
    }

    @Test(
        "a text in a query arrives as it was",
        arguments: ["a+b", "a&b=c", "100%", "WALL·E", "銀魂", "#?/", "a b", "\"'<>", "\\"])
    func texts(text: String) async throws {
        let connected = try await ConnectedClient()
        _ = try await connected.client.search(text: text, in: .anime)
        #expect(connected.simkl.log.first?.parameter("q") == text)
    }
}
