import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Charts on a screen")
    struct ChartTests {
        /// What is wrong with the texts of a page's drawings: too small, cut off by the screen, or over each other.
        private static let texts = """
            Array.from(document.querySelectorAll('.chart'), (chart) => {
              const isShown = (element) => element.checkVisibility() && element.textContent.trim() !== '';
              const texts = Array.from(chart.querySelectorAll('text, bdi, .key span')).filter(isShown).map((element) => {
                const scale = element.getScreenCTM ? element.getScreenCTM().a : 1;
                const box = element.getBoundingClientRect();
                return { words: element.textContent.trim(), size: parseFloat(getComputedStyle(element).fontSize) * scale, box };
              });
              const small = texts.filter((text) => text.size < 12).map((text) => text.words + ' is ' + text.size + ' px');
              const cut = texts.filter((text) => text.box.left < 0 || text.box.right > innerWidth)
                .map((text) => text.words + ' is cut at ' + text.box.left + ' to ' + text.box.right);
              const over = texts.flatMap((text, index) => texts.slice(index + 1).filter((other) =>
                Math.min(text.box.right, other.box.right) - Math.max(text.box.left, other.box.left) > 0.5
                && Math.min(text.box.bottom, other.box.bottom) - Math.max(text.box.top, other.box.top) > 0.5
              ).map((other) => text.words + ' is over ' + other.words));
              return [...small, ...cut, ...over].map((fault) => chart.className + ': ' + fault);
            }).flat()
            """

        /// Every chart is told once: by the words over it, and by its table.
        private static let untold = """
            Array.from(document.querySelectorAll('.chart')).filter((chart) =>
              chart.querySelectorAll('figcaption, table').length !== 2 || chart.querySelector('[aria-label], [role=img]')
              || Array.from(chart.querySelectorAll('svg')).some((drawing) => !drawing.closest('[aria-hidden=true]'))
            ).map((chart) => chart.outerHTML.slice(0, 120))
            """

        /// What is wrong with a page's charts, shown in the window of another one of its kind, which has the same stylesheets: to open it
        /// anew takes ten times as long, and nothing of that has to do with charts.
        private static func faults(of html: String) -> String {
            """
            (async () => {
              const page = new DOMParser().parseFromString(\(String(decoding: JSON.string(html).data, as: UTF8.self)), 'text/html');
              document.body.replaceWith(document.adoptNode(page.body));
              do {
                // To lay it out is what has its faces loaded.
                document.body.getBoundingClientRect();
                await document.fonts.ready;
              } while (document.fonts.status !== 'loaded');
              return document.querySelector('.chart') ? [...\(texts), ...\(untold)] : ['there is no chart'];
            })()
            """
        }

        /// Pages of a kind, at a width.
        private struct Look: Sendable {
            var site: BuiltSite
            var pages: [(path: String, html: String)]
            var width: Int
        }

        @Test(
            "no text in a drawing is under 12 pixels, cut off or over another one, at any width; a screen reader is told of it once"
        )
        func drawings() async throws {
            var looks: [Look] = []
            for account in [BuiltSite.Account.sample, .friends, .german, .mirrored, .hostile, .films] {
                let site = try await BuiltSite.of(account)
                var pages = try site.pages { $0.contains("<figure class=\"chart") }
                // Of the sample in other words, the largest page of each kind stands for all.
                if [.friends, .german, .mirrored].contains(account) {
                    pages = site.pagesByKind.values.filter(pages.contains).sorted()
                }
                let read = try pages.map { path in
                    (path: path, html: try String(contentsOfFile: "\(site.path)/\(path)", encoding: .utf8))
                }
                for pages in Dictionary(grouping: read, by: { BuiltSite.kind(of: $0.html) }).values {
                    looks += [320, 375, 768, 1280].map { Look(site: site, pages: pages, width: $0) }
                }
            }
            // Or nothing was tried.
            #expect(looks.reduce(0) { $0 + $1.pages.count } > 4 * 200)
            try await InTheBrowser.inTabs(looks) { tab, look in
                try await tab.open(
                    look.site.address(of: look.pages[0].path), on: Device(width: look.width), network: Network(site: look.site))
                for (path, html) in look.pages {
                    #expect(try await tab.evaluate(Self.faults(of: html)) == [], "\(path) of \(look.site.path) at \(look.width)")
                }
            }
        }
    }
}
