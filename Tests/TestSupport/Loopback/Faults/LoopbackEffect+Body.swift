public import Foundation

/// Bodies that are not what they should be.
extension LoopbackEffect {
    /// Any bytes, said to be JSON.
    public static func body(_ data: Data, type: String = "application/json; charset=utf-8") -> Self {
        .answer(LoopbackAnswer(200, data, type: type))
    }

    public static func body(_ text: String, type: String = "application/json; charset=utf-8") -> Self {
        .body(Data(text.utf8), type: type)
    }

    /// An error page, or a captive portal, with status 200.
    public static var html: Self {
        .body("<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>", type: "text/html")
    }

    public static var empty: Self { .body(Data()) }

    public static func randomBytes(_ count: Int = 4096, seed: UInt64 = 1) -> Self {
        var random = SplitMix(seed: seed)
        return .body(Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }))
    }

    /// The true answer under another type.
    public static func typed(_ type: String) -> Self { .change { $0.set("Content-Type", type) } }

    /// The true answer behind a byte order mark.
    public static var byteOrderMark: Self { .change { $0.body = LoopbackBody(Data([0xEF, 0xBB, 0xBF]) + $0.body.data) } }

    /// The true answer with bytes in its titles that are not UTF-8.
    public static var invalidUTF8: Self {
        .change { answer in
            let (key, bad) = (Data(#""title":""#.utf8), Data([0xC3, 0x28, 0xFF]))
            var (rest, body) = (answer.body.data, Data())
            while let range = rest.range(of: key) {
                body += rest[..<range.upperBound] + bad
                rest = Data(rest[range.upperBound...])
            }
            answer.body = LoopbackBody(body + rest)
        }
    }

    /// Objects with two members of one name.
    public static var duplicateKeys: Self {
        .body(#"{"shows":[],"shows":[{"status":"watching","status":"dropped"}],"movies":null,"movies":[]}"#)
    }

    /// Arrays within arrays.
    public static func nested(_ depth: Int) -> Self {
        .body(String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }

    /// A library of well-formed nonsense, as large as is asked for and never whole in memory.
    public static func huge(megabytes: Int) -> Self {
        var answer = LoopbackAnswer(200, .null)
        answer.body = LoopbackBody(
            start: #"{"shows":[0"#, repeating: #",{"show":{"title":"x"}}"#, megabytes: megabytes, end: "]}")
        return .answer(answer)
    }
}
