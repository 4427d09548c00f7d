/// `1 title`, `12 titles`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count.grouped) \(count == 1 ? one : many)" }

extension [String] {
    /// `a`, `a and b`, or `a, b and c`.
    var inWords: String {
        count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " and " + (last ?? "")
    }
}

extension String {
    /// With a large letter at the beginning of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Int {
    /// `1st`, `2nd`, `23rd`, of a number below 100.
    var ordinal: String {
        let suffix = [1: "st", 2: "nd", 3: "rd"][self % 10] ?? "th"
        return String(self) + ((11...13).contains(self) ? "th" : suffix)
    }
}
