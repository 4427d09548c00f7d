/// What a key of the configuration should have held.
struct Expectation: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Ends in "is expected".
    let text: String
    /// All that it could have been, where these are a few words.
    var words: [String] = []

    init(_ text: String) { self.text = text }

    init(stringLiteral text: String) { self.init(text) }

    init<Word: RawRepresentable<String> & CaseIterable>(oneOf _: Word.Type) {
        words = Word.allCases.map(\.rawValue)
        text = "one of \(words.joined(separator: ", "))"
    }
}
