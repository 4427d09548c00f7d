extension BinaryInteger {
    /// The number in hexadecimal digits, with zeros in front of it where it has fewer than `count`.
    public func hexadecimal(_ count: Int, uppercase: Bool = false) -> String {
        let digits = String(self, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
    }
}

extension [UInt8] {
    /// Adds a number with hexadecimal digits, as few as it has.
    public mutating func append(hexadecimal number: UInt64) {
        var shift = Swift.max(0, (63 - number.leadingZeroBitCount) / 4 * 4)
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift) & 15)
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            shift -= 4
        }
    }
}

extension UInt64 {
    /// The number that has these digits; nil for anything else.
    public init?(hexadecimal digits: ArraySlice<UInt8>) {
        guard (1...16).contains(digits.count) else { return nil }
        self = 0
        for digit in digits {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self = self << 4 | UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): self = self << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
    }
}
