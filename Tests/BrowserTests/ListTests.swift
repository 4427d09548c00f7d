import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Lists that are sorted and filtered")
    struct ListTests {
        /// What one sees, in its order: names of cards or of rows.
        private static let shown = """
            Array.from(document.querySelectorAll('.posters li, .titles tbody tr')).filter((item) => item.checkVisibility())
              .map((item) => item.querySelector('.name, a').textContent.trim())
            """
        private static let count = "document.querySelector('.count').textContent"

        private func list(
            _ page: String, of account: BuiltSite.Account = .sample, at place: BuiltSite.Place = .disk, width: Int = 1280,
            _ body: (Tab) async throws -> Void
        ) async throws {
            let site = try await BuiltSite.of(account, at: place)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: page, at: place), on: Device(width: width), network: Network(site: site))
                try await body(tab)
                #expect(tab.messages.isEmpty, "\(tab.messages)")
            }
        }

        /// Moves to a control by its label.
        private func focus(_ label: String, in tab: Tab) async throws {
            _ = try await tab.evaluate(
                "Array.from(document.querySelectorAll('.controls label')).find((label) => label.firstChild.data === '\(label)').querySelector('input, select').focus()"
            )
        }

        private func names(_ tab: Tab) async throws -> [String] {
            try await tab.evaluate(Self.shown).elements.compactMap(\.string)
        }

        @Test("by keyboard alone: sorted across kinds, filtered, and told how many are left")
        func keyboard() async throws {
            try await list("watching/index.html") { tab async throws in
                let all = try await names(tab)
                #expect(try await tab.evaluate(Self.count).string == "All \(all.count) titles")
                // A short list keeps the controls folded.
                _ = try await tab.evaluate("document.querySelector('.controls summary').focus()")
                try await tab.press("Enter")
                try await focus("Sort by", in: tab)
                try await tab.press("ArrowDown")
                let byName = try await names(tab)
                #expect(Set(byName) == Set(all) && byName != all)
                #expect(byName == byName.sorted { key($0) < key($1) })
                #expect(
                    try await tab.evaluate(
                        "Array.from(document.querySelectorAll('h2')).filter((heading) => heading.checkVisibility()).length") == 0)
                try await tab.press("ArrowUp")
                #expect(try await names(tab) == all)
                try await focus("Kind", in: tab)
                try await tab.press("ArrowDown")
                let shows = try await names(tab)
                #expect(!shows.isEmpty && shows.count < all.count && Set(shows).isSubset(of: all))
                #expect(try await tab.evaluate(Self.count).string == "\(shows.count) of the \(all.count) titles")
                #expect(try await tab.evaluate("document.querySelector('.count').getAttribute('role')") == "status")
                try await focus("Name", in: tab)
                try await tab.type("zzz")
                #expect(try await names(tab) == [])
                #expect(try await tab.evaluate(Self.count).string == "None of the \(all.count) titles")
                #expect(try await Axe.violations(tab) == [])
            }
        }

        @Test("a title is left by any of its names, whatever it is called here")
        func otherNames() async throws {
            try await list("anime/index.html") { tab async throws in
                _ = try await tab.evaluate("document.querySelector('.controls').open = true")
                for text in ["PUELLA", "魔法少女", "Mahou Shoujo Mad"] {
                    try await focus("Name", in: tab)
                    _ = try await tab.evaluate("document.activeElement.select()")
                    try await tab.type(text)
                    #expect(try await names(tab) == ["Mahou Shoujo Madoka Magica"], "\(text)")
                }
            }
        }

        private func key(_ name: String) -> String { name.lowercased().replacing(#/^(the|an?) /#, with: "") }

        @Test("the best rated first, and those without a rating last, whichever way")
        func ratings() async throws {
            try await list("movies/index.html") { tab async throws in
                let ratings = """
                    Array.from(document.querySelectorAll('.posters li')).filter((item) => item.checkVisibility())
                      .map((item) => Number((/★\\s(\\d+)/.exec(item.textContent) || [0, 0])[1]))
                    """
                for (choice, turn) in [("-rating", -1), ("rating", 1)] {
                    _ = try await tab.evaluate(
                        "Array.from(document.querySelectorAll('select')).forEach((select) => { if ([...select.options].some((option) => option.value === '\(choice)')) { select.value = '\(choice)'; select.dispatchEvent(new Event('change')); } })"
                    )
                    let values = try await tab.evaluate(ratings).elements.compactMap(\.int)
                    let rated = values.prefix { $0 > 0 }
                    #expect(rated.count > 5 && values.dropFirst(rated.count).allSatisfy { $0 == 0 }, "\(values)")
                    #expect(zip(rated, rated.dropFirst()).allSatisfy { $0 * turn <= $1 * turn }, "\(values)")
                }
            }
        }

        @Test("a table of the same titles, remembered where there is a place for it", arguments: BuiltSite.Place.allCases)
        func table(place: BuiltSite.Place) async throws {
            let site = try await BuiltSite.of(.sample, at: place)
            try await list("watching/index.html", at: place, width: 375) { tab async throws in
                let all = try await names(tab)
                _ = try await tab.evaluate("document.querySelectorAll('.views button')[1].focus()")
                try await tab.press(" ")
                #expect(try await names(tab) == all)
                #expect(try await tab.evaluate("document.querySelector('.views [aria-pressed=true]').textContent") == "Table")
                #expect(try await Axe.violations(tab) == [])
                let page = site.address(of: "movies/index.html", at: place)
                try await tab.open(page, on: Device(), network: Network(site: site))
                let rows = try await tab.evaluate("document.querySelectorAll('.titles tbody tr').length").int ?? 0
                if place == .host { #expect(rows > 20) }
            }
        }

        @Test("a page of a longer list says that it is only that, on its last page too", arguments: ["index", "page-2"])
        func paged(page: String) async throws {
            try await list("movies/\(page).html", of: .films) { tab async throws in
                #expect(try await tab.evaluate(Self.count).string == "All \(page == "index" ? 60 : 10) titles on this page")
                #expect(try await tab.evaluate("document.querySelector('h1 + p a').textContent") == "Search")
            }
        }

        @Test("a list with nothing to sort has no controls", arguments: [BuiltSite.Account.single, .empty])
        func nothing(account: BuiltSite.Account) async throws {
            try await list("movies/index.html", of: account) { tab async throws in
                #expect(try await tab.evaluate("document.querySelectorAll('.controls, .tools, button').length") == 0)
            }
        }
    }
}
