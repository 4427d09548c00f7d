/// `1 title`, `12 titles`, in what the program says to whoever runs it, which is English.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count.grouped) \(count == 1 ? one : many)" }

extension [String] {
    /// `a`, `a and b`, or `a, b and c`.
    var inWords: String {
        guard count > 1, let last else { return first ?? "" }
        return phrase("list.and", ["before": dropLast().joined(separator: ", "), "last": last])
    }
}

extension String {
    /// With a large letter at the beginning of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
