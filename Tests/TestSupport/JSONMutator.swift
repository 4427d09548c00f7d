/// Damages JSON the way networks, disks, hands and other versions of an API do.
public struct JSONMutator {
    private var generator: SplitMix
    private static let strangers =
        [
            "null", "true", "false", "0", "-1", "1e308", "1.5", "9223372036854775807", "18446744073709551615", "\"\"", "\"x\"",
            "\"0\"", "[]",
            "{}", "[[]]", "{\"ids\":{\"simkl\":1}}", "\"2026-02-30\"", "\"2026-11-01T00:00:00Z\"", "\"\\ud83d\\ude00\"", "[null]",
            "{\"\":null}", "\"\\ud800\"", "\"\\udc00\\ud83d\"", "\"\\u12\"", "\"\\q\"", "18446744073709551616",
            "-9223372036854775809", "1e400",
            "-1e999", "99999999999999999999999999", "\"\u{0}\u{1}\u{1F}\"", "\"\\ufffe\\ufdd0\\u202e\"",
        ].map { Array($0.utf8) } + [Array("\"".utf8) + [0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80] + Array("\"".utf8)]
    /// Texts and numbers that are longer than anything real.
    private static let giants = [
        "\"\(String(repeating: "x", count: 12_000))\"", "\"e\(String(repeating: "\u{301}", count: 12_000))\"",
        "\"\(String(repeating: "\\ud83d", count: 2_000))\"", String(repeating: "9", count: 5_000),
        "0." + String(repeating: "0", count: 5_000) + "1", "[\(Array(repeating: "1", count: 2_000).joined(separator: ","))]",
    ].map { Array($0.utf8) }

    public init(seed: UInt64) { generator = SplitMix(seed: seed) }

    /// One to three damages, half of them such that the result is still JSON.
    public mutating func mutate(_ document: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0...Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            if Bool.random(using: &generator) { swapValues(in: &bytes) } else { damage(&bytes) }
        }
        return bytes
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        let position = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<7, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: position)
        case 2: bytes.removeSubrange(position..<end)
        case 3: bytes.insert(contentsOf: bytes[position..<end], at: position)
        case 4: bytes.insert(UInt8.random(in: 0..<0x20, using: &generator), at: position)
        case 5: bytes.insert(contentsOf: Array("\\ud8\(Int.random(in: 10...99, using: &generator))".utf8), at: position)
        default: bytes.removeSubrange(position...)
        }
    }

    /// Puts a stranger or another of the document's values in a value's place.
    private mutating func swapValues(in bytes: inout [UInt8]) {
        let values = Self.values(in: bytes)
        guard let old = values.randomElement(using: &generator), let other = values.randomElement(using: &generator),
            let stranger = Self.strangers.randomElement(using: &generator)
        else { return }
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: bytes.replaceSubrange(old, with: Self.giants.randomElement(using: &generator) ?? stranger)
        case 1..<20: bytes.replaceSubrange(old, with: stranger)
        default: bytes.replaceSubrange(old, with: Array(bytes[other]))
        }
    }

    /// The places of all values, as far as the bytes are JSON: objects, lists, texts that are no keys, and words.
    private static func values(in bytes: [UInt8]) -> [Range<Int>] {
        var values: [Range<Int>] = []
        var open: [Int] = []
        var position = 0
        while position < bytes.count {
            let start = position
            position += 1
            switch bytes[start] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(start)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): if let start = open.popLast() { values.append(start..<position) }
            case UInt8(ascii: "\""):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                    position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
                }
                position = min(position + 1, bytes.count)
                if position == bytes.count || bytes[position] != UInt8(ascii: ":") { values.append(start..<position) }
            case let byte where isWord(byte):
                while position < bytes.count, isWord(bytes[position]) { position += 1 }
                values.append(start..<position)
            default: break
            }
        }
        return values
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"): true
        default: false
        }
    }
}
