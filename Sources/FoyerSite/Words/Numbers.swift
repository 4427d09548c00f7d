extension BinaryInteger {
    /// `12,345`.
    var grouped: String {
        if magnitude < 1000, self >= 0 { return String(self) }
        var digits = String(magnitude)
        var parts: [Substring] = []
        while digits.count > 3 {
            parts.insert(digits.suffix(3), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "−" : "") + ([digits[...]] + parts).joined(separator: FoyerSite.Words.current.groupSeparator)
    }

    /// With its sign: `+12`, `−3`, or `0`.
    var signed: String { (self > 0 ? "+" : "") + grouped }
}

extension Double {
    /// `8.4`.
    var oneDecimal: String {
        withPoint.replacing(".", with: Words.current.decimalSeparator)
    }

    /// `8.4`, as programs read it.
    var withPoint: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(abs(tenths) % 10)"
    }

    /// `8`, or `7.5`.
    var atMostOneDecimal: String { self == rounded() ? String(Int(self)) : oneDecimal }
}

/// `1,234.5`, of a number that is not below nothing.
func decimal(tenths: Int) -> String { "\((tenths / 10).grouped)\(Words.current.decimalSeparator)\(tenths % 10)" }

/// With its sign: `+0.6`.
func signed(tenths: Int) -> String { (tenths > 0 ? "+" : tenths < 0 ? "−" : "") + decimal(tenths: abs(tenths)) }

/// `12.3 %`; `under 0.1 %` of something, and `over 99.9 %` of not all.
func percent(_ part: Int, of whole: Int) -> String {
    let tenths = Int((Double(part) * 1000 / Double(max(1, whole))).rounded())
    if tenths == 0, part > 0 { return phrase("number.percentUnder", ["number": decimal(tenths: 1)]) }
    if tenths == 1000, part < whole { return phrase("number.percentOver", ["number": decimal(tenths: 999)]) }
    return phrase("number.percent", ["number": decimal(tenths: tenths)])
}

/// `12 %`, of what is not known to the tenth; `under 1 %` of something, and `over 99 %` of not all.
func roundPercent(_ part: Int, of whole: Int) -> String {
    let share = Int((Double(part) * 100 / Double(max(1, whole))).rounded())
    if share == 0, part > 0 { return phrase("number.percentUnder", ["number": "1"]) }
    if share == 100, part < whole { return phrase("number.percentOver", ["number": "99"]) }
    return percent(share)
}

/// `50 %`.
func percent(_ whole: Int) -> String { phrase("number.percent", ["number": String(whole)]) }
