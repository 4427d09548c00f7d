/// Why some bytes are not a JSON document, and where.
///
/// Shape: found by a small strict scanner of our own, run only after simdjson has refused the bytes (it does not say where).
/// Source: RFC 8259.
public struct JSONFault: Error, Hashable, CustomStringConvertible {
    /// Offset of the first byte that cannot be, from 0; the length of the text when it ends too early.
    public let offset: Int
    public let reason: String

    public var description: String { "\(reason) at byte \(offset)" }

    init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    init(in bytes: UnsafeRawBufferPointer, parserReason: String) {
        var scanner = unsafe Scanner(bytes: bytes)
        let found = unsafe scanner.firstFault()
        offset = found?.offset ?? 0
        reason = found?.reason ?? "not JSON that can be read (\(parserReason))"
    }

    @unsafe private struct Scanner {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        struct Stop: Error {
            let offset: Int
            let reason: String
        }

        mutating func firstFault() -> Stop? {
            do {
                unsafe skipSpace()
                if unsafe position == bytes.count { throw unsafe Stop(offset: bytes.count, reason: "the file is empty") }
                if unsafe bytes[position] == UInt8(ascii: "<") {
                    throw unsafe Stop(offset: position, reason: "this is an HTML page, not JSON")
                }
                try unsafe value()
                unsafe skipSpace()
                if unsafe position < bytes.count { throw unsafe wrong("the document ends here, but the file goes on") }
                return nil
            } catch let stop as Stop {
                return stop
            } catch {
                return nil
            }
        }

        /// Scans one value with a stack of its own, so that no depth of nesting can exhaust ours.
        private mutating func value() throws {
            var closers: [UInt8] = []
            while true {
                unsafe skipSpace()
                let first = try unsafe peek()
                if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                    unsafe position += 1
                    closers.append(first + 2)
                    unsafe skipSpace()
                    if try unsafe peek() != closers[closers.count - 1] {
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

        private mutating func key() throws {
            unsafe skipSpace()
            guard try unsafe peek() == UInt8(ascii: "\"") else { throw unsafe wrong("a key in quotes is missing") }
            try unsafe string()
            unsafe skipSpace()
            guard try unsafe peek() == UInt8(ascii: ":") else { throw unsafe wrong("':' is missing") }
            unsafe position += 1
        }

        private mutating func scalar(_ first: UInt8) throws {
            switch first {
            case UInt8(ascii: "\""): try unsafe string()
            case UInt8(ascii: "t"): try unsafe word("true")
            case UInt8(ascii: "f"): try unsafe word("false")
            case UInt8(ascii: "n"): try unsafe word("null")
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try unsafe number()
            default: throw unsafe wrong("no value can begin so")
            }
        }

        private mutating func word(_ word: StaticString) throws {
            for byte in "\(word)".utf8 {
                guard try unsafe peek() == byte else { throw unsafe wrong("no value can be written so") }
                unsafe position += 1
            }
        }

        private mutating func number() throws {
            let start = unsafe position
            var isWhole = true
            while unsafe position < bytes.count {
                let byte = unsafe bytes[position]
                if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") { isWhole = false }
                guard "0123456789+-.eE".utf8.contains(byte) else { break }
                unsafe position += 1
            }
            let text = unsafe String(decoding: bytes[start..<position], as: UTF8.self)
            guard text.wholeMatch(of: /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/) != nil else {
                if unsafe position == bytes.count { _ = try unsafe peek() }
                throw Stop(offset: start, reason: "no number can be written so")
            }
            if Double(text)?.isFinite != true { throw Stop(offset: start, reason: "a number beyond 64 bits") }
            if isWhole, Int64(text) == nil, UInt64(text) == nil {
                throw Stop(offset: start, reason: "a whole number beyond 64 bits")
            }
        }

        private mutating func string() throws {
            let start = unsafe position
            unsafe position += 1
            while true {
                guard unsafe position < bytes.count else {
                    throw unsafe Stop(offset: bytes.count, reason: "the file ends inside the text that begins at byte \(start)")
                }
                let byte = unsafe bytes[position]
                unsafe position += 1
                if byte == UInt8(ascii: "\"") { break }
                if byte < 0x20 { throw unsafe Stop(offset: position - 1, reason: "a control character inside a text") }
                if byte == UInt8(ascii: "\\") { try unsafe escape() }
            }
            if unsafe String(validating: bytes[start..<position], as: UTF8.self) == nil {
                throw Stop(offset: start, reason: "a text that is not UTF-8")
            }
        }

        private mutating func escape() throws {
            let kind = try unsafe peek()
            unsafe position += 1
            guard kind == UInt8(ascii: "u") else {
                if !"\"\\/bfnrt".utf8.contains(kind) { throw unsafe Stop(offset: position - 1, reason: "an unknown escape") }
                return
            }
            let unit = try unsafe hexUnit()
            guard (0xD800...0xDFFF).contains(unit) else { return }
            let start = unsafe position - 6
            guard unit < 0xDC00, try unsafe peek() == UInt8(ascii: "\\") else {
                throw Stop(offset: start, reason: "half of a surrogate pair")
            }
            unsafe position += 1
            guard try unsafe peek() == UInt8(ascii: "u") else { throw Stop(offset: start, reason: "half of a surrogate pair") }
            unsafe position += 1
            guard (0xDC00...0xDFFF).contains(try unsafe hexUnit()) else {
                throw Stop(offset: start, reason: "half of a surrogate pair")
            }
        }

        private mutating func hexUnit() throws -> Int {
            var unit = 0
            for _ in 0..<4 {
                guard let digit = Character(Unicode.Scalar(try unsafe peek())).hexDigitValue else {
                    throw unsafe wrong("four hexadecimal digits are missing")
                }
                unit = unit * 16 + digit
                unsafe position += 1
            }
            return unit
        }

        private func peek() throws -> UInt8 {
            guard unsafe position < bytes.count else {
                throw unsafe Stop(offset: bytes.count, reason: "the file ends too early: it is truncated")
            }
            return unsafe bytes[position]
        }

        private mutating func skipSpace() {
            while unsafe position < bytes.count, unsafe [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
                unsafe position += 1
            }
        }

        private func wrong(_ reason: String) -> Stop { unsafe Stop(offset: position, reason: reason) }
    }
}
