import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Layout")
    struct LayoutTests {
        /// A page at a width.
        private struct Look: Sendable, CustomStringConvertible {
            var site: BuiltSite
            var page: String
            var width: Int

            var description: String { "\(page) at \(width)" }
        }

        /// Pages of each kind, of each account.
        private static func looks(
            of accounts: [BuiltSite.Account], widths: [Int], _ pages: (BuiltSite) -> [String]
        ) async throws -> [Look] {
            var looks: [Look] = []
            for account in accounts {
                let site = try await BuiltSite.of(account)
                for page in pages(site) { looks += widths.map { Look(site: site, page: page, width: $0) } }
            }
            return looks
        }

        private static func open(_ look: Look, in tab: Tab) async throws {
            try await tab.open(
                look.site.address(of: look.page), on: Device(width: look.width), network: Network(site: look.site))
        }

        @Test(
            "on a phone nothing of a table is cut, what one taps is high enough for a finger, and no picture stands in a plain list"
        )
        func phone() async throws {
            let looks = try await Self.looks(of: [.sample, .german, .hostile, .large], widths: [320, 375]) {
                $0.pagesByKind.values.sorted()
            }
            try await InTheBrowser.inTabs(looks) { tab, look in
                try await Self.open(look, in: tab)
                #expect(try await tab.scrollWidth <= look.width, "\(look)")
                let cut = try await tab.evaluate(
                    """
                    Array.from(document.querySelectorAll('.table, td, th'))
                      .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
                      .map((box) => box.outerHTML.slice(0, 120))
                    """)
                #expect(cut == [], "\(look)")
                let low = try await tab.evaluate(
                    """
                    Array.from(document.querySelectorAll('.doors :is(a, summary), .chapters a, .foot li a, .links a, main > ul:not([class]) > li > a'))
                      .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 43.5)
                      .map((link) => link.getBoundingClientRect().height + ' ' + link.outerHTML.slice(0, 120))
                    """)
                #expect(low == [], "\(look)")
                let strays = "document.querySelectorAll('main ul:not([class]) :is(img, .poster)').length"
                #expect(try await tab.evaluate(strays) == 0, "\(look)")
            }
        }

        @Test(
            "at a desk no kind of page leaves its right quarter empty over more than a third of its height, or cuts a table"
        )
        func desk() async throws {
            let looks = try await Self.looks(of: [.sample, .german, .large], widths: [1280], \.spread)
            try await InTheBrowser.inTabs(looks) { tab, look in
                try await Self.open(look, in: tab)
                let empty = try await tab.evaluate("Math.round(100 * \(Self.emptyShare))").int ?? 100
                #expect(empty <= 33, "\(look)")
                let cut = try await tab.evaluate(
                    """
                    Array.from(document.querySelectorAll('.table'))
                      .filter((table) => table.checkVisibility() && table.scrollWidth > table.clientWidth).length
                    """)
                #expect(cut == 0, "\(look)")
            }
        }

        @Test(
            "the longest pages are no longer than they were made to be, whatever the year and the language",
            arguments: [BuiltSite.Account.sample, .friends, .german, .large])
        func heights(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            let years = site.pages(of: "review").filter { $0.wholeMatch(of: /year\/\d+\/index\.html/) != nil }
            let statistics = site.pages(of: "statistics")
                .filter { $0.wholeMatch(of: /statistics\/(\d+\/)?index\.html/) != nil }
            let count = account == .large ? 19 : 3
            #expect(years.count == count && statistics.count == count + 1)
            let pages =
                statistics.map { (Look(site: site, page: $0, width: 1280), 3_200) }
                + years.flatMap {
                    [(Look(site: site, page: $0, width: 1280), 9_000), (Look(site: site, page: $0, width: 375), 14_000)]
                }
            try await InTheBrowser.inTabs(pages) { tab, page in
                try await Self.open(page.0, in: tab)
                let height = try await tab.evaluate("document.documentElement.scrollHeight").int ?? .max
                #expect(height < page.1, "\(page.0)")
            }
        }

        /// How much of the height of `main` has nothing to read or to see in the window's right quarter, but for as much as a heading
        /// takes with the space around it; nothing of a page that is hardly higher than the window.
        private static let emptyShare = """
            (() => {
              const main = document.querySelector('main').getBoundingClientRect();
              if (main.height < 1200) return 0;
              const spans = [];
              for (const element of document.querySelectorAll('main *')) {
                const isWhole = element.matches('svg, img, .poster, .matrix i, td, input, select, button') && !element.closest('svg svg');
                const boxes = isWhole ? [element.getBoundingClientRect()] : [];
                if (!isWhole && !element.closest('svg')) {
                  for (const node of element.childNodes) {
                    if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
                    const range = document.createRange();
                    range.selectNodeContents(node);
                    boxes.push(...range.getClientRects());
                  }
                }
                for (const box of boxes) {
                  if (box.width && box.height && box.right > innerWidth * 0.75) spans.push([box.top - 80, box.bottom + 80]);
                }
              }
              spans.sort((one, other) => one[0] - other[0]);
              let covered = 0, end = main.top;
              for (const [top, bottom] of spans) {
                const low = Math.min(bottom, main.bottom);
                if (low > end) { covered += low - Math.max(top, end); end = low; }
              }
              return 1 - covered / main.height;
            })()
            """

        /// How often each title of the sample's days is there, and whether nothing comes in the two weeks after.
        private static let weeks: [(copies: Int, isAlone: Bool)] = [(1, true), (4, false), (12, true), (12, false)]

        @Test(
            "however many titles a day has, before two weeks and without them, the agenda leaves no side empty and tears no line in two",
            arguments: [1100, 1280], weeks)
        func agenda(width: Int, days: (copies: Int, isAlone: Bool)) async throws {
            let site = try await BuiltSite.of(.sample)
            try await Browser.tab { tab async throws in
                try await Self.open(Look(site: site, page: "upcoming/index.html", width: width), in: tab)
                let lines = try await tab.evaluate(
                    """
                    (() => {
                      const spans = document.querySelectorAll('main > section:has(> section)');
                      for (const line of document.querySelectorAll('main > section > section li'))
                        for (let copy = 1; copy < \(days.copies); copy += 1) line.after(line.cloneNode(true));
                      if (\(days.isAlone)) spans[1].remove();
                      return spans.length === 2 ? document.querySelectorAll('main > section > section li').length : 0;
                    })()
                    """)
                #expect(lines.int ?? 0 >= 3 * days.copies)
                let empty = try await tab.evaluate("Math.round(100 * \(Self.emptyShare))").int ?? 100
                #expect(empty <= 33)
                let torn = "Array.from(document.querySelectorAll('main li')).filter((line) => line.getClientRects().length > 1)"
                #expect(try await tab.evaluate("\(torn).length") == 0)
            }
        }

        @Test("an avatar that fails keeps its size and its text to itself, and a backdrop that fails shows nothing")
        func failures() async throws {
            let site = try await BuiltSite.of(.sample)
            let page = try #require(site.pagesByKind["title"])
            try await Browser.tab { tab async throws in
                try await tab.open(
                    site.address(of: page), on: Device(width: 1280, hasReducedMotion: true),
                    network: Network(site: site, posters: .failing))
                let pictures = "document.querySelectorAll('.backdrop img, .avatar')"
                _ = try await tab.evaluate(
                    """
                    document.querySelector('.backdrop')?.remove();
                    // Others may still be on their way.
                    for (const other of Array.from(document.images)) other.remove();
                    document.querySelector('.opening').insertAdjacentHTML('afterbegin',
                      '<span class="backdrop"><img src="https://wsrv.nl/?url=https://simkl.in/fanart/1/2_medium.webp" width="1920" height="1080" alt=""></span>'
                      + '<p><img class="avatar" src="https://wsrv.nl/?url=https://simkl.in/avatars/1/1_100.jpg" width="100" height="100" alt="Ada Lovelace of London"></p>');
                    """)
                try await tab.wait(for: "Array.from(\(pictures)).every((picture) => picture.complete)")
                let box = "document.querySelector('.avatar').getBoundingClientRect()"
                #expect(try await tab.evaluate("\(box).width + ' by ' + \(box).height") == "64 by 64")
                let failed = try await tab.stillScreenshot()
                _ = try await tab.evaluate(
                    "document.querySelector('.backdrop img').remove(); document.querySelector('.avatar').alt = 'X'")
                let removed = try await tab.stillScreenshot()
                // An edge that is drawn anew may have a pixel or two of another shade; a text or a broken picture has many.
                #expect(try await tab.difference(between: failed, and: removed) < 20)
                _ = try await tab.evaluate("document.querySelector('.opening').append('Ada')")
                #expect(try await tab.difference(between: removed, and: tab.stillScreenshot()) > 40)
            }
        }

        @Test("doors open and close by the keyboard without scripts, leave nothing in the history, and close with Escape")
        func doors() async throws {
            let site = try await BuiltSite.of(.sample)
            for width in [375, 1280] {
                for hasScripts in [false, true] {
                    try await Browser.tab { tab async throws in
                        let device = Device(width: width, hasScripts: hasScripts)
                        try await tab.open(site.address(of: "index.html"), on: device, network: Network(site: site))
                        let isOpen = "document.querySelector('.doors details a').checkVisibility()"
                        let length = try await tab.evaluate("history.length")
                        #expect(try await tab.evaluate(isOpen) == false)
                        _ = try await tab.evaluate("document.querySelector('.doors summary').focus()")
                        try await tab.press("Enter")
                        #expect(try await tab.evaluate(isOpen) == true)
                        #expect(try await Axe.violations(tab) == [])
                        try await tab.press("Tab")
                        #expect(try await tab.evaluate("document.activeElement.textContent") == "Upcoming")
                        if hasScripts {
                            try await tab.press("Escape")
                            #expect(try await tab.evaluate("document.activeElement.textContent") == "Upcoming")
                        } else {
                            _ = try await tab.evaluate("document.querySelector('.doors summary').focus()")
                            try await tab.press("Enter")
                        }
                        #expect(try await tab.evaluate(isOpen) == false)
                        #expect(try await tab.evaluate("history.length") == length)
                    }
                }
            }
        }

        @Test("a slash goes to the search from anywhere, and what is looked for stays in the browser")
        func slash() async throws {
            let site = try await BuiltSite.of(.sample, at: .host)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "diary/index.html", at: .host), on: Device(), network: Network(site: site))
                try await tab.press("/")
                try await tab.type("naruto")
                try await tab.press("Enter")
                try await tab.wait(for: "document.querySelectorAll('.results li').length > 0")
                #expect(try await tab.evaluate("location.search + location.hash") == "#naruto")
                #expect(
                    try await tab.evaluate("document.querySelector('.results .name').textContent").string?.contains("Naruto")
                        == true)
            }
        }
    }
}
