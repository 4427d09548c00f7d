import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("A bucket of the mirror")
struct LibraryFileTests {
    private func rows(_ text: String, _ bucket: Wire.Bucket = .shows) throws -> [LibraryRow] {
        var reader = WireReader(file: "x.json")
        return try PaddedText(Data(text.utf8)).parse { LibraryRow.rows($0, bucket: bucket, &reader) }
    }

    private func row(_ id: Int, _ more: String = "") -> String {
        #"{"status":"watching"\#(more),"show":{"title":"T\#(id)","ids":{"simkl":\#(id),"slug":"t\#(id)"}}}"#
    }

    private func file(_ rows: [String]) throws -> LibraryFile {
        var file = LibraryFile(bucket: .shows)
        file.upsert(try self.rows("[\(rows.joined(separator: ","))]"))
        return file
    }

    private func text(_ file: LibraryFile) -> String { String(decoding: file.encoded(), as: UTF8.self) }

    @Test("the same entries are the same bytes, in whatever order and however often they came")
    func order() throws {
        var random = SplitMix(seed: 3)
        let all = (1...50).map { row($0) }
        let expected = "{\"shows\":[\(all.joined(separator: ","))]}"
        for _ in 0..<20 {
            var file = LibraryFile(bucket: .shows)
            for _ in 0..<3 { file.upsert(try rows("[\(all.shuffled(using: &random).joined(separator: ","))]")) }
            #expect(text(file) == expected)
            #expect(text(try LibraryFile(bucket: .shows, data: file.encoded())) == expected)
        }
    }

    @Test("nothing of an entry is lost that nobody here knows")
    func everything() throws {
        let odd =
            #"{"status":"watching","new":{"a":[1,-2.5,1e300,9007199254740993,18446744073709551615,true,null,{}]},"#
            + #""":"“q\"\\\u0001 日本 👨‍👩‍👧‍👦 \/","show":{"title":"T","ids":{"simkl":5,"tw":"x"}}}"#
        let kept = try JSONSerialization.jsonObject(with: file([odd]).encoded()) as? NSDictionary
        let sent = try JSONSerialization.jsonObject(with: Data("{\"shows\":[\(odd)]}".utf8)) as? NSDictionary
        #expect(kept != nil && kept == sent)
    }

    @Test("a newer entry takes the older one's place; rewatches stand beside it")
    func upsert() throws {
        var file = try file([row(2), row(1), row(1, #","rewatch_id":9"#)])
        file.upsert(try rows("[\(row(1, #","user_rating":8"#))]"))
        #expect(text(file) == "{\"shows\":[\(row(1, #","user_rating":8"#)),\(row(1, #","rewatch_id":9"#)),\(row(2))]}")
        file.remove([1])
        #expect(text(file) == "{\"shows\":[\(row(2))]}")
    }

    @Test(
        "a row of the ratings list changes rating, status and what is next, and nothing else",
        arguments: [
            (
                #"{"user_rating":null,"user_rated_at":null,"status":"watching","memo":{"text":"m"},"seasons":[{"number":1}],"#,
                #"{"user_rating":8,"user_rated_at":"2026-11-01T00:00:00Z","status":"completed","memo":{},"seasons":[],"#,
                #"{"user_rating":8,"user_rated_at":"2026-11-01T00:00:00Z","status":"completed","memo":{"text":"m"},"seasons":[{"number":1}],"#,
                ""
            ),
            // A rating that was removed.
            (
                #"{"status":"watching","user_rating":8,"#, #"{"user_rating":null,"#,
                #"{"status":"watching","user_rating":null,"#, ""
            ),
            // What the entry did not have comes behind it.
            (#"{"status":"watching","#, #"{"user_rating":3,"#, #"{"status":"watching","#, #","user_rating":3"#),
        ])
    func overlay(old: String, rated: String, expected: String, behind: String) throws {
        let media = #""show":{"title":"T","ids":{"simkl":1}}"#
        var file = try file([old + media + "}"])
        for row in try rows("[\(rated)\(media)}]") { file.overlay(row) }
        #expect(text(file) == "{\"shows\":[\(expected)\(media)\(behind)}]}")
    }

    @Test("an id in two buckets is one title when the slug says so, or title and year")
    func sameTitle() throws {
        func row(_ media: String) throws -> LibraryRow {
            try #require(try rows(#"[{"show":{\#(media)"title":"T","year":2020,"ids":{"simkl":1}}}]"#).first)
        }
        func slugged(_ slug: String) throws -> LibraryRow {
            try #require(try rows(#"[{"show":{"title":"T","year":2020,"ids":{"simkl":1,"slug":"\#(slug)"}}}]"#).first)
        }
        #expect(try row("").isSameTitle(as: row("")))
        #expect(try slugged("a").isSameTitle(as: slugged("a")))
        #expect(try !slugged("a").isSameTitle(as: slugged("b")))
        #expect(try row("").isSameTitle(as: slugged("a")))
    }
}
