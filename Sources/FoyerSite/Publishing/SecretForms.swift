import Disk

/// How a text can stand in a file without being seen at once.
enum SecretForms {
    /// The text as it is, and in every form that a program of the web gives it.
    static func all(of secret: String) -> Set<[UInt8]> {
        let bytes = Array(secret.utf8)
        let forms =
            [bytes] + hexadecimal(bytes) + percentEncoded(bytes) + base64(bytes) + references(secret) + escaped(secret)
            + wide(secret)
        return Set(forms)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> [[UInt8]] {
        [false, true].map { isUppercase in bytes.flatMap { hex($0, isUppercase) } }
    }

    /// Every byte, or those alone that have to be; a space as a plus sign, too.
    ///
    /// Source: RFC 3986, 2; https://url.spec.whatwg.org/#application-x-www-form-urlencoded-percent-encode-set
    private static func percentEncoded(_ bytes: [UInt8]) -> [[UInt8]] {
        let kept: [(UInt8) -> Bool] = [
            { _ in false }, isUnreserved, { isUnreserved($0) || $0 == UInt8(ascii: " ") }, { isUnreserved($0) || isReserved($0) },
        ]
        return [false, true].flatMap { isUppercase in
            kept.map { isKept in
                bytes.flatMap { byte -> [UInt8] in
                    if !isKept(byte) { return [UInt8(ascii: "%")] + hex(byte, isUppercase) }
                    return [byte == UInt8(ascii: " ") ? UInt8(ascii: "+") : byte]
                }
            }
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || "-._~".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isReserved(_ byte: UInt8) -> Bool { ":/?#[]@!$&'()*+,;=".utf8.contains(byte) }

    /// The characters that the text alone decides, wherever it begins among three bytes; in both alphabets.
    ///
    /// Source: RFC 4648, 4 and 5
    private static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        return ["+/", "-_"].flatMap { last in
            let alphabet = letters + Array(last.utf8)
            return (0..<3).map { offset in
                let first = (offset * 8 + 5) / 6
                let end = (offset + bytes.count) * 8 / 6
                return (first..<end).map { character in
                    let value = (0..<6).reduce(0) { value, bit in
                        let place = character * 6 + bit - offset * 8
                        return value << 1 | Int(bytes[place / 8] >> (7 - place % 8) & 1)
                    }
                    return alphabet[value]
                }
            }
        }
    }

    /// As HTML and XML refer to characters: those alone that have to be, or every one.
    ///
    /// Source: https://html.spec.whatwg.org/multipage/syntax.html#character-references
    private static func references(_ secret: String) -> [[UInt8]] {
        let named: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
        let others: [[Unicode.Scalar: String]] = [
            named, named.merging(["'": "&apos;"]) { $1 }, named.merging(["'": "&#x27;"]) { $1 },
            named.merging(["'": "&#039;"]) { $1 }, named.filter { $0.key != "'" }, ["&": "&amp;", "<": "&lt;", ">": "&gt;"],
        ]
        let numbers: [(Unicode.Scalar) -> String] = [
            { "&#\($0.value);" }, { "&#x\(String($0.value, radix: 16));" },
            { "&#x\(String($0.value, radix: 16, uppercase: true));" },
        ]
        return others.map { names in written(secret) { names[$0] ?? String($0) } } + numbers.map { written(secret, $0) }
    }

    /// As JSON, JavaScript, Markdown and iCalendar escape.
    ///
    /// Source: RFC 8259, 7; RFC 5545, 3.3.11; https://github.github.com/gfm/#backslash-escapes
    private static func escaped(_ secret: String) -> [[UInt8]] {
        let backslashed: [Set<Unicode.Scalar>] = [
            ["\"", "\\"], ["\"", "\\", "/"], ["\\", ";", ","], Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars),
        ]
        let marked = backslashed.map { marks in written(secret) { marks.contains($0) ? "\\\($0)" : String($0) } }
        // Our own Markdown escapes by what stands around.
        let markdown = [("", ""), ("", "x"), ("x", ""), ("x", "x")].map { before, after in
            Array(Place.markdown.escape(before + secret + after).utf8.dropFirst(before.utf8.count).dropLast(after.utf8.count))
        }
        let numbers = [false, true].flatMap { isUppercase in
            [4, 2].map { digits in
                written(secret) { scalar in
                    String(scalar).utf16.map { unit in
                        (digits == 4 ? "\\u" : "\\x") + unit.hexadecimal(digits, uppercase: isUppercase)
                    }.joined()
                }
            }
        }
        return marked + markdown + numbers
    }

    private static func wide(_ secret: String) -> [[UInt8]] {
        let units = secret.utf16.map { (high: UInt8($0 >> 8), low: UInt8($0 & 0xFF)) }
        return [units.flatMap { [$0.low, $0.high] }, units.flatMap { [$0.high, $0.low] }]
    }

    private static func written(_ secret: String, _ form: (Unicode.Scalar) -> String) -> [UInt8] {
        secret.unicodeScalars.flatMap { Array(form($0).utf8) }
    }

    private static func hex(_ byte: UInt8, _ isUppercase: Bool) -> [UInt8] {
        Array(byte.hexadecimal(2, uppercase: isUppercase).utf8)
    }
}
