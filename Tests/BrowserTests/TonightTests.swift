import TestSupport
import Testing

extension InTheBrowser {
    @Suite("What tonight")
    struct TonightTests {
        private static let shown = "document.querySelector('.pick .name')?.textContent ?? ''"
        private static let choose = "(name, value) => document.querySelector(`input[name=${name}][value='${value}']`).click()"

        private func tonight(
            _ account: BuiltSite.Account, width: Int = 1280, _ body: (Tab) async throws -> Void
        ) async throws {
            let site = try await BuiltSite.of(account)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "tonight/index.html"), on: Device(width: width), network: Network(site: site))
                try await body(tab)
                #expect(tab.messages.isEmpty, "\(tab.messages)")
                #expect(tab.forbiddenRequests.isEmpty, "\(tab.forbiddenRequests)")
            }
        }

        @Test("the best is shown first, then by each roll another of those that fit, until each has been there")
        func rolls() async throws {
            try await tonight(.sample) { tab async throws in
                for (time, kind) in [("3", ""), ("0", "anime"), ("2", "movies"), ("1", "tv")] {
                    _ = try await tab.evaluate("(\(Self.choose))('time', '\(time)'), (\(Self.choose))('kind', '\(kind)')")
                    let fitting = try await tab.evaluate(
                        """
                        Array.from(document.querySelectorAll('li[data-counts]'))
                          .filter((item) => item.dataset.counts.split(' ')[\(time)] > 0 && (!'\(kind)' || item.dataset.kind === '\(kind)'))
                          .slice(0, 12).map((item) => item.querySelector('.name').textContent)
                        """
                    ).elements.compactMap(\.string)
                    #expect(fitting.count > 1)
                    var seen = [try await tab.evaluate(Self.shown).string ?? ""]
                    #expect(seen == [fitting[0]])
                    for _ in fitting.dropFirst() {
                        _ = try await tab.evaluate("document.querySelector('.roll').click()")
                        seen.append(try await tab.evaluate(Self.shown).string ?? "")
                    }
                    #expect(seen.sorted() == fitting.sorted(), "\(time) \(kind)")
                    // The next one is another than the last.
                    _ = try await tab.evaluate("document.querySelector('.roll').click()")
                    #expect(try await tab.evaluate(Self.shown).string != seen.last)
                }
            }
        }

        @Test("as many episodes are told as fit into the time, and a film by its length")
        func amounts() async throws {
            try await tonight(.sample) { tab async throws in
                for time in 0..<4 {
                    _ = try await tab.evaluate("(\(Self.choose))('time', '\(time)')")
                    let found = try await tab.evaluate(
                        """
                        (() => {
                          const name = \(Self.shown);
                          const item = Array.from(document.querySelectorAll('li[data-counts]')).find((item) => item.querySelector('.name').textContent === name);
                          const count = Number(item.dataset.counts.split(' ')[\(time)]), minutes = Number(item.dataset.rest) + (count - 1) * item.dataset.length;
                          const hours = Math.floor(minutes / 60);
                          const words = [hours ? hours + ' h' : '', minutes % 60 ? minutes % 60 + ' min' : ''].filter(Boolean).join(' ');
                          const episodes = item.dataset.form === 'film' ? '' : count + (count === 1 ? ' episode, about ' : ' episodes, about ');
                          return [episodes + words, document.querySelector('.pick strong').textContent.replaceAll('\\u00a0', ' ')];
                        })()
                        """
                    ).elements.compactMap(\.string)
                    #expect(found.count == 2 && found.first == found.last, "\(found)")
                }
            }
        }

        @Test("where nothing fits the page says so; without anything to watch there are no dice")
        func nothing() async throws {
            try await tonight(.single) { tab async throws in
                #expect(try await tab.evaluate("document.querySelectorAll('.dice').length").int ?? 2 <= 1)
            }
            try await tonight(.empty) { tab async throws in
                #expect(try await tab.evaluate("document.querySelectorAll('.dice, li[data-counts]').length") == 0)
            }
        }

        @Test("it is accessible, and nothing is too small for a finger", arguments: [375, 1280])
        func access(width: Int) async throws {
            try await tonight(.german, width: width) { tab async throws in
                #expect(try await Axe.violations(tab) == [])
                let low = try await tab.evaluate(
                    "Array.from(document.querySelectorAll('.choice label, .roll')).filter((box) => box.getBoundingClientRect().height < 43.5).length"
                )
                #expect(low == 0)
                #expect(try await tab.scrollWidth <= width)
            }
        }
    }
}
