import TestSupport
import Testing

extension InTheBrowser {
    @Suite("The page of feeds")
    struct FeedsTests {
        @Test("a button copies each address that a program is to be given, and says so")
        func copying() async throws {
            let site = try await BuiltSite.of(.sample, at: .host)
            try await Browser.tab { tab async throws in
                let address = site.address(of: "feeds/index.html", at: .host)
                try await tab.open(address, on: Device(width: 375), network: Network(site: site))
                // Browsers let only pages from https copy, and there only add the buttons.
                #expect(try await tab.evaluate("document.querySelectorAll('main button').length") == 0)
                _ = try await tab.evaluate(
                    """
                    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
                    document.head.append(Object.assign(document.createElement('script'), { src: '../assets/feeds.js' })); 0
                    """)
                try await tab.wait(for: "document.querySelector('main button') !== null")
                let rows = "Array.from(document.querySelectorAll('main tbody tr'))"
                let links = try await tab.evaluate(
                    "\(rows).every((row) => row.querySelector('button') && !row.querySelector('a[href$=ics][href^=http]'))")
                #expect(links == true)
                _ = try await tab.evaluate("document.querySelector('td button').click()")
                try await tab.wait(for: "document.querySelector('td button').textContent === 'Copied'")
                #expect(try await tab.evaluate("window.copied").string == BuiltSite.host + "feeds/all.ics")
                #expect(tab.messages.isEmpty, "\(tab.messages)")
                #expect(tab.forbiddenRequests.isEmpty, "\(tab.forbiddenRequests)")
            }
        }
    }
}
