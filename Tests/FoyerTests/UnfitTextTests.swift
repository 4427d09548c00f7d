import Foundation
import TestSupport
import Testing

/// Characters that neither HTML, XML nor a line may hold, in every text of an account.
struct UnfitTextTests {
    private static let unfit: [Unicode.Scalar] = [0, 1, 0x1B, 0x85, 0x202E, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE].compactMap(
        Unicode.Scalar.init)
    private static let words: Set<String> = [
        "watching", "plantowatch", "hold", "completed", "dropped", "episode", "special", "movie", "tv", "ended", "airing",
    ]

    private static func changed(_ json: Any) -> Any {
        switch json {
        case let text as String where !words.contains(text) && text.wholeMatch(of: /[-0-9:.TZ\/+]*/) == nil:
            text + String(String.UnicodeScalarView(unfit)) + text
        case let list as [Any]: list.map(changed)
        case let object as [String: Any]: object.mapValues(changed)
        default: json
        }
    }

    @Test("no file of a site holds one, in the edition that shows the most")
    func site() async throws {
        let scratch = try Scratch()
        let fixtures = URL(filePath: "\(Program.root)/Tests/SimklTests/Fixtures/full")
        for path in try FileManager.default.subpathsOfDirectory(atPath: fixtures.path) where path.hasSuffix(".json") {
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: fixtures.appending(path: path)))
            try scratch.write(
                String(decoding: try JSONSerialization.data(withJSONObject: Self.changed(json)), as: UTF8.self),
                to: "data/\(path)")
        }
        try scratch.write("edition: private\nspoilers: names\n", to: "foyer.yaml")
        let site = "\(scratch.path)/site"
        let result = try await Program.build(
            "\(scratch.path)/data", to: site,
            ["--config", "\(scratch.path)/foyer.yaml", "--base-url", "https://example.org/", "--state", "\(scratch.path)/state"])
        #expect(result.code == 0, "\(result.errors)")
        let files = try Tree(site).files.filter { !["png", "ico", "woff2"].contains(URL(filePath: $0.key).pathExtension) }
        #expect(files.count > 50)
        for (path, data) in files {
            let text = try #require(String(data: data, encoding: .utf8), "\(path)")
            let found = text.unicodeScalars.first { scalar in
                scalar.properties.isNoncharacterCodePoint || scalar.value == 0x202E
                    || (scalar.properties.generalCategory == .control && !["\n", "\r", "\t"].contains(scalar))
            }
            #expect(found == nil, "\(path)")
        }
    }

    @Test("an owner whose name is only blanks has none: every feed has an author that can be read")
    func owner() async throws {
        let scratch = try Scratch()
        let data = try scratch.account(films: Scratch.films)
        try scratch.write(#"{"user":{"name":" \u200b  "},"account":{"id":1}}"#, to: "data/settings.json")
        let site = "\(scratch.path)/site"
        let result = try await Program.build(data, to: site, ["--base-url", "https://example.org/"])
        #expect(result.code == 0, "\(result.errors)")
        let feeds = try Tree(site).files.filter { $0.key.hasSuffix(".atom") }
        #expect(!feeds.isEmpty)
        for (path, data) in feeds {
            let names = String(decoding: data, as: UTF8.self).matches(of: /<name>([^<]*)<\/name>/).map { String($0.1) }
            #expect(!names.isEmpty && names.allSatisfy { $0 == "Foyer" }, "\(path): \(names)")
        }
    }
}
