/// A name and what holds for it.
struct FactContext: TemplateContext {
    let name: String
    let value: String
    /// What there is to say besides.
    let note: String?

    init(_ name: String, _ value: String, note: String? = nil) {
        self.name = name
        self.value = value
        self.note = note
    }

    static let summary = "A name and what holds for it."
    static let fields = Fields<Self>(
        .text("name", "What is told.") { $0.name },
        .text("value", "What holds.") { $0.value },
        .text("note", "What there is to say besides.") { $0.note })
}

extension Statistics.Totals {
    /// All the time, and how much of it can be placed.
    ///
    /// - Parameter dated: what has a day.
    func timeFact(dated: Statistics.Totals) -> FactContext {
        FactContext(phrase("label.time"), timeInWords, note: datedWords(dated))
    }
}

extension Sample {
    /// Of minutes: the median, and the mean besides.
    func durationFact(_ name: String) -> FactContext { FactContext(name, medianWords, note: meanWords) }
}
