extension BinaryInteger {
    /// The number in hexadecimal digits, with zeros in front of it where it has fewer than `count`.
    public func hexadecimal(_ count: Int, uppercase: Bool = false) -> String {
        let digits = String(self, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
    }
}
