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
@unsafe struct JSONMender {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The mended document so far, and how much of the bytes is in it.
    private var copy: [UInt8] = []
    private var copied = 0
    private var mends = JSONMends()

    /// More than so many mends mean that it is another encoding, or no text at all.
    private static let mostMends = 1_000_000

    /// - Throws: ``JSONFault`` where the structure is broken.
    static func mend(_ bytes: UnsafeRawBufferPointer) throws(JSONFault) -> (text: [UInt8], mends: JSONMends) {
        var mender = unsafe JSONMender(bytes: bytes)
        try unsafe mender.document()
        unsafe mender.keep(upTo: bytes.count)
        return unsafe (mender.copy, mender.mends)
    }

    private init(bytes: UnsafeRawBufferPointer) { unsafe self.bytes = unsafe bytes }

    // MARK: - Structure

    private mutating func document() throws(JSONFault) {
        unsafe skipSpace()
        if unsafe position == bytes.count { throw unsafe JSONFault(offset: bytes.count, reason: "the file is empty") }
        if unsafe bytes[position] == UInt8(ascii: "<") { throw unsafe wrong("this is an HTML page, not JSON") }
        try unsafe value()
        unsafe skipSpace()
        if unsafe position < bytes.count { throw unsafe wrong("the document ends here, but the file goes on") }
    }

    /// Walks through one value, however deep: what is open is kept in a list.
    private mutating func value() throws(JSONFault) {
        var closers: [UInt8] = []
        while true {
            unsafe skipSpace()
            let first = try unsafe peek()
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                unsafe position += 1
                closers.append(first + 2)
                unsafe skipSpace()
                if try unsafe peek() != first + 2 {
                    if closers.count > 1023 { throw unsafe wrong("more than 1,023 values inside one another") }
                    if first == UInt8(ascii: "{") { try unsafe key() }
                    continue
                }
            } else {
                try unsafe scalar(first)
            }
            while let closer = closers.last {
                unsafe skipSpace()
                let next = try unsafe peek()
                if next == closer {
                    unsafe position += 1
                    closers.removeLast()
                } else if next == UInt8(ascii: ",") {
                    unsafe position += 1
                    if closer == UInt8(ascii: "}") { try unsafe key() }
                    break
                } else {
                    throw unsafe wrong("',' or '\(Character(Unicode.Scalar(closer)))' is missing")
                }
            }
            if closers.isEmpty { return }
        }
    }

    private mutating func key() throws(JSONFault) {
        unsafe skipSpace()
        guard try unsafe peek() == UInt8(ascii: "\"") else { throw unsafe wrong("a key in quotes is missing") }
        try unsafe string()
        unsafe skipSpace()
        guard try unsafe peek() == UInt8(ascii: ":") else { throw unsafe wrong("':' is missing") }
        unsafe position += 1
    }

    private mutating func scalar(_ first: UInt8) throws(JSONFault) {
        switch first {
        case UInt8(ascii: "\""): try unsafe string()
        case UInt8(ascii: "t"): try unsafe word("true")
        case UInt8(ascii: "f"): try unsafe word("false")
        case UInt8(ascii: "n"): try unsafe word("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try unsafe number()
        default: throw unsafe wrong("no value can begin so")
        }
    }

    private mutating func word(_ word: String) throws(JSONFault) {
        for byte in word.utf8 {
            guard try unsafe peek() == byte else { throw unsafe wrong("no value can be written so") }
            unsafe position += 1
        }
    }

    // MARK: - Numbers

    private mutating func number() throws(JSONFault) {
        let start = unsafe position
        if unsafe bytes[position] == UInt8(ascii: "-") { unsafe position += 1 }
        let digits = unsafe skipDigits()
        var isWritten = unsafe digits == 1 || (digits > 1 && bytes[position - digits] != UInt8(ascii: "0"))
        var isWhole = true
        if unsafe position < bytes.count, unsafe bytes[position] == UInt8(ascii: ".") {
            unsafe position += 1
            isWhole = false
            isWritten = unsafe skipDigits() > 0 && isWritten
        }
        if unsafe position < bytes.count, unsafe bytes[position] | 0x20 == UInt8(ascii: "e") {
            unsafe position += 1
            isWhole = false
            if unsafe position < bytes.count, unsafe [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) {
                unsafe position += 1
            }
            isWritten = unsafe skipDigits() > 0 && isWritten
        }
        guard isWritten, unsafe !continuesNumber else {
            if unsafe position == bytes.count { _ = try unsafe peek() }
            throw JSONFault(offset: start, reason: "no number can be written so")
        }
        if isWhole, digits < 19 { return }
        let text = unsafe String(decoding: bytes[start..<position], as: UTF8.self)
        let fits = isWhole ? Int64(text) != nil || UInt64(text) != nil : Double(text)?.isFinite == true
        guard !fits else { return }
        unsafe mends.numbers += 1
        unsafe keep(upTo: start)
        unsafe copy.append(UInt8(ascii: "\""))
        unsafe keep(upTo: position)
        unsafe copy.append(UInt8(ascii: "\""))
        try unsafe countMends()
    }

    private mutating func skipDigits() -> Int {
        let start = unsafe position
        while unsafe position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unsafe bytes[position]) {
            unsafe position += 1
        }
        return unsafe position - start
    }

    private var continuesNumber: Bool {
        guard unsafe position < bytes.count else { return false }
        return switch unsafe bytes[position] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    // MARK: - Texts

    private mutating func string() throws(JSONFault) {
        let start = unsafe position
        unsafe position += 1
        while true {
            guard unsafe position < bytes.count else {
                throw unsafe JSONFault(
                    offset: bytes.count, reason: "the file ends inside the text that begins at byte \(start)")
            }
            switch unsafe bytes[position] {
            case UInt8(ascii: "\""):
                unsafe position += 1
                return
            case UInt8(ascii: "\\"): try unsafe escape()
            case 0..<0x20: try unsafe replace(1, by: Self.escaped(unsafe bytes[position]))
            case 0x20..<0x80: unsafe position += 1
            default:
                let (length, isRight) = unsafe sequence()
                if isRight { unsafe position += length } else { try unsafe replace(length, by: Self.replacement) }
            }
        }
    }

    /// U+FFFD
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func escaped(_ control: UInt8) -> [UInt8] {
        Array("\\u\(control.hexadecimal(4))".utf8)
    }

    private mutating func escape() throws(JSONFault) {
        unsafe position += 1
        switch try unsafe peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            unsafe position += 1
        case UInt8(ascii: "u"): try unsafe unicodeEscape()
        default:
            unsafe position -= 1
            try unsafe replace(1, by: Self.replacement)
        }
    }

    /// At the `u` of an escape.
    private mutating func unicodeEscape() throws(JSONFault) {
        let start = unsafe position - 1
        let unit = try unsafe hexUnit(at: start + 2)
        unsafe position = start
        guard let unit else { return try unsafe replace(2, by: Self.replacement) }
        guard (0xD800..<0xE000).contains(unit) else { return unsafe position += 6 }
        let isPair = unit < 0xDC00 ? try unsafe isSecondHalf(at: start + 6) : false
        if isPair { unsafe position += 12 } else { try unsafe replace(6, by: Self.replacement) }
    }

    private func isSecondHalf(at start: Int) throws(JSONFault) -> Bool {
        guard unsafe start + 1 < bytes.count, unsafe bytes[start] == UInt8(ascii: "\\"),
            unsafe bytes[start + 1] == UInt8(ascii: "u"), let unit = try unsafe hexUnit(at: start + 2)
        else { return false }
        return (0xDC00..<0xE000).contains(unit)
    }

    /// Four hexadecimal digits; nil where something else stands there.
    private func hexUnit(at start: Int) throws(JSONFault) -> Int? {
        var unit = 0
        for offset in start..<(start + 4) {
            guard unsafe offset < bytes.count else { throw unsafe ended }
            guard let digit = Character(Unicode.Scalar(unsafe bytes[offset])).hexDigitValue else { return nil }
            unit = unit * 16 + digit
        }
        return unit
    }

    /// The bytes of the character at the position, or the longest part of one that stands there.
    ///
    /// Source: The Unicode Standard, table 3-7, and "U+FFFD Substitution of Maximal Subparts".
    private func sequence() -> (length: Int, isRight: Bool) {
        let first = unsafe bytes[position]
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
            guard unsafe position + offset < bytes.count, expected.contains(unsafe bytes[position + offset]) else {
                return (offset, false)
            }
        }
        return (length, true)
    }

    // MARK: - Bytes

    private mutating func replace(_ length: Int, by replacement: [UInt8]) throws(JSONFault) {
        unsafe keep(upTo: position)
        unsafe copy += replacement
        unsafe position += length
        unsafe copied = unsafe position
        unsafe mends.characters += 1
        try unsafe countMends()
    }

    private func countMends() throws(JSONFault) {
        if unsafe mends.characters + mends.numbers > Self.mostMends { throw unsafe wrong("too much in this file is no text") }
    }

    /// Takes over what has not been, up to a place.
    private mutating func keep(upTo end: Int) {
        unsafe copy += unsafe bytes[copied..<end]
        unsafe copied = end
    }

    private func peek() throws(JSONFault) -> UInt8 {
        guard unsafe position < bytes.count else { throw unsafe ended }
        return unsafe bytes[position]
    }

    private mutating func skipSpace() {
        while unsafe position < bytes.count {
            switch unsafe bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: unsafe position += 1
            default: return
            }
        }
    }

    private var ended: JSONFault { unsafe JSONFault(offset: bytes.count, reason: "the file ends too early: it is truncated") }

    private func wrong(_ reason: String) -> JSONFault { unsafe JSONFault(offset: position, reason: reason) }
}
