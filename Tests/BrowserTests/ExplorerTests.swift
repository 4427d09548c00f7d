import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    @Suite("The library as one explorer")
    struct ExplorerTests {
        /// What one sees, in its order: names of cards or of rows.
        private static let shown = """
            Array.from(document.querySelectorAll('.posters li, .titles tbody tr')).filter((item) => item.checkVisibility())
              .map((item) => item.querySelector('.name, a').textContent)
            """
        private static let count = "document.querySelector('.count').textContent"
        /// The values that one can filter by, each with its number: as `kind TV shows 71`.
        private static let pills = """
            Array.from(document.querySelectorAll('.facets fieldset:not([hidden])'), (group) =>
              Array.from(group.querySelectorAll('.pill:not([hidden])'), (pill) => group.querySelector('legend').textContent + ' ' + pill.textContent)).flat()
            """

        private func explore(
            _ hash: String = "", of account: BuiltSite.Account = .sample, at place: BuiltSite.Place = .disk, width: Int = 1280,
            _ body: (Tab, BuiltSite) async throws -> Void
        ) async throws {
            let site = try await BuiltSite.of(account, at: place)
            try await Browser.tab { tab async throws in
                let page = site.address(of: "library/index.html", at: place) + hash
                try await tab.open(page, on: Device(width: width), network: Network(site: site))
                try await body(tab, site)
                #expect(tab.messages.isEmpty, "\(tab.messages)")
                #expect(tab.forbiddenRequests.isEmpty, "\(tab.forbiddenRequests)")
            }
        }

        private func names(_ tab: Tab) async throws -> [String] {
            try await tab.evaluate(Self.shown).elements.compactMap(\.string)
        }

        /// Chooses a value to filter by, or takes it back.
        private func choose(_ value: String, in tab: Tab) async throws {
            _ = try await tab.evaluate(
                "Array.from(document.querySelectorAll('.pill')).find((pill) => pill.textContent.startsWith('\(value) ')).querySelector('input').click()"
            )
        }

        @Test("lists and kinds are counted as the page's own table counts them, and no value without titles is offered")
        func counts() async throws {
            try await explore { tab, site async throws in
                let markdown = try String(contentsOfFile: "\(site.path)/library/index.md", encoding: .utf8)
                let table = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
                    .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
                let lists = table.dropFirst(2).dropLast().map { "Status \($0[0].prefix { $0 != "]" }.dropFirst()) \($0[4])" }
                let kinds = zip(table[0], try #require(table.last)).dropFirst().dropLast().map {
                    "Kind \($0.prefix { $0 != "]" }.dropFirst()) \($1)"
                }
                let pills = try await tab.evaluate(Self.pills).elements.compactMap(\.string)
                #expect(pills.filter { $0.hasPrefix("Status ") } == lists && pills.filter { $0.hasPrefix("Kind ") } == kinds)
                #expect(!pills.contains { $0.hasSuffix(" 0") } && pills.contains { $0.hasPrefix("Genre ") })
            }
        }

        @Test("an address names a genre as Simkl does, in a site of any language; what the site calls it is understood too")
        func genres() async throws {
            let count = "Number(/\\d+/.exec(document.querySelector('.count').textContent)[0])"
            let comedies =
                "foyerIndex.genre.filter((codes) => codes.some((code) => [].concat(foyerIndex.genres[code])[0] === 'Comedy')).length"
            for name in ["Comedy", "Kom%C3%B6die"] {
                try await explore("#genre=\(name)", of: .german) { tab, _ async throws in
                    let chosen = try await tab.evaluate("document.querySelector('.chosen button').textContent").string ?? ""
                    #expect(chosen.contains("Komödie"), "\(chosen)")
                    let (told, counted) = (try await tab.evaluate(count).int, try await tab.evaluate(comedies).int)
                    #expect(told == counted && counted ?? 0 > 3 && counted ?? 183 < 183)
                    _ = try await tab.evaluate("document.querySelector('.pill input').click()")
                    try await tab.wait(for: "new URLSearchParams(location.hash.slice(1)).get('genre') === 'Comedy'")
                }
            }
        }

        @Test("what several values leave is what has one of each, and each number is what it would leave beside the others")
        func combined() async throws {
            try await explore { tab, _ async throws in
                for value in ["Anime", "Completed", "Watching", "2010s"] { try await choose(value, in: tab) }
                let same = """
                    (() => {
                      const index = foyerIndex;
                      const tests = [
                        ['Kind', (at) => [index.kinds[index.kind[at]][2]], ['Anime']],
                        ['Status', (at) => [index.statuses[index.status[at]]?.[1] ?? 'On no list'], ['Completed', 'Watching']],
                        ['Decade', (at) => [index.year[at] ? String(index.year[at]).slice(0, 3) + '0s' : 'Year not known'], ['2010s']],
                        ['Genre', (at) => index.genre[at].map((genre) => index.genres[genre]), []],
                        ['My rating', (at) => [index.rating[at] ? '★\\u00a0' + index.rating[at] : 'Not rated'], []],
                      ];
                      const fits = (at, but) => tests.every(([key, values, chosen]) =>
                        key === but || !chosen.length || values(at).some((value) => chosen.includes(value)));
                      const all = index.name.map((_, at) => at);
                      const wrong = [];
                      for (const pill of \(Self.pills)) {
                        const test = tests.find(([key]) => pill.startsWith(key + ' '));
                        if (!test) continue;
                        const [, value, number] = /^(.*) (\\d+)$/.exec(pill.slice(test[0].length + 1));
                        const count = all.filter((at) => fits(at, test[0]) && test[1](at).includes(value)).length;
                        if (count !== Number(number)) wrong.push(pill + ', not ' + count);
                      }
                      const names = all.filter((at) => fits(at)).map((at) => index.name[at]);
                      return wrong.concat(JSON.stringify(names) === JSON.stringify(\(Self.shown)) ? [] : names);
                    })()
                    """
                #expect(try await tab.evaluate(same) == [])
                let shown = try await names(tab)
                #expect(shown.count > 3 && shown.count < 50)
                #expect(try await tab.evaluate(Self.count).string == "\(shown.count) of 183 titles")
                try await tab.wait(for: "location.hash === '#kind=anime&status=watching&status=completed&decade=2010'")
                #expect(try await Axe.violations(tab) == [])
                _ = try await tab.evaluate("document.querySelector('.chosen button').click()")
                #expect(try await names(tab).count > shown.count)
                _ = try await tab.evaluate("document.querySelector('.clear').click()")
                #expect(try await tab.evaluate(Self.count).string == "183 titles")
                try await tab.wait(for: "location.hash === ''")
            }
        }

        @Test("an address says what is shown, on the way back too", arguments: BuiltSite.Place.allCases)
        func address(place: BuiltSite.Place) async throws {
            try await explore("#kind=tv&sort=rating&view=large&kind=nonsense&genre=None", at: place) { tab, _ async throws in
                let before = try await names(tab)
                #expect(before.count == 71)
                #expect(try await tab.evaluate("document.querySelector('.posters').className") == "posters large")
                let ratings = try await tab.evaluate(
                    "Array.from(document.querySelectorAll('.posters .note'), (note) => Number((/★\\s(\\d+)/.exec(note.textContent) || [0, 0])[1]))"
                ).elements.compactMap(\.int)
                #expect(ratings == ratings.sorted(by: >) && ratings[0] == 10 && ratings.last == 0)
                try await tab.leave(by: "document.querySelector('.posters a').click()")
                try await tab.wait(for: "document.body.className === 'page-title' && document.readyState === 'complete'")
                try await tab.leave(by: "history.back()")
                try await tab.wait(for: "document.body.className === 'page-library' && document.readyState === 'complete'")
                #expect(try await names(tab) == before)
                // The way to the content leads there, and changes nothing.
                _ = try await tab.evaluate("location.hash = '#main'")
                #expect(try await names(tab) == before)
            }
        }

        @Test("120 titles at first, the others as one scrolls on, and by a button")
        func more() async throws {
            try await explore { tab, _ async throws in
                try await tab.wait(for: "document.querySelectorAll('.posters li').length === 120")
                _ = try await tab.evaluate("window.scrollTo(0, document.scrollingElement.scrollHeight)")
                try await tab.wait(for: "document.querySelectorAll('.posters li').length === 183")
                #expect(try await tab.evaluate("document.querySelectorAll('.found > .more:not([hidden])').length") == 0)
                let all = try await names(tab)
                #expect(Set(all).count > 175 && all == all.sorted { key($0) < key($1) })
            }
        }

        private func key(_ name: String) -> String { name.lowercased().replacing(#/^(the|an?) /#, with: "") }

        @Test("a letter leads to the first title that begins with it, and from there back and on")
        func letters() async throws {
            try await explore(width: 375) { tab, _ async throws in
                _ = try await tab.evaluate(
                    "Array.from(document.querySelectorAll('.rail button')).find((button) => button.textContent === 'S').click()")
                try await tab.wait(for: "location.hash === '#from=S'")
                let shown = try await names(tab)
                let first = try #require(shown.first)
                #expect(shown.allSatisfy { key($0) >= "s" } && key(first).hasPrefix("s"))
                #expect(try await tab.evaluate("document.querySelector('.rail [aria-current]').textContent") == "S")
                _ = try await tab.evaluate("document.querySelector('.found > .more').click()")
                let more = try await names(tab)
                #expect(more.count == shown.count + 120 && Array(more.suffix(shown.count)) == shown)
                #expect(try await Axe.violations(tab) == [])
            }
        }

        @Test("a table that is sorted by the heads of its columns, and remembered where there is a place for it")
        func table() async throws {
            try await explore("#kind=anime", at: .host, width: 375) { tab, site async throws in
                _ = try await tab.evaluate("document.querySelector('.views button:last-child').focus()")
                try await tab.press(" ")
                try await tab.wait(for: "document.querySelectorAll('.titles tbody tr').length === 85")
                for direction in ["descending", "ascending"] {
                    _ = try await tab.evaluate(
                        "Array.from(document.querySelectorAll('th button')).find((button) => button.textContent === 'Year').click()"
                    )
                    #expect(
                        try await tab.evaluate(
                            "document.querySelector('th[aria-sort]').ariaSort + document.querySelector('th[aria-sort]').textContent"
                        )
                        .string == "\(direction)Year")
                    let years = try await tab.evaluate(
                        "Array.from(document.querySelectorAll('.titles tbody tr'), (row) => Number(row.cells[2].textContent))"
                    ).elements.compactMap(\.int).filter { $0 > 0 }
                    #expect(years == years.sorted { direction == "ascending" ? $0 < $1 : $0 > $1 })
                }
                #expect(try await Axe.violations(tab) == [])
                #expect(try await tab.scrollWidth <= 375)
                try await tab.open(
                    site.address(of: "library/index.html", at: .host), on: Device(), network: Network(site: site))
                #expect(try await tab.evaluate("document.querySelectorAll('.titles tbody tr').length") == 120)
                _ = try await tab.evaluate("localStorage.clear()")
            }
        }

        @Test(
            "a card tells what is left, and about how much where that is estimated; nothing is left of what is finished or dropped"
        )
        func left() async throws {
            try await explore { tab, _ async throws in
                // By name, cards and index have the same order.
                let wrong = """
                    Array.from(document.querySelectorAll('.posters .note'), (note, at) => [note.textContent, at]).filter(([text, at]) =>
                      / left$/.test(text) !== (foyerIndex.left[at] > 0) || /(^| )about /.test(text) !== (foyerIndex.estimated[at] === 1))
                    """
                #expect(try await tab.evaluate(wrong) == [])
                let open = """
                    foyerIndex.left.every((left, at) => left < 0 || foyerIndex.status[at] >= 0 && foyerIndex.status[at] < 3)
                      && foyerIndex.left.some((left) => left > 0)
                    """
                #expect(try await tab.evaluate(open) == true)
                let explained =
                    "foyerIndex.estimated.includes(1) === Boolean(document.querySelector('.found .hint')?.textContent)"
                #expect(try await tab.evaluate(explained) == true)
            }
        }

        @Test("by the keyboard: a text, the first title, and back; what is nearly right and what is nearest as in the search")
        func text() async throws {
            try await explore { tab, _ async throws in
                _ = try await tab.evaluate("document.querySelector('.tools input').focus()")
                try await tab.type("brekaing")
                #expect(try await names(tab) == ["Breaking Bad"])
                #expect(try await tab.evaluate(Self.count).string == "Nothing has “brekaing”; 1 title is close to it")
                try await tab.press("ArrowDown")
                #expect(try await tab.evaluate("document.activeElement.textContent") == "Breaking Bad")
                _ = try await tab.evaluate("document.querySelector('.tools input').focus()")
                try await tab.press("Escape")
                try await tab.wait(for: "document.querySelectorAll('.posters li').length === 120")
                try await tab.type("brking bdd")
                #expect(try await names(tab) == [])
                let told = try await tab.evaluate(Self.count).string
                #expect(told?.hasPrefix("None of 183 titles · Nearest: ") == true && told?.contains("Breaking Bad") == true)
                #expect(try await Axe.violations(tab) == [])
            }
        }

        @Test("names of every kind are text, and every card leads to a page that is there")
        func hostile() async throws {
            try await explore("#view=table", of: .hostile) { tab, site async throws in
                let pages = Set(try site.titlePages().map { site.address(of: $0) })
                let links = try await tab.evaluate("Array.from(document.querySelectorAll('.titles a'), (link) => link.href)")
                    .elements.compactMap(\.string)
                #expect(Set(links) == pages && !pages.isEmpty)
                #expect(try await tab.evaluate("document.querySelectorAll('main script, main [onerror]').length") == 0)
                let languages = "Array.from(document.querySelectorAll('.titles [lang]'), (name) => name.lang)"
                let spoken = try await tab.evaluate(languages).elements.compactMap(\.string)
                #expect(Set(spoken) == ["ja", "ar", "he"])
            }
        }

        @Test("without scripts the page has the titles that it begins with otherwise, and tells the same of them")
        func withoutScripts() async throws {
            let said = """
                Array.from(document.querySelectorAll('.posters li')).filter((item) => item.checkVisibility()).map((item) =>
                  [item.querySelector('a').href, ...['.name', '.note'].map((part) =>
                    item.querySelector(part).textContent.replace(/\\s+/g, ' ').trim())].join(' '))
                """
            for account in [BuiltSite.Account.sample, .german, .hostile] {
                let site = try await BuiltSite.of(account)
                let cards = { (hasScripts: Bool) async throws in
                    try await Browser.tab { tab async throws in
                        let device = Device(width: 1280, hasScripts: hasScripts)
                        try await tab.open(
                            site.address(of: "library/index.html"), on: device, network: Network(site: site))
                        if hasScripts {
                            try await tab.wait(
                                for:
                                    "document.querySelectorAll('.explorer .posters li').length === Math.min(120, foyerIndex.name.length)"
                            )
                        }
                        return try await tab.evaluate(said).elements.compactMap(\.string)
                    }
                }
                let (plain, explored) = (try await cards(false), try await cards(true))
                let first = Array(plain.prefix(120))
                #expect(first == explored && !plain.isEmpty, "\(account): \(zip(first, explored).first { $0 != $1 } ?? ("", ""))")
            }
        }

        @Test("with one title there is nothing to choose, with none nothing at all, and without scripts the lists by kind")
        func small() async throws {
            try await explore(of: .single) { tab, _ async throws in
                #expect(try await names(tab) == ["The only one"])
                #expect(try await tab.evaluate("document.querySelectorAll('fieldset').length") == 0)
            }
            try await explore(of: .empty) { tab, _ async throws in
                #expect(try await tab.evaluate("document.querySelectorAll('.explorer').length") == 0)
                #expect(try await tab.evaluate("document.querySelector('h1 + p').checkVisibility()") == true)
            }
            let site = try await BuiltSite.of(.sample)
            try await Browser.tab { tab async throws in
                try await tab.open(
                    site.address(of: "library/index.html"), on: Device(width: 320, hasScripts: false),
                    network: Network(site: site))
                #expect(try await tab.evaluate("document.querySelectorAll('.explorer').length") == 0)
                #expect(try await tab.evaluate("document.querySelectorAll('main td a').length") == 5)
            }
        }
    }
}
