import Disk
import Foundation
import Testing

@testable import Simkl

@Suite("Limits of what is read")
struct LimitTests {
    private func kept(_ text: String, _ limit: TextLimit) -> String? {
        var text = text
        return text.withUTF8 { unsafe limit.kept($0).text }
    }

    @Test(
        "a name up to its limit is kept whole, a longer one up to a whole character", arguments: ["a", "é", "銀", "👩‍👩‍👧‍👦", "e\u{301}"])
    func names(character: String) throws {
        let most = min(500, 2000 / character.unicodeScalars.count)
        for count in [0, 1, most - 1, most] {
            let text = String(repeating: character, count: count)
            #expect(kept(text, .name) == text)
        }
        for count in [most + 1, 10_000] {
            #expect(kept(String(repeating: character, count: count), .name) == String(repeating: character, count: most) + "…")
        }
    }

    @Test("a character without end is not kept whole")
    func endlessCharacter() throws {
        let endless = "e" + String(repeating: "\u{301}", count: 1_000_000)
        #expect(kept(endless, .name)?.unicodeScalars.count == 501)
        #expect(kept("ab" + endless, .name) == "ab…")
    }

    @Test("what would be another when it is cut is left out")
    func addresses() {
        #expect(kept(String(repeating: "a", count: 2000), .address)?.count == 2000)
        #expect(kept(String(repeating: "a", count: 2001), .address) == nil)
        #expect(kept(String(repeating: "銀", count: 100), .word)?.count == 100)
        #expect(kept(String(repeating: "銀", count: 101), .word) == nil)
    }

    @Test("every text of an item has a limit: the item is kept, and each place is named")
    func item() throws {
        let long = String(repeating: "x", count: 20_000)
        let ids = (0..<150).map { #""id\#($0)":"1""# }.joined(separator: ",")
        let account = try TemporaryAccount.read([
            "all-items.json": """
            {"shows":[{"status":"\(long)","show":{"title":"\(long)","poster":"\(long)","ids":{"simkl":1,"slug":"\(long)",\(ids),"\(long)":"1"}},
            "memo":{"text":"\(long)","is_private":false}}]}
            """,
            "titles/tv/1.json": """
            {"ids":{"simkl":1},"overview":"\(long)","network":"\(long)","genres":[\((0..<150).map { _ in "\"g\"" }.joined(separator: ","))],
            "trailers":[{"youtube":"\(long)"}]}
            """,
        ])
        let item = try #require(account.items.first)
        #expect(item.media.title == String(repeating: "x", count: 500) + "…")
        #expect(item.memo?.text == String(repeating: "x", count: 1_000) + "…")
        #expect(Array(item.media.ids.others).count == 100)
        #expect((item.status, item.media.poster, item.media.ids.slug) == (nil, nil, nil))
        let details = try #require(account.details.first)
        #expect(details.overview?.count == 10_001 && details.network?.count == 501 && details.genres.count == 100)
        #expect(details.trailers == [])
        let places = account.issues.map { "\($0.file)#\($0.pointer) \($0.loss)" }
        #expect(places.count == 51 + 5 + 5, "\(places)")
        for place in ["title text", "poster field", "ids/slug field"] {
            #expect(places.contains("all-items.json#/shows/0/show/\(place)"), "\(places)")
        }
        #expect(
            places.contains("all-items.json#/shows/0/status field") && places.contains("all-items.json#/shows/0/memo/text text"))
        #expect(places.contains("titles/tv/1.json#/genres/100 field") && places.contains("titles/tv/1.json#/overview text"))
    }

    @Test("of very many issues the first are told, and how many more there are; an item that is lost is among them")
    func issues() throws {
        let fields = Array(repeating: #"{"movie":{"year":"x","ids":{"simkl":1}}}"#, count: 3_000)
        let account = try TemporaryAccount.read(["movies.json": "[\((fields + ["7"]).joined(separator: ","))]"])
        #expect(account.issues.count == 2_001)
        #expect(account.issues.last?.loss == .item)
        #expect(account.issues.last?.message == "an object was expected (and 1000 more of this file)")
    }

    @Test("names of activities are bounded, since each stands in the paths of all below it")
    func activities() throws {
        let name = String(repeating: "n", count: 101)
        let account = try TemporaryAccount.read([
            "all-items.json": "{}", "activities.json": #"{"all":"2026-11-01T00:00:00Z","\#(name)":{"a":"2026-11-01T00:00:00Z"}}"#,
        ])
        #expect(account.activities?.dates.keys.sorted() == ["all"])
        #expect(account.issues.map(\.message) == ["its name is too long"])
    }

    @Test("a file of more values than any account has is refused before it takes the memory for them")
    func values() throws {
        let file = Data("[0".utf8) + Data(String(repeating: ",0", count: 1 << 24 | 1).utf8) + Data("]".utf8)
        #expect(throws: JSONFault(offset: 0, reason: "not JSON that can be read (more values than any account has)")) {
            try PaddedText(file).parse { _ in }
        }
    }
}
