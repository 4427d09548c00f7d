import Foundation
import TestSupport
import Testing

struct CDNTests {
    @Test(
        "calendars are where the CDN has them",
        arguments: [
            ("/calendar/v2/tv.json", 200), ("/calendar/v2/movie_release.json", 200), ("/calendar/v2/2026/11/anime.json", 200),
            ("/calendar/anime.json", 200), ("/calendar/v2/2026/08/tv.json", 404), ("/calendar/v2/2026/8/tv.json", 200),
            ("/calendar/v2/2027/3/tv.json", 404), ("/calendar/v2/shows.json", 404),
            ("/discover/trending/tv/week_100.json", 200),
        ])
    func calendars(path: String, status: Int) async throws {
        let caller = try await Caller.signedIn()
        let reply = try await caller.cdn(path)
        #expect(reply.status == status)
        #expect((reply.json == nil) == (status == 404))
    }

    @Test("an unchanged file is not sent twice")
    func conditional() async throws {
        let caller = try await Caller.signedIn()
        let first = try await caller.cdn("/calendar/v2/tv.json")
        #expect(first.json?["calendar"]?.elements.isEmpty == false)
        let tag = try #require(first.headers["etag"])
        #expect(tag.hasPrefix("W/"))
        #expect(try await caller.cdn("/calendar/v2/tv.json", headers: ["If-None-Match": tag]).status == 304)
        let modified = try #require(first.headers["last-modified"])
        #expect(try await caller.cdn("/calendar/v2/tv.json", headers: ["If-Modified-Since": modified]).status == 304)
        #expect(caller.simkl.violations.isEmpty)
        #expect(caller.simkl.log.allSatisfy { $0.host == .cdn })
    }
}
