import Disk
import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("JSON that is mended")
struct JSONMendTests {
    /// A document as it was read, and what had to be mended for it.
    private func read(_ bytes: some Collection<UInt8>) throws -> (text: String, mends: JSONMends) {
        try PaddedText(bytes).parse { root, mends in (String(decoding: root.minified, as: UTF8.self), mends) }
    }

    @Test(
        "E6 what no text can have is replaced, and nothing around it is touched",
        arguments: [
            (#"["\ud83d"]"#, "[\"\u{FFFD}\"]", 1), (#"["\ud83dx"]"#, "[\"\u{FFFD}x\"]", 1), (#"["\ude00"]"#, "[\"\u{FFFD}\"]", 1),
            (#"["a\ud83d\ud83d\ude00b"]"#, "[\"a\u{FFFD}😀b\"]", 1), (#"["\ud83d\n"]"#, "[\"\u{FFFD}\\n\"]", 1),
            (#"["\ud83d\u0041"]"#, "[\"\u{FFFD}A\"]", 1), (#"["\uDBFF\uD800"]"#, "[\"\u{FFFD}\u{FFFD}\"]", 2),
            (#"["\x41"]"#, "[\"\u{FFFD}x41\"]", 1), (#"["\u12G4"]"#, "[\"\u{FFFD}12G4\"]", 1), (#"["\u"]"#, "[\"\u{FFFD}\"]", 1),
            (#"["\ud83d\u12"]"#, "[\"\u{FFFD}\u{FFFD}12\"]", 2), ("[\"a\tb\"]", #"["a\tb"]"#, 1),
            ("[\"\u{0}\"]", #"["\u0000"]"#, 1),
            ("[\"\u{1F}\u{7F}\"]", "[\"\\u001f\u{7F}\"]", 1), ("{\"\u{1}\":1}", #"{"\u0001":1}"#, 1),
            (#"{"\ud800":{"a":[1,2.5,"x"]},"b":null}"#, "{\"\u{FFFD}\":{\"a\":[1,2.5,\"x\"]},\"b\":null}", 1),
            ("\u{FEFF}[\"\u{1}\"]", #"["\u0001"]"#, 1),
        ])
    func characters(text: String, expected: String, count: Int) throws {
        let (read, mends) = try read(text.utf8)
        #expect(read == expected)
        #expect(mends == JSONMends(characters: count, numbers: 0))
    }

    @Test(
        "E6 bytes that are not UTF-8 are replaced as Unicode recommends",
        arguments: [
            [0xFF], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82],
            [0xF0, 0x9F, 0x98, 0x41], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF5], [0xC2], [0xEF, 0xBF, 0xBD, 0xFE],
        ])
    func bytes(bytes: [UInt8]) throws {
        let (read, mends) = try read(Array("[\"é".utf8) + bytes + Array("é\"]".utf8))
        // The standard library does the same.
        let expected = String(decoding: Array("[\"é".utf8) + bytes + Array("é\"]".utf8), as: UTF8.self)
        #expect(read == expected)
        let added = expected.unicodeScalars.count { $0 == "\u{FFFD}" } - (bytes.starts(with: [0xEF, 0xBF, 0xBD]) ? 1 : 0)
        #expect(mends == JSONMends(characters: added, numbers: 0))
    }

    @Test(
        "E14 numbers beyond 64 bits become texts of the same digits; all others stay what they are",
        arguments: [
            ("[18446744073709551616]", #"["18446744073709551616"]"#, 1),
            ("[-9223372036854775809]", #"["-9223372036854775809"]"#, 1),
            ("[1e400,-1E+400,1e-999]", #"["1e400","-1E+400",0.0]"#, 2),
            (
                "[18446744073709551615,-9223372036854775808,1e308,99999999999999999999]",
                #"[18446744073709551615,-9223372036854775808,1e+308,"99999999999999999999"]"#, 1
            ),
            (#"{"a":123456789012345678901234567890}"#, #"{"a":"123456789012345678901234567890"}"#, 1),
        ])
    func numbers(text: String, expected: String, count: Int) throws {
        let (read, mends) = try read(text.utf8)
        #expect(read == expected)
        #expect(mends == JSONMends(characters: 0, numbers: count))
    }

    @Test("what is sound is not mended, whatever is in it")
    func sound() throws {
        let text = #"{"\u0000":"\ud83d\ude00\"\\\/\b\f\n\r\t","a":[-0,1E-5,18446744073709551615,true,[],{}]}"#
        #expect(try read(text.utf8).mends == JSONMends())
    }

    @Test("of two members with one name the first counts, mended or not", arguments: ["1", "1e999"])
    func repeated(other: String) throws {
        let text = #"{"a":"first","a":"second","b":\#(other)}"#
        #expect(try PaddedText(text.utf8).parse { $0["a"]?.string } == "first")
    }

    @Test("E6 mending takes no longer than reading, however much is to be mended, and gives up where all is")
    func linear() throws {
        let many = Array("[\"".utf8) + Array(repeating: 0xFF, count: 900_000) + Array("\"]".utf8)
        #expect(try read(many).mends.characters == 900_000)
        let all = Array("[\"".utf8) + Array(repeating: 0xFF, count: 1_100_000) + Array("\"]".utf8)
        #expect(throws: JSONFault(offset: 1_000_003, reason: "too much in this file is no text")) { try read(all) }
        let deep = String(repeating: "[", count: 1_000) + "\"\u{1}\"" + String(repeating: "]", count: 1_000)
        #expect(try read(deep.utf8).mends.characters == 1)
    }

    @Test(
        "E6, E14 in the fixtures, one bad character or number in any text or number changes nothing else",
        arguments: ["full", "odd"])
    func anywhere(name: String) throws {
        var generator = SplitMix(seed: 8)
        for (file, data) in try Fixtures.files(in: name).sorted(by: { $0.key < $1.key }) {
            let bytes = Array(data)
            let sound = try PaddedText(bytes).parse { $0.minified }
            let texts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
            for _ in 0..<20 {
                // Right after a quote: the mark is inside of a text, or between two values and a fault.
                guard let place = texts.randomElement(using: &generator) else { continue }
                let mended = try? PaddedText(bytes[...place] + Array(#"\udead"#.utf8) + bytes[(place + 1)...]).parse {
                    $0.minified
                }
                guard let mended else { continue }
                let back = String(decoding: mended, as: UTF8.self).replacing("\u{FFFD}", with: "")
                #expect(back == String(decoding: sound, as: UTF8.self).replacing("\u{FFFD}", with: ""), "\(file)")
            }
        }
    }

    @Test("E6, E14 an account keeps its items; a note says in which file how many characters were replaced")
    func account() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": """
            {"movies":[{"movie":{"title":"Half \\ud83d of it","year":1e400,"ids":{"simkl":1,"imdb":99999999999999999999}},"unread":1e999},
            {"movie":{"title":"No id","ids":{"simkl":99999999999999999999}}},{"movie":{"title":"Whole","ids":{"simkl":3}}}]}
            """,
            "settings.json": "{\"user\":{\"name\":\"A\u{1}\u{2}\"}}",
        ])
        #expect(account.items.map(\.media.title) == ["Half \u{FFFD} of it", "Whole"])
        #expect(account.items[0].media.ids.others == ["imdb": "99999999999999999999"])
        #expect(
            account.issues == [
                ReadingIssue(
                    file: "all-items.json", pointer: "", loss: .text, message: "1 character that no text can have was replaced"),
                ReadingIssue(
                    file: "all-items.json", pointer: "/movies/0/movie/year", loss: .field, message: "a whole number was expected"),
                ReadingIssue(
                    file: "all-items.json", pointer: "/movies/1/movie/ids/simkl", loss: .field,
                    message: "a whole number was expected"),
                ReadingIssue(
                    file: "all-items.json", pointer: "/movies/1", loss: .item,
                    message: "it has no show, anime or movie with a Simkl id"),
                ReadingIssue(
                    file: "settings.json", pointer: "", loss: .text, message: "2 characters that no text can have were replaced"),
            ])
    }
}
