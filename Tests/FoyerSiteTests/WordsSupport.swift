import Testing

@testable import FoyerSite

extension Words {
    static let english = inLanguage("en")

    /// The committed words of a language.
    static func inLanguage(_ language: String) -> Words {
        do {
            return try WordsLoader(own: nil, templates: BuiltSite.templates).words(of: language).words
        } catch {
            Issue.record(error)
            return Words.current
        }
    }
}

/// Makes what is tested speak English, where no build does.
struct InEnglish: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await Words.$current.withValue(.english) { try await function() }
    }
}

extension Trait where Self == InEnglish {
    static var inEnglish: Self { InEnglish() }
}
