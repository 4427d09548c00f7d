import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("What is not JSON")
struct JSONFaultTests {
    /// The fault in some bytes, or nil where they are JSON.
    private func fault(_ bytes: some Collection<UInt8>) -> JSONFault? {
        do {
            try PaddedText(bytes).parse { _ in }
            return nil
        } catch {
            return error
        }
    }

    @Test("a document that is cut off anywhere ends too early, at its end")
    func truncated() {
        let document = #"{"a": [1, -2.5e+3, true, false, null, "é\u00e9\ud83d\ude00\n"], "b": {"c": {}, "d": [ ]}}"#
        let bytes = Array(document.utf8)
        #expect(fault(bytes) == nil)
        for length in bytes.indices {
            let found = fault(bytes.prefix(length))
            #expect(
                found?.offset == length, "\(String(decoding: bytes.prefix(length), as: UTF8.self)): \(String(describing: found))")
        }
    }

    @Test(
        "the first wrong byte is found",
        arguments: [
            ("", 0, "the file is empty"), (" \n ", 3, "the file is empty"), ("\u{FEFF}", 3, "the file is empty"),
            ("<!DOCTYPE html>", 0, "this is an HTML page, not JSON"), ("\r\n <html>", 3, "this is an HTML page, not JSON"),
            ("\u{FEFF}<html>", 3, "this is an HTML page, not JSON"), ("{} x", 3, "the document ends here, but the file goes on"),
            ("[1]\n[2]", 4, "the document ends here, but the file goes on"),
            ("\u{FEFF}{}}", 5, "the document ends here, but the file goes on"),
            ("null,", 4, "the document ends here, but the file goes on"),
            ("{}\u{0}", 2, "the document ends here, but the file goes on"),
            ("\u{FEFF}\u{FEFF}{}", 3, "no value can begin so"), ("hello", 0, "no value can begin so"),
            ("[1,]", 3, "no value can begin so"),
            ("[,1]", 1, "no value can begin so"), ("[+1]", 1, "no value can begin so"), ("[.5]", 1, "no value can begin so"),
            ("[NaN]", 1, "no value can begin so"), ("['a']", 1, "no value can begin so"),
            ("// x\n{}", 0, "no value can begin so"),
            ("[1 2]", 3, "',' or ']' is missing"), ("[1}", 2, "',' or ']' is missing"), ("{\"a\":1]", 6, "',' or '}' is missing"),
            ("{\"a\" 1}", 5, "':' is missing"), ("{a:1}", 1, "a key in quotes is missing"),
            ("{\"a\":1,}", 7, "a key in quotes is missing"),
            ("{1:2}", 1, "a key in quotes is missing"), ("[tru]", 4, "no value can be written so"),
            ("[nulL]", 4, "no value can be written so"),
            ("[01]", 1, "no number can be written so"), ("[-]", 1, "no number can be written so"),
            ("[1.]", 1, "no number can be written so"),
            ("[1.e5]", 1, "no number can be written so"), ("[1e]", 1, "no number can be written so"),
            ("[1-2]", 1, "no number can be written so"),
            ("[-01]", 1, "no number can be written so"), ("[1e+]", 1, "no number can be written so"),
            ("[0x10]", 2, "',' or ']' is missing"),
            ("[-9223372036854775809, 1.]", 23, "no number can be written so"), ("[1e999 2]", 7, "',' or ']' is missing"),
            ("[\"a\u{1}\" x]", 6, "',' or ']' is missing"), ("[\"\\x\",]", 6, "no value can begin so"),
            ("[\"\\ud83d\\\"]", 11, "the file ends inside the text that begins at byte 1"),
        ])
    func wrongByte(text: String, offset: Int, reason: String) {
        #expect(fault(Array(text.utf8))?.description == "\(reason) at byte \(offset)")
    }

    @Test(
        "what is not UTF-8 outside of texts is found too",
        arguments: [[0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B], [0xEF, 0xBB]])
    func otherEncodings(bytes: [UInt8]) {
        #expect(fault(bytes)?.description == "no value can begin so at byte 0")
    }

    @Test("JSON is JSON, to the edges")
    func documents() {
        let documents = [
            "0", "-0", "1e5", "1E-5", "-1.5e+10", "18446744073709551615", "-9223372036854775808", "\"\"", "true", "null", "[]",
            " [ ] ", "{}",
            #"{"":0}"#, #"{"a":1,"a":2}"#, #""\u0000\ud83d\ude00\"\\\/\b\f\n\r\t""#, "\"\u{7F}\u{2028}\u{FFFF}\"", "\u{FEFF}[]",
            "1e-999",
        ]
        #expect(documents.filter { fault(Array($0.utf8)) != nil } == [])
    }

    @Test(
        "values deep inside one another are read or refused where they go too deep",
        arguments: [1000, 1022, 1023, 1024, 1025, 1026, 5000, 200_000])
    func deepNesting(depth: Int) {
        let arrays = Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
        let objects = Array((String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)).utf8)
        // The innermost value, empty or a number, does not count.
        let tooDeep = "more than 1,023 values inside one another"
        #expect(fault(arrays)?.description == (depth > 1024 ? "\(tooDeep) at byte 1024" : nil))
        #expect(fault(objects)?.reason == (depth > 1023 ? tooDeep : nil))
        #expect(fault(arrays.prefix(depth))?.offset == min(depth, 1024))
    }

    @Test("any byte may be anything: an error with a place in the file, or a document")
    func randomBytes() {
        var generator = SplitMix(seed: 3)
        let document = Array(#"{"a": [1, -2.5e+3, true, "é\u00e9\ud83d\ude00"], "b": {"c": null}}"#.utf8)
        for _ in 0..<5_000 {
            var bytes = document
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            guard let found = fault(bytes) else { continue }
            #expect((0...bytes.count).contains(found.offset))
            #expect(!found.reason.hasPrefix("not JSON that can be read"), "\(bytes): \(found)")
        }
    }
}
