import TestSupport
import Testing

extension InTheBrowser {
    @Suite("The search")
    struct SearchTests {
        private static let names = "Array.from(document.querySelectorAll('.results .name'), (name) => name.textContent)"

        private func search(
            _ account: BuiltSite.Account, at place: BuiltSite.Place = .disk, _ body: (Tab) async throws -> Void
        ) async throws {
            let site = try await BuiltSite.of(account, at: place)
            try await Browser.tab { tab async throws in
                let address = site.address(of: "search/index.html", at: place)
                try await tab.open(address, on: Device(width: 375), network: Network(site: site))
                try await body(tab)
                #expect(tab.messages.isEmpty, "\(tab.messages)")
                #expect(tab.forbiddenRequests.isEmpty, "\(tab.forbiddenRequests)")
            }
        }

        /// Types a text in place of the one before, and reads the names of what is found.
        private func find(_ text: String, in tab: Tab) async throws -> [String] {
            _ = try await tab.evaluate("document.querySelector('input').select()")
            try await tab.type(text)
            return try await tab.evaluate(Self.names).elements.compactMap(\.string)
        }

        @Test(
            "finds what somebody looks for, as foyer search does: by any case, width and accent, by part, sound and slip, by facts",
            arguments: BuiltSite.Place.allCases)
        func finds(place: BuiltSite.Place) async throws {
            try await search(.sample, at: place) { tab async throws in
                for one in SearchCase.of(.sample) {
                    let found = try await find(one.text, in: tab)
                    #expect(one.isMet(by: found), "\(one): \(found.prefix(5))")
                }
                #expect(try await find("2008", in: tab).contains("Breaking Bad"))
                let the = try await find("the", in: tab)
                let prefixed = the.prefix { $0.hasPrefix("The") }
                #expect(prefixed.count > 3 && !the.dropFirst(prefixed.count).contains { $0.hasPrefix("The ") }, "\(the)")
            }
        }

        private static let count = "document.querySelector('.count').textContent"

        @Test("finds names in every script, and shows markup in a name as text")
        func scripts() async throws {
            try await search(.hostile) { tab async throws in
                for one in SearchCase.of(.hostile) {
                    let found = try await find(one.text, in: tab)
                    #expect(one.isMet(by: found), "\(one): \(found.prefix(5))")
                }
                #expect(try await tab.evaluate("document.querySelectorAll('main script, main [onerror]').length") == 0)
            }
        }

        @Test("by the list, and by the words of a note; what is only close is said to be")
        func facts() async throws {
            try await search(.sample) { tab async throws in
                let dropped = try await find("dropped", in: tab)
                #expect(dropped.count == 11 && dropped.contains("13 Reasons Why"))
                let note = try await tab.evaluate(
                    "foyerIndex.note.flatMap((note, at) => note ? [[foyerIndex.name[at], note]] : [])[0]")
                let words = try #require(note.elements.last?.string).split(separator: " ").prefix(4).joined(separator: " ")
                let name = try #require(note.elements.first?.string)
                #expect(try await find(words, in: tab).contains(name))
                #expect(try await find("brekaing bad", in: tab) == ["Breaking Bad"])
                #expect(try await tab.evaluate(Self.count).string == "Nothing has “brekaing bad”. 1 title is close to it:")
            }
        }

        @Test("a genre is found by what Simkl calls it and by what the site does")
        func genres() async throws {
            try await search(.german) { tab async throws in
                for text in ["comedy 2007", "komödie 2007", "KOMODIE 2007"] {
                    #expect(try await find(text, in: tab).contains("The Big Bang Theory"), "\(text)")
                }
            }
        }

        @Test("where nothing is found or close, the three nearest are offered")
        func nearest() async throws {
            try await search(.sample) { tab async throws in
                let offered = try await find("brking bdd", in: tab)
                #expect(offered.count == 3 && offered.contains("Breaking Bad"))
                #expect(try await tab.evaluate(Self.count).string == "Nothing has “brking bdd”. Nearest to it:")
                #expect(try await Axe.violations(tab) == [])
                #expect(try await find("ж", in: tab) == [])
                #expect(try await tab.evaluate(Self.count).string == "Nothing has that.")
            }
        }

        @Test("one can type on arrival, and what is found can be sorted and filtered")
        func arrival() async throws {
            try await search(.sample, at: .host) { tab async throws in
                try await tab.type("naruto")
                #expect(try await tab.evaluate(Self.names)[0] == "Naruto")
                try await tab.leave(by: "Array.from(document.links).find((link) => link.hash === '#text=naruto').click()")
                try await tab.wait(for: "document.querySelectorAll('.explorer .posters li').length === 3")
            }
        }

        @Test(
            "arrows walk through what is found, Escape goes back and clears, Enter opens the best",
            arguments: BuiltSite.Place.allCases)
        func keyboard(place: BuiltSite.Place) async throws {
            try await search(.sample, at: place) { tab async throws in
                let focused =
                    "document.activeElement.matches('input') ? 'input' : document.activeElement.querySelector('.name').textContent"
                try await tab.press("/")
                #expect(try await tab.evaluate(focused) == "input")
                #expect(try await tab.evaluate("document.querySelector('input').value") == "")
                let found = try await find("the", in: tab)
                for step in 0..<2 {
                    try await tab.press("ArrowDown")
                    #expect(try await tab.evaluate(focused).string == found[step])
                }
                try await tab.press("ArrowUp")
                try await tab.press("ArrowUp")
                #expect(try await tab.evaluate(focused) == "input")
                try await tab.press("ArrowDown")
                try await tab.press("Escape")
                #expect(try await tab.evaluate(focused) == "input")
                try await tab.press("Escape")
                #expect(try await tab.evaluate("document.querySelector('input').value") == "")
                #expect(try await tab.evaluate(Self.names) == [])
                _ = try await find("breaking bad", in: tab)
                #expect(try await Axe.violations(tab) == [])
                try await tab.press("Enter")
                try await tab.wait(for: "location.href.includes('/tv/') && document.readyState === 'complete'")
                let heading = try await tab.evaluate("document.querySelector('h1').textContent.trim()").string
                #expect(heading == "Breaking Bad")
                #expect(try await tab.evaluate("document.body.dataset.simklId") == "11121")
                // On the way back the search is as it was.
                try await tab.leave(by: "history.back()")
                try await tab.wait(for: "location.href.includes('/search/') && document.readyState === 'complete'")
                #expect(try await tab.evaluate(Self.names)[0] == "Breaking Bad")
            }
        }

        @Test("every result leads to a page that is there", arguments: [BuiltSite.Account.sample, .hostile])
        func addresses(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            let pages = Set(try site.titlePages().map { site.address(of: $0) })
            try await search(account) { tab async throws in
                var found: Set<String> = []
                let letters = "abcdefghijklmnopqrstuvwxyz1!".map(String.init) + ["の", "ガ", "ا", "ש", "🎬"]
                for letter in letters {
                    _ = try await find(letter, in: tab)
                    found.formUnion(
                        try await tab.evaluate("Array.from(document.querySelectorAll('.results a'), (link) => link.href)")
                            .elements
                            .compactMap(\.string))
                }
                #expect(found.isSubset(of: pages), "\(found.subtracting(pages))")
                #expect(found.count > pages.count * 3 / 4)
            }
        }
    }
}
