import Foundation
import Testing

@testable import FoyerSite

@Suite("The index of the search", .inEnglish)
struct SearchIndexTests {
    private func site(_ names: [String], alternatives: [String] = []) -> Site {
        let titles = names.enumerated().map { number, name in
            var title = TitleRecord(id: TitleID(kind: .movie, simkl: number + 1), name: name)
            title.slug = "film-\(number)"
            title.alternativeNames = alternatives
            return Title(title)
        }
        let library = Library(
            edition: .public, owner: Owner(name: nil, avatar: nil), days: .utc, syncedAt: nil, titles: titles,
            paused: [], accountStatistics: nil)
        return Site(
            library: library, name: "Foyer", words: .english, baseURL: nil, now: Moment(secondsSince1970: 1_795_132_800),
            isOutdated: false)
    }

    /// What a browser would read from the script.
    private func value(_ script: String) throws -> [String: Any] {
        let assignment = try #require(script.firstRange(of: "var foyerIndex = "))
        let json = script[assignment.upperBound...].dropLast(2)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    static let hostile = [
        "</script><script>alert(1)</script>", "<!-- ", "]]>", "\u{2028}\u{2029}", "\\\"'`${x}", "\u{0}\u{1F}\u{7F}\u{FEFF}",
        "&lt;",
        "進撃の巨人", "الحب", "👩‍👩‍👧", "*/ x /*",
    ]

    @Test(
        "any name comes out as it went in, and nothing in the script can end or comment out what is around it", arguments: hostile
    )
    func escaping(name: String) throws {
        let script = SearchIndex(site([name], alternatives: [name])).script
        let index = try value(script)
        #expect(index["name"] as? [String] == [name])
        #expect(index["others"] as? [[String]] == [[name]])
        let body = try #require(script.firstRange(of: "var foyerIndex").map { script[$0.lowerBound...] })
        #expect(!body.contains("<") && !body.contains("\u{2028}") && !body.contains("\u{2029}"))
        #expect(body.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test("titles stand in the order of their names, each column as long as the others, and Simkl is named")
    func columns() throws {
        let script = SearchIndex(site(["The Zoo", "apple", "Älg"])).script
        let index = try value(script)
        #expect(index["name"] as? [String] == ["Älg", "apple", "The Zoo"])
        for column in ["others", "kind", "id", "folder", "year", "status", "rating", "poster"] {
            #expect((index[column] as? [Any])?.count == 3, "\(column)")
        }
        #expect((index["source"] as? String)?.contains("https://simkl.com/") == true)
        #expect(script.hasPrefix("/* ") && script.contains("Simkl: https://simkl.com/ */"))
    }

    @Test("what follows from a name is left out, and only that")
    func derived() throws {
        var titles = ["Plain Name!", "Ünïcode", "50%25 off", "Other slug"].enumerated().map { number, name in
            TitleRecord(id: TitleID(kind: .tv, simkl: number + 1), name: name)
        }
        titles[3].slug = "another"
        titles[0].poster = ImagePath("ab/abcdef")
        titles[1].poster = ImagePath("zz/abcdef")
        let library = Library(
            edition: .public, owner: Owner(name: nil, avatar: nil), days: .utc, syncedAt: nil, titles: titles.map(Title.init),
            paused: [], accountStatistics: nil)
        let site = Site(
            library: library, name: "Foyer", words: .english, baseURL: BaseURL("https://x.example/"),
            now: Moment(secondsSince1970: 1_795_132_800), isOutdated: false)
        let index = try value(SearchIndex(site).script)
        let folders = try #require(index["folder"] as? [Any])
        let names = try #require(index["name"] as? [String])
        let byName = Dictionary(uniqueKeysWithValues: zip(names, folders.map { "\($0)" }))
        #expect(byName == ["Plain Name!": "0", "Ünïcode": "n-code", "50%25 off": "50-off", "Other slug": "another"])
        let posters = try #require(index["poster"] as? [Any])
        #expect(Set(posters.map { "\($0)" }) == ["abcdef", "zz/abcdef", "0"])
        #expect(index["file"] as? String == "")
    }
}
