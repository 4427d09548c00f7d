import Foundation
import TestSupport
import Testing

@testable import FoyerSite

/// A run's own secrets in a file, in every form; the forms are made by Foundation and by hand, not by what is tested.
struct SecretSearchTests {
    private static let secrets = [
        "abcdefgh", "tok_4f9A-Zz.91~x", "a/b+c=d&e<f>g\"h'i\\j;k,l m", "0123456789abcdef0123456789abcdef",
        "gr\u{FC}\u{DF}e-\u{1F3AC}-k",
        String(repeating: "Aa0-", count: 50),
    ]

    /// Every form of a secret, by its name.
    private static func forms(of secret: String) -> [String: Data] {
        let bytes = Data(secret.utf8)
        var forms = [
            "plain": bytes, "UTF-16 LE": secret.data(using: .utf16LittleEndian), "UTF-16 BE": secret.data(using: .utf16BigEndian),
        ]
        .compactMapValues { $0 }
        func add(_ name: String, _ text: String) { forms[name] = Data(text.utf8) }
        for (name, format) in [("hex", "%02x"), ("HEX", "%02X")] { add(name, bytes.map { String(format: format, $0) }.joined()) }
        for (name, format) in [("percent all", "%%%02x"), ("PERCENT ALL", "%%%02X")] {
            add(name, bytes.map { String(format: format, $0) }.joined())
        }
        let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let encoded = secret.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
        add("percent", encoded)
        add("percent, small", encoded.replacing(/%[0-9A-F]{2}/) { $0.output.lowercased() })
        add("form", encoded.replacing("%20", with: "+"))
        for offset in 0..<3 {
            let padding = Data("\u{1F}\u{2E}".utf8.prefix(offset))
            for (place, rest) in [("end", Data()), ("middle", Data("~?".utf8))] {
                let text = (padding + bytes + rest).base64EncodedString()
                add("base64 \(offset) \(place)", text)
                add(
                    "base64url \(offset) \(place)",
                    text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
            }
        }
        add("references", secret.unicodeScalars.map { "&#\($0.value);" }.joined())
        add("hex references", secret.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined())
        add("HTML", Place.html.escape(secret))
        add("Markdown", Place.markdown.escape(secret))
        add("calendar", secret.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,"))
        add("JavaScript", secret.utf16.map { String(format: "\\u%04x", $0) }.joined())
        add("JSON", String(decoding: (try? JSONEncoder().encode(secret)) ?? Data(), as: UTF8.self))
        return forms
    }

    @Test("a secret is found in every form, wherever it stands", arguments: secrets)
    func found(secret: String) {
        let search = SecretSearch(["another-secret", secret])
        for (name, form) in Self.forms(of: secret) {
            for length in [0, 1, 2, 3, 4, 5, 6, 7, 11, 4096] {
                let around = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                let (isInside, isAtEnd) = (
                    search.isIn(around + form + around.reversed(), isFolded: false), search.isIn(around + form, isFolded: false)
                )
                #expect(isInside && isAtEnd, "\(name) at \(length)")
            }
        }
    }

    @Test("all but the whole secret is none", arguments: secrets)
    func almost(secret: String) {
        let search = SecretSearch([secret])
        let text = Array(secret.utf8)
        for cut in [text.dropLast(), text.dropFirst(), text.dropLast() + [0], Array(text.reversed())[...]].map({ Array($0) }) {
            let isFound = search.isIn(cut, isFolded: true)
            #expect(!isFound)
        }
        #expect(!search.isIn([], isFolded: true))
    }

    @Test("in a calendar it is found across the fold, and in nothing else")
    func folded() {
        let search = SecretSearch(["tok_4f9A-Zz.91~x"])
        let lines = Array("DESCRIPTION:one\r\ntwo tok_4f\r\n 9A-Zz.91~x\r\nEND".utf8)
        #expect(search.isIn(lines, isFolded: true))
        #expect(!search.isIn(lines, isFolded: false))
    }

    @Test("what is shorter than eight characters guards nothing, and is looked for nowhere")
    func short() {
        #expect(!SecretSearch(["", "movies", "1234567"]).isIn(Array("movies 1234567".utf8), isFolded: true))
        #expect(SecretSearch(["12345678"]).isIn(Array("movies 12345678".utf8), isFolded: true))
    }

    @Test("among random bytes it finds what is there, and only that", arguments: [1, 2, 3, 4])
    func random(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let search = SecretSearch(Self.secrets)
        for _ in 0..<200 {
            var bytes = (0..<Int(random.next() % 3000)).map { _ in UInt8(truncatingIfNeeded: random.next() % 96 + 32) }
            let isFound = search.isIn(bytes, isFolded: false)
            #expect(!isFound)
            let form = Self.forms(of: Self.secrets[Int(random.next() % 6)]).values.sorted { $0.count < $1.count }[0]
            bytes.insert(contentsOf: form, at: Int(random.next() % UInt64(bytes.count + 1)))
            let isFoundNow = search.isIn(bytes, isFolded: false)
            #expect(isFoundNow)
        }
    }
}
