import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Every kind of page")
    struct PageTests {
        /// A page, and how it is looked at.
        struct Visit: Sendable, CustomStringConvertible {
            var site: BuiltSite
            var page: String
            var kind: String
            /// It is opened at the first, and then made as wide as each of the others.
            var widths = [1280]
            var isDark = false
            /// Whether it is looked at in the dark too, for its colours.
            var isDarkened = false
            var hasScripts = true
            var place = BuiltSite.Place.disk
            var posters = Network.Posters.drawn
            /// What is looked for that keeps people out; nil for nothing.
            var barriers: Axe.Part? = .allButColors
            /// The beginning of the names of the pictures to take.
            var picture: String?

            var device: Device { Device(width: widths[0], isDark: isDark, hasScripts: hasScripts) }
            var description: String { "\(page) of \(site.path) \(device.name) \(posters)" }
        }

        @Test("phone and desk, light and dark, with and without scripts, from a disk and a host, with posters and without")
        func everywhere() async throws {
            var visits: [Visit] = []
            for place in BuiltSite.Place.allCases {
                let site = try await BuiltSite.of(.sample, at: place)
                for (kind, page) in site.pagesByKind.sorted(by: { $0.key < $1.key }) {
                    for (width, hasScripts) in [(375, true), (375, false), (1280, true), (1280, false)] {
                        visits.append(
                            Visit(
                                site: site, page: page, kind: kind, widths: [width], isDarkened: hasScripts,
                                hasScripts: hasScripts, place: place,
                                posters: hasScripts == (width == 375) ? .drawn : .failing,
                                barriers: place == .host ? nil : hasScripts ? .all : .allButColors,
                                picture: place == .disk && hasScripts ? kind : nil))
                    }
                }
            }
            #expect(visits.count >= 16 * 8)
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
                    visits.append(
                        Visit(
                            site: site, page: page, kind: kind, widths: [375], isDark: true, posters: .failing,
                            picture: "\(account)-\(kind.replacing("/", with: "-"))"))
                    visits.append(Visit(site: site, page: page, kind: kind, hasScripts: false))
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
            try await InTheBrowser.inTabs(site.spread) { tab, page in
                try await tab.open(site.address(of: page), on: Device(width: 375), network: Network(site: site))
                _ = try await tab.evaluate("document.documentElement.style.fontSize = '200%'")
                for width in [375, 768, 1280] {
                    try await tab.resize(to: width)
                    let shown = try await tab.scrollWidth
                    #expect(shown <= width, "\(page) is \(shown) wide at \(width)")
                }
            }
        }

        @Test("in German, and from the right to the left", arguments: [BuiltSite.Account.german, .mirrored])
        func languages(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            let visits = site.pagesByKind.sorted { $0.key < $1.key }.map { kind, page in
                Visit(site: site, page: page, kind: kind, widths: [320, 768, 1280], picture: "\(account)-\(kind)")
            }
            #expect(visits.count >= 16)
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
            for width in visit.widths {
                var device = visit.device
                device.width = width
                if width != visit.device.width { try await tab.resize(to: width) }
                let shown = try await tab.scrollWidth
                #expect(shown <= width, "\(visit) is \(shown) wide at \(width)")
                if let barriers = visit.barriers {
                    let violations = try await Axe.violations(tab, in: barriers)
                    #expect(violations.isEmpty, "\(visit) at \(width): \(violations.joined(separator: "\n"))")
                }
                try await Self.keepPicture(of: visit, as: device, in: tab)
            }
            if visit.isDarkened {
                let device = Device(width: visit.device.width, isDark: true, hasReducedMotion: true)
                try await tab.prefer(as: device)
                if visit.barriers == .all {
                    let violations = try await Axe.violations(tab, in: .colors)
                    #expect(violations.isEmpty, "\(visit) in the dark: \(violations.joined(separator: "\n"))")
                }
                try await Self.keepPicture(of: visit, as: device, in: tab)
            }
            #expect(tab.messages.isEmpty, "\(visit): \(tab.messages)")
            #expect(tab.forbiddenRequests.isEmpty, "\(visit): \(tab.forbiddenRequests)")
        }

        private static func keepPicture(of visit: Visit, as device: Device, in tab: Tab) async throws {
            guard let picture = visit.picture else { return }
            let folder = "\(Program.root)/.build/screenshots"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try await tab.screenshot().write(to: URL(filePath: "\(folder)/\(picture)-\(device.name).png"))
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

        @Test("without scripts nothing is wider than a screen of 320 pixels", arguments: [BuiltSite.Account.sample, .hostile])
        func narrow(account: BuiltSite.Account) async throws {
            let site = try await BuiltSite.of(account)
            try await InTheBrowser.inTabs(site.pagesByKind.values.sorted()) { tab, page in
                let device = Device(width: 320, hasScripts: false)
                try await tab.open(site.address(of: page), on: device, network: Network(site: site))
                #expect(try await tab.scrollWidth <= 320, "\(page)")
            }
        }

        @Test("whatever takes the keyboard's focus shows it, and nothing moves for those who asked for stillness")
        func focusAndMotion() async throws {
            let site = try await BuiltSite.of(.sample)
            let visits = site.pagesByKind.values.sorted().flatMap { page in [375, 1280].map { (page: page, width: $0) } }
            try await InTheBrowser.inTabs(visits) { tab, visit in
                let device = Device(width: visit.width, hasReducedMotion: true)
                try await tab.open(site.address(of: visit.page), on: device, network: Network(site: site))
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
