import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Lists")
    struct ListTests {
        @Test("each leads to the library with its own titles alone", arguments: ["completed", "anime", "ratings/8"])
        func explorer(list: String) async throws {
            let site = try await BuiltSite.of(.sample, at: .host)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "\(list)/index.html", at: .host), on: Device(), network: Network(site: site))
                let number = try await tab.evaluate("Number(/\\d+/.exec(document.querySelector('h1 + p').textContent)[0])").int
                try await tab.leave(by: "document.querySelector('h1 + p a').click()")
                try await tab.wait(for: "document.querySelectorAll('.explorer .posters li').length > 0")
                let count = try await tab.evaluate("document.querySelector('.count').textContent").string
                let total = try #require(number)
                #expect(count == "\(total) of 183 titles")
                #expect(tab.messages.isEmpty, "\(tab.messages)")
            }
        }

        @Test("a long one has its pages by number, without scripts too", arguments: ["index", "page-2"])
        func paged(page: String) async throws {
            let site = try await BuiltSite.of(.films)
            try await Browser.tab { tab async throws in
                let device = Device(width: 375, hasScripts: false)
                try await tab.open(site.address(of: "movies/\(page).html"), on: device, network: Network(site: site))
                let numbers = "document.querySelector('main .links:last-child').textContent.trim()"
                let expected = page == "index" ? "1 · 2 · Next →" : "← Previous · 1 · 2"
                #expect(try await tab.evaluate(numbers).string == expected)
                #expect(try await tab.evaluate("document.querySelectorAll('main li').length") == (page == "index" ? 60 : 10))
            }
        }

        @Test("one with nothing to sort leads nowhere", arguments: [BuiltSite.Account.single, .empty])
        func nothing(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "movies/index.html"), on: Device(), network: Network(site: site))
                #expect(try await tab.evaluate("document.querySelectorAll('h1 + p a').length") == 0)
            }
        }
    }
}
