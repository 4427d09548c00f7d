import Disk

/// What had to be mended before a document could be read.
struct JSONMends: Hashable, Sendable {
    /// Halves of surrogate pairs, bytes that are not UTF-8, unknown escapes, raw control characters.
    var characters = 0
    /// Numbers that no 64 bits can hold; each is the text of its digits now.
    var numbers = 0
}

/// Walks through a document that simdjson has refused: finds the fault of its structure, or mends what is none.
///
/// Why: simdjson says neither where it stopped nor lets one bad character go, and a library of thousands of titles is not to be lost
/// for half a smiley in one of them. What no text can have becomes U+FFFD, raw control characters are escaped, and numbers beyond 64
/// bits become texts with the same digits: whoever wants that number says so, everybody else never notices. Everything else that is
/// wrong is a ``JSONFault``.
///
/// Shape: run only after simdjson has refused the bytes; once from front to end, with a stack of its own.
struct JSONMender {
    private let bytes: [UInt8]
    private var position = 0
    /// The mended document so far, and how much of the bytes is in it.
    private var copy: [UInt8] = []
    private var copied = 0
    private var mends = JSONMends()

    /// More than so many mends mean that it is another encoding, or no text at all.
    private static let mostMends = 1_000_000

    /// - Throws: ``JSONFault`` where the structure is broken.
    static func mend(_ bytes: [UInt8]) throws(JSONFault) -> (text: [UInt8], mends: JSONMends) {
        var mender = JSONMender(bytes: bytes)
        try mender.document()
        mender.keep(upTo: bytes.count)
        return (mender.copy, mender.mends)
    }

    // MARK: - Structure

    private mutating func document() throws(JSONFault) {
        skipSpace()
        if position == bytes.count { throw JSONFault(offset: bytes.count, reason: "the file is empty") }
        if bytes[position] == UInt8(ascii: "<") { throw wrong("this is an HTML page, not JSON") }
        try value()
        skipSpace()
        if position < bytes.count { throw wrong("the document ends here, but the file goes on") }
    }

    /// Walks through one value, however deep: what is open is kept in a list.
    private mutating func value() throws(JSONFault) {
        var closers: [UInt8] = []
        while true {
            skipSpace()
            let first = try peek()
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                position += 1
                closers.append(first + 2)
                skipSpace()
                if try peek() != first + 2 {
                    if closers.count > 1023 { throw wrong("more than 1,023 values inside one another") }
                    if first == UInt8(ascii: "{") { try key() }
                    continue
                }
            } else {
                try scalar(first)
            }
            while let closer = closers.last {
                skipSpace()
                let next = try peek()
                if next == closer {
                    position += 1
                    closers.removeLast()
                } else if next == UInt8(ascii: ",") {
                    position += 1
                    if closer == UInt8(ascii: "}") { try key() }
                    break
                } else {
                    throw wrong("',' or '\(Character(Unicode.Scalar(closer)))' is missing")
                }
            }
            if closers.isEmpty { return }
        }
    }

    private mutating func key() throws(JSONFault) {
        skipSpace()
        guard try peek() == UInt8(ascii: "\"") else { throw wrong("a key in quotes is missing") }
        try string()
        skipSpace()
        guard try peek() == UInt8(ascii: ":") else { throw wrong("':' is missing") }
        position += 1
    }

    private mutating func scalar(_ first: UInt8) throws(JSONFault) {
        switch first {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw wrong("no value can begin so")
        }
    }

    private mutating func word(_ word: String) throws(JSONFault) {
        for byte in word.utf8 {
            guard try peek() == byte else { throw wrong("no value can be written so") }
            position += 1
        }
    }

    // MARK: - Numbers

    private mutating func number() throws(JSONFault) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let digits = skipDigits()
        var isWritten = digits == 1 || (digits > 1 && bytes[position - digits] != UInt8(ascii: "0"))
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            isWhole = false
            isWritten = skipDigits() > 0 && isWritten
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            isWhole = false
            if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) { position += 1 }
            isWritten = skipDigits() > 0 && isWritten
        }
        guard isWritten, !continuesNumber else {
            if position == bytes.count { _ = try peek() }
            throw JSONFault(offset: start, reason: "no number can be written so")
        }
        if isWhole, digits < 19 { return }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let fits = isWhole ? Int64(text) != nil || UInt64(text) != nil : Double(text)?.isFinite == true
        guard !fits else { return }
        mends.numbers += 1
        keep(upTo: start)
        copy.append(UInt8(ascii: "\""))
        keep(upTo: position)
        copy.append(UInt8(ascii: "\""))
        try countMends()
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
        return position - start
    }

    private var continuesNumber: Bool {
        guard position < bytes.count else { return false }
        return switch bytes[position] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    // MARK: - Texts

    private mutating func string() throws(JSONFault) {
        let start = position
        position += 1
        while true {
            guard position < bytes.count else {
                throw JSONFault(offset: bytes.count, reason: "the file ends inside the text that begins at byte \(start)")
            }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: try replace(1, by: Self.escaped(bytes[position]))
            case 0x20..<0x80: position += 1
            default:
                let (length, isRight) = sequence()
                if isRight { position += length } else { try replace(length, by: Self.replacement) }
            }
        }
    }

    /// U+FFFD
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func escaped(_ control: UInt8) -> [UInt8] {
        Array("\\u\(control.hexadecimal(4))".utf8)
    }

    private mutating func escape() throws(JSONFault) {
        position += 1
        switch try peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"): try unicodeEscape()
        default:
            position -= 1
            try replace(1, by: Self.replacement)
        }
    }

    /// At the `u` of an escape.
    private mutating func unicodeEscape() throws(JSONFault) {
        let start = position - 1
        let unit = try hexUnit(at: start + 2)
        position = start
        guard let unit else { return try replace(2, by: Self.replacement) }
        guard (0xD800..<0xE000).contains(unit) else { return position += 6 }
        let isPair = unit < 0xDC00 ? try isSecondHalf(at: start + 6) : false
        if isPair { position += 12 } else { try replace(6, by: Self.replacement) }
    }

    private func isSecondHalf(at start: Int) throws(JSONFault) -> Bool {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "\\"),
            bytes[start + 1] == UInt8(ascii: "u"), let unit = try hexUnit(at: start + 2)
        else { return false }
        return (0xDC00..<0xE000).contains(unit)
    }

    /// Four hexadecimal digits; nil where something else stands there.
    private func hexUnit(at start: Int) throws(JSONFault) -> Int? {
        var unit = 0
        for offset in start..<(start + 4) {
            guard offset < bytes.count else { throw ended }
            guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else { return nil }
            unit = unit * 16 + digit
        }
        return unit
    }

    /// The bytes of the character at the position, or the longest part of one that stands there.
    ///
    /// Source: The Unicode Standard, table 3-7, and "U+FFFD Substitution of Maximal Subparts".
    private func sequence() -> (length: Int, isRight: Bool) {
        let first = bytes[position]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (1, 0x80...0xBF)
            }
        guard length > 1 else { return (1, false) }
        for offset in 1..<length {
            let expected = offset == 1 ? second : 0x80...0xBF
            guard position + offset < bytes.count, expected.contains(bytes[position + offset]) else {
                return (offset, false)
            }
        }
        return (length, true)
    }

    // MARK: - Bytes

    private mutating func replace(_ length: Int, by replacement: [UInt8]) throws(JSONFault) {
        keep(upTo: position)
        copy += replacement
        position += length
        copied = position
        mends.characters += 1
        try countMends()
    }

    private func countMends() throws(JSONFault) {
        if mends.characters + mends.numbers > Self.mostMends { throw wrong("too much in this file is no text") }
    }

    /// Takes over what has not been, up to a place.
    private mutating func keep(upTo end: Int) {
        copy += bytes[copied..<end]
        copied = end
    }

    private func peek() throws(JSONFault) -> UInt8 {
        guard position < bytes.count else { throw ended }
        return bytes[position]
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private var ended: JSONFault { JSONFault(offset: bytes.count, reason: "the file ends too early: it is truncated") }

    private func wrong(_ reason: String) -> JSONFault { JSONFault(offset: position, reason: reason) }
}
