import TestSupport
import Testing

extension InTheBrowser {
    @Suite("What pages tell other programs")
    struct OpenWebTests {
        @Test("a title's page says what it is about in data that the policy lets stand, and that nothing in a name ends early")
        func structuredData() async throws {
            for account in [BuiltSite.Account.sample, .hostile] {
                let site = try await BuiltSite.of(account)
                let pages = Array(try site.titlePages().prefix(account == .sample ? 5 : 100))
                #expect(pages.count > 4)
                try await InTheBrowser.inTabs(pages) { tab, page in
                    try await tab.open(site.address(of: page), on: Device(), network: Network(site: site))
                    let name = try await tab.evaluate(
                        """
                        (() => {
                            const blocks = document.querySelectorAll('script[type="application/ld+json"]');
                            const squeeze = (text) => text.replace(/\\s+/g, ' ').trim();
                            const data = JSON.parse(blocks[0].textContent);
                            const heading = document.documentElement.dataset.heading;
                            return blocks.length === 1 && heading.includes(squeeze(data.name)) ? 'whole' : JSON.stringify(data);
                        })()
                        """)
                    #expect(name == .string("whole"), "\(page)")
                    #expect(tab.messages.isEmpty, "\(page): \(tab.messages)")
                }
            }
        }
    }
}
