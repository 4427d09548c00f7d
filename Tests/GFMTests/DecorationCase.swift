import Testing

/// A page and its whole HTML with the decoration `plain`.
struct DecorationCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let markdown: String
    let html: String

    init(_ description: String, _ markdown: String, _ html: String) {
        (testDescription, self.markdown, self.html) = (description, markdown, html)
    }
}
