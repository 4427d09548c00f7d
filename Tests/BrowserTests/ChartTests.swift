import TestSupport
import Testing

extension InTheBrowser {
    @Suite("Charts on a screen")
    struct ChartTests {
        /// What is wrong with the texts of a page's drawings: too small, cut off by the screen, or over each other.
        private static let faults = """
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
        private static let spoken = """
            Array.from(document.querySelectorAll('.chart')).filter((chart) =>
              chart.querySelectorAll('figcaption, table').length !== 2 || chart.querySelector('[aria-label], [role=img]')
              || Array.from(chart.querySelectorAll('svg')).some((drawing) => !drawing.closest('[aria-hidden=true]'))
            ).map((chart) => chart.outerHTML.slice(0, 120))
            """

        @Test(
            "no text in a drawing is under 12 pixels, cut off or over another one, at any width; a screen reader is told of it once"
        )
        func texts() async throws {
            var charts = 0
            for account in [BuiltSite.Account.sample, .friends, .german, .mirrored, .hostile, .films] {
                let site = try await BuiltSite.of(account)
                var pages = try site.pages { $0.contains("<figure class=\"chart") }
                // Of the sample in other words, the largest page of each kind stands for all.
                if [.friends, .german, .mirrored].contains(account) {
                    pages = site.pagesByKind.values.filter(pages.contains).sorted()
                }
                charts += pages.count
                try await InTheBrowser.inTabs(pages) { tab, page in
                    try await tab.open(site.address(of: page), on: Device(width: 320), network: Network(site: site))
                    #expect(try await tab.evaluate(Self.spoken) == [], "\(account) \(page)")
                    for width in [320, 375, 768, 1280] {
                        try await tab.resize(to: width)
                        #expect(try await tab.evaluate(Self.faults) == [], "\(account) \(page) at \(width)")
                    }
                }
            }
            // Or nothing was tried.
            #expect(charts > 40)
        }
    }
}
