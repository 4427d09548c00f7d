import TestSupport
import Testing

extension InTheBrowser {
    @Suite("What other hosts are told")
    struct ReferrerTests {
        @Test(
            "no request to another host tells of the site or its page, whether for a picture or by a link",
            arguments: [false, true])
        func silence(isWithoutPolicy: Bool) async throws {
            let site = try await BuiltSite.of(.sample, at: .host)
            let network = Network(site: site, isWithoutReferrerPolicy: isWithoutPolicy)
            let pages = site.pagesByKind.sorted { $0.key < $1.key }.map(\.value)
            try await Browser.tab { tab in
                var tales: [String: String] = [:]
                for page in pages {
                    try await tab.open(site.address(of: page, at: .host), on: Device(), network: network)
                    tales.merge(tab.tales) { $1 + $0 }
                }
                try await tab.leave(by: "document.querySelector('a[href^=\"https://simkl.com/\"]').click()")
                try await until { tab.tales.keys.contains { $0.hasPrefix("https://simkl.com/") } }
                tales.merge(tab.tales) { $1 + $0 }
                #expect(
                    tales.keys.contains { $0.hasPrefix("https://wsrv.nl/") }
                        && tales.keys.contains { $0.hasPrefix("https://simkl.com/") })
                // Without the policy a host would be told, or this test would see nothing.
                #expect(tales.values.contains { $0.contains("foyer.test") } == isWithoutPolicy)
            }
        }
    }
}
