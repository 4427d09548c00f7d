import TestSupport
import Testing

extension InTheBrowser {
    @Suite("The site's own faces")
    struct TypeTests {
        @Test(
            "text and labels are set in the faces of the site, from a disk and from a host", arguments: BuiltSite.Place.allCases)
        func loaded(place: BuiltSite.Place) async throws {
            let site = try await BuiltSite.of(.sample, at: place)
            try await Browser.tab { tab async throws in
                try await tab.open(
                    site.address(of: "year/2025/index.html", at: place), on: Device(), network: Network(site: site))
                let faces = try await tab.evaluate(
                    """
                    document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === 'loaded')
                      .map((face) => `${face.family.replaceAll('"', '')} ${face.weight} ${face.style}`).sort().join('\\n'))
                    """)
                #expect(
                    faces.string == """
                        Noto Sans Condensed 400 normal
                        Noto Sans Condensed 600 normal
                        Vollkorn 400 italic
                        Vollkorn 400 normal
                        Vollkorn 600 normal
                        """)
                #expect(tab.messages.isEmpty && tab.forbiddenRequests.isEmpty, "\(tab.messages)")
            }
        }

        @Test("a figure is as wide as any other in every face, so that columns of numbers stand in line")
        func figures() async throws {
            let site = try await BuiltSite.of(.single)
            try await Browser.tab { tab async throws in
                try await tab.open(site.address(of: "index.html"), on: Device(), network: Network(site: site))
                let odd = try await tab.evaluate(
                    """
                    Promise.all([...document.fonts].map((face) => face.load())).then((faces) => {
                      const pen = document.createElement('canvas').getContext('2d');
                      return faces.filter((face) => {
                        pen.font = `${face.style} ${face.weight} 100px ${face.family}`;
                        return new Set([...'0123456789'].map((figure) => pen.measureText(figure).width)).size !== 1;
                      }).map((face) => `${face.family} ${face.weight} ${face.style}`).join();
                    })
                    """)
                #expect(odd.string == "")
            }
        }
    }
}
