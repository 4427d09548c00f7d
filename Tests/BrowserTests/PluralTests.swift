import TestSupport
import Testing

@testable import FoyerSite

extension InTheBrowser {
    @Suite("Forms of words for numbers")
    struct PluralTests {
        private static let languages = [
            "en", "de", "nl", "sv", "nb", "da", "fi", "hu", "tr", "el", "bg", "et", "fr", "pt", "es", "it", "ca", "ja", "zh",
            "ko",
            "vi", "th", "id", "ms", "ru", "uk", "be", "sr", "hr", "bs", "pl", "cs", "sk", "sl", "lt", "lv", "ro", "ar", "he",
            "ga",
            "cy", "hi", "bn", "fa", "gu", "zu", "de-AT", "pt-BR", "zh-Hant",
        ]

        @Test("they are those of the browser, which has CLDR's own")
        func categories() async throws {
            let numbers = Array(0...212) + [999, 1000, 1001, 1_000_000, 1_000_001, 2_000_000]
            let site = try await BuiltSite.of(.empty)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "index.html"), on: Device(width: 375), network: Network(site: site))
                for language in Self.languages {
                    let told = try await tab.evaluate(
                        "\(numbers).map((number) => new Intl.PluralRules('\(language)').select(number)).join(' ')")
                    let own = numbers.map { PluralCategory(of: $0, in: language).rawValue }.joined(separator: " ")
                    #expect(told == .string(own), "\(language)")
                }
            }
        }
    }
}
