import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Every kind of page")
    struct PageTests {
        /// One look at one page.
        struct Visit: Sendable, CustomStringConvertible {
            var site: BuiltSite
            var page: String
            var kind: String
            var device = Device()
            var place = BuiltSite.Place.disk
            var posters = Network.Posters.drawn
            /// The name of a picture to take.
            var picture: String?

            var description: String { "\(page) \(device.name) \(place) \(posters)" }
        }

        @Test("phone and desk, light and dark, with and without scripts, from a disk and a host, with posters and without")
        func everywhere() async throws {
            var visits: [Visit] = []
            for place in BuiltSite.Place.allCases {
                let site = try await BuiltSite.of(.sample, at: place)
                for (kind, page) in site.pagesByKind.sorted(by: { $0.key < $1.key }) {
                    for width in [375, 1280] {
                        for isDark in [false, true] {
                            // From a host, and without scripts, half of the combinations: each two of their parts still meet.
                            for hasScripts in place == .host ? [isDark] : isDark == (width == 375) ? [true, false] : [true] {
                                let device = Device(width: width, isDark: isDark, hasScripts: hasScripts)
                                visits.append(
                                    Visit(
                                        site: site, page: page, kind: kind, device: device, place: place,
                                        posters: isDark == (place == .disk) ? .drawn : .failing,
                                        picture: place == .disk && hasScripts ? "\(kind)-\(device.name)" : nil))
                            }
                        }
                    }
                }
            }
            #expect(visits.count >= 16 * 10)
            try await InTheBrowser.inTabs(visits) { try await Self.look(at: $1, in: $0) }
        }

        @Test("names in any script, of any length and with any markup; a library of one title, of none, of one kind")
        func hostile() async throws {
            var visits: [Visit] = []
            for account in [BuiltSite.Account.hostile, .single, .empty, .films] {
                let site = try await BuiltSite.of(account)
                var pages = site.pagesByKind
                if account == .hostile { for page in try site.titlePages() { pages[page] = page } }
                for (kind, page) in pages.sorted(by: { $0.key < $1.key }) {
                    let name = "\(account)-\(kind.replacing("/", with: "-"))"
                    visits.append(
                        Visit(
                            site: site, page: page, kind: kind, device: Device(width: 375, isDark: true), posters: .failing,
                            picture: name))
                    visits.append(Visit(site: site, page: page, kind: kind, device: Device(hasScripts: false)))
                }
            }
            try await InTheBrowser.inTabs(visits) { tab, visit in
                try await Self.look(at: visit, in: tab)
                let strangers = try await tab.evaluate(
                    """
                    document.querySelectorAll(
                        'script:not([src], [id=words], [type="application/ld+json"]), [onerror], main iframe').length
                    """)
                #expect(strangers == 0, "\(visit)")
            }
        }

        @Test("with text of twice its size nothing is wider than the window", arguments: [BuiltSite.Account.sample, .german])
        func enlarged(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            let visits = site.pagesByKind.sorted { $0.key < $1.key }.flatMap { kind, page in
                [375, 768, 1280].map { Visit(site: site, page: page, kind: kind, device: Device(width: $0)) }
            }
            try await InTheBrowser.inTabs(visits) { tab, visit in
                try await tab.open(visit.site.address(of: visit.page), on: visit.device, network: Network(site: visit.site))
                let width = "document.documentElement.style.fontSize = '200%', document.scrollingElement.scrollWidth"
                #expect(try await tab.evaluate(width).int ?? 0 <= visit.device.width, "\(visit)")
            }
        }

        @Test("in German, and from the right to the left", arguments: [BuiltSite.Account.german, .mirrored])
        func languages(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            let visits = site.pagesByKind.sorted { $0.key < $1.key }.flatMap { kind, page in
                [320, 768, 1280].map { width in
                    Visit(
                        site: site, page: page, kind: kind, device: Device(width: width),
                        picture: "\(account)-\(kind)-\(width)")
                }
            }
            #expect(visits.count >= 3 * 16)
            try await InTheBrowser.inTabs(visits) { tab, visit in
                try await Self.look(at: visit, in: tab)
                let direction = try await tab.evaluate("getComputedStyle(document.body).direction")
                #expect(direction == .string(account == .mirrored ? "rtl" : "ltr"), "\(visit)")
            }
        }

        private static func look(at visit: Visit, in tab: Tab) async throws {
            try await tab.open(
                visit.site.address(of: visit.page, at: visit.place), on: visit.device,
                network: Network(site: visit.site, posters: visit.posters))
            #expect(tab.messages.isEmpty, "\(visit): \(tab.messages)")
            #expect(tab.forbiddenRequests.isEmpty, "\(visit): \(tab.forbiddenRequests)")
            let width = try await tab.evaluate("document.scrollingElement.scrollWidth").int ?? 0
            #expect(width <= visit.device.width, "\(visit) is \(width) wide")
            if visit.place == .disk {
                let violations = try await Axe.violations(tab)
                #expect(violations.isEmpty, "\(visit): \(violations.joined(separator: "\n"))")
            }
            if let picture = visit.picture {
                let folder = "\(Program.root)/.build/screenshots"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try await tab.screenshot().write(to: URL(filePath: "\(folder)/\(picture).png"))
            }
        }

        @Test("what is wrong with a page is found at all")
        func canary() async throws {
            let site = try await BuiltSite.of(.single)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "index.html"), on: Device(), network: Network(site: site))
                _ = try await tab.evaluate(
                    """
                    document.querySelector('main').insertAdjacentHTML('beforeend',
                      '<img src="https://elsewhere.example/x.png"><p class="brand" id="main">x</p><button></button>');
                    console.log('hello')
                    """)
                // The policy stops it before it becomes a request.
                try await until { tab.messages.contains { $0.contains("elsewhere.example") } }
                let violations = try await Axe.violations(tab)
                #expect(violations.contains { $0.hasPrefix("image-alt") } && violations.contains { $0.hasPrefix("button-name") })
                #expect(tab.messages.contains { $0 == "console: hello" } && tab.forbiddenRequests.isEmpty)
            }
        }

        @Test("nothing is wider than a screen of 320 pixels")
        func narrow() async throws {
            var visits: [Visit] = []
            for account in [BuiltSite.Account.sample, .hostile] {
                let site = try await BuiltSite.of(account)
                for (kind, page) in site.pagesByKind.sorted(by: { $0.key < $1.key }) {
                    for hasScripts in [true, false] {
                        visits.append(
                            Visit(site: site, page: page, kind: kind, device: Device(width: 320, hasScripts: hasScripts)))
                    }
                }
            }
            try await InTheBrowser.inTabs(visits) { tab, visit in
                try await tab.open(visit.site.address(of: visit.page), on: visit.device, network: Network(site: visit.site))
                let width = try await tab.evaluate("document.scrollingElement.scrollWidth").int ?? 0
                #expect(width <= 320, "\(visit) is \(width) wide")
            }
        }

        @Test("whatever takes the keyboard's focus shows it, and nothing moves for those who asked for stillness")
        func focusAndMotion() async throws {
            let site = try await BuiltSite.of(.sample)
            let visits = site.pagesByKind.sorted { $0.key < $1.key }.flatMap { kind, page in
                [375, 1280].map { width in
                    Visit(site: site, page: page, kind: kind, device: Device(width: width, hasReducedMotion: true))
                }
            }
            try await InTheBrowser.inTabs(visits) { tab, visit in
                try await tab.open(visit.site.address(of: visit.page), on: visit.device, network: Network(site: visit.site))
                // With a key pressed before, the browser shows the focus that a script moves as well.
                try await tab.press("Tab")
                let unseen = try await tab.evaluate(
                    """
                    Array.from(document.querySelectorAll('a[href], button, input, select, summary, [tabindex]'))
                      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
                      .filter((element) => {
                        element.focus();
                        const style = getComputedStyle(element);
                        return document.activeElement !== element || style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2;
                      }).map((element) => element.outerHTML.slice(0, 120))
                    """)
                #expect(unseen == [], "\(visit)")
                let moving = try await tab.evaluate(
                    """
                    Array.from(document.querySelectorAll('*')).filter((element) => {
                      const style = getComputedStyle(element);
                      return style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration) || style.scrollBehavior === 'smooth';
                    }).map((element) => element.outerHTML.slice(0, 120))
                    """)
                #expect(moving == [], "\(visit)")
            }
        }

        @Test("where there is no page, a host shows the one for that, whole, however deep the address is")
        func notFound() async throws {
            let site = try await BuiltSite.of(.sample, at: .host)
            try await Browser.tab { tab async throws in
                let address = BuiltSite.host + "tv/1-gone/deeper/"
                try await tab.open(address, on: Device(width: 375), network: Network(site: site))
                #expect(try await tab.evaluate("document.body.className") == "page-404")
                #expect(try await tab.evaluate("getComputedStyle(document.querySelector('.brand')).display") != "inline")
                #expect(try await tab.evaluate("document.querySelector('.brand').href").string == BuiltSite.host)
                #expect(tab.forbiddenRequests.isEmpty)
            }
        }

        @Test("on paper there are no controls and no navigation")
        func paper() async throws {
            let site = try await BuiltSite.of(.sample)
            try await Browser.tab { tab async throws in
                for page in ["watching/index.html", "search/index.html"] {
                    try await tab.open(site.address(of: page), on: Device(), network: Network(site: site))
                    _ = try await tab.call("Emulation.setEmulatedMedia", ["media": "print"])
                    let shown =
                        "Array.from(document.querySelectorAll('nav, button, input, select, summary')).filter((element) => element.checkVisibility()).length"
                    #expect(try await tab.evaluate(shown) == 0, "\(page)")
                    _ = try await tab.call("Emulation.setEmulatedMedia", ["media": ""])
                }
            }
        }
    }
}
