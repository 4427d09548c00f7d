import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Files of the CDN")
struct FileCallTests {
    @Test(
        "each file has its address",
        arguments: [
            (CDNFile.calendar(.shows), "/calendar/v2/tv.json"), (.calendar(.anime), "/calendar/v2/anime.json"),
            (.calendar(.movies), "/calendar/v2/movie_release.json"),
            (.month(.shows, year: 2026, month: 8), "/calendar/v2/2026/8/tv.json"),
        ])
    func paths(file: CDNFile, path: String) { #expect(file.path == path) }

    @Test("a file comes once, and then only when it is another")
    func conditional() async throws {
        let file = CDNFile.calendar(.shows)
        let connected = try await ConnectedClient()
        guard case .new(let data, let validators) = try await connected.client.file(file) else {
            Issue.record("nothing came")
            return
        }
        #expect(!data.isEmpty && validators.etag?.hasPrefix("W/") == true && validators.lastModified != nil)
        #expect(try await connected.client.file(file, unless: validators) == .unchanged)
        let byDate = FileValidators(lastModified: validators.lastModified)
        #expect(try await connected.client.file(file, unless: byDate) == .unchanged)
        #expect(try await connected.client.file(file, unless: FileValidators(etag: "W/\"old\"")) == .new(data, validators))
    }

    @Test("a page with status 404 is a file that there is not")
    func missing() async throws {
        let connected = try await ConnectedClient()
        #expect(try await connected.client.file(.month(.shows, year: 2099, month: 1)) == .missing)
        #expect(connected.simkl.log.count == 1)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
    }

    @Test(
        "A13, A14 what is no calendar is never taken for one",
        arguments: [
            Fault(testDescription: "a page", effect: .html), Fault(testDescription: "{}", effect: .json([:])),
            Fault(testDescription: "null", effect: .json(.null)), Fault(testDescription: "[]", effect: .json([])),
            Fault(testDescription: "nothing", effect: .empty),
            Fault(testDescription: "other members", effect: .json(["calendar": [:]])),
        ])
    func noCalendar(fault: Fault) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.host(.cdn), with: fault.effect)
        let error = await connected.error { _ = try await $0.file(.calendar(.shows)) }
        guard case .notJSON(let path, _)? = error else { throw try #require(error) }
        #expect(path == "/calendar/v2/tv.json")
        #expect(connected.simkl.log.count == 2)
    }
}
