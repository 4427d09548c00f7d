import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    @Suite("A site that is served while its owner works on it")
    struct ServeTests {
        @Test(
            "a page is loaded anew when something changes, shows what is wrong, and its policy is the one that will be published")
        func reload() async throws {
            let scratch = try Scratch()
            try ServedSite.prepare(scratch)
            try scratch.write("base_url: https://example.org/me/watch/\n", to: "foyer.yaml")
            let films = #"{"movies":[{"status":"completed","movie":{"title":"Heat","year":1995,"ids":{"simkl":53536}}}]}"#
            try scratch.write(films, to: "data/all-items.json")
            let built = try await BuiltSite.of(.films)
            try await ServedSite.serve(scratch, ["--data", "data", "--port", "0"]) { site in
                try await Browser.tab { tab in
                    let network = Network(site: built, server: site.root)
                    try await tab.open("\(site.root)/", on: Device(), network: network)
                    #expect(try await tab.evaluate("location.pathname") == "/me/watch/")
                    try site.edit("Templates/pages/home.md") { $0 + "\nA line of mine.\n" }
                    try await tab.wait(for: "document.body.innerText.includes('A line of mine.')")
                    try site.edit("Templates/pages/home.md") { $0 + "\n{{nme}}\n" }
                    try await tab.wait(for: "document.querySelector('pre .here')?.innerText.endsWith('{{nme}}') === true")
                    #expect(try await tab.evaluate("document.querySelector('h1').innerText") == "The site could not be built")
                    try await tab.wait(for: "getComputedStyle(document.querySelector('main')).maxInlineSize === '960px'")
                    try site.edit("Templates/pages/home.md") { $0.replacing("{{nme}}", with: "All is well.") }
                    try await tab.wait(for: "document.body.innerText.includes('All is well.')")
                    // Not by the link to it, whose place a script gives to a form: as quick as that no test is on a busy machine.
                    try await tab.leave(by: "location.href = 'search/'")
                    try await tab.wait(for: "location.pathname === '/me/watch/search/' && document.readyState === 'complete'")
                    #expect(tab.messages.filter { !$0.contains("500 (Internal Server Error)") }.isEmpty, "\(tab.messages)")
                    #expect(tab.forbiddenRequests.isEmpty)
                }
            }
        }
    }
}
