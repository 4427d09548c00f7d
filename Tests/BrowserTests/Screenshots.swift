import Foundation
import TestSupport
import Testing

extension InTheBrowser {
    /// The pictures of the README, made when asked for: `make screenshots`.
    @Suite(.enabled(if: ProcessInfo.processInfo.environment["FOYER_SCREENSHOTS"] != nil))
    struct Screenshots {
        @Test("the sample site, with posters that are drawn for it")
        func pictures() async throws {
            let folder = "\(Program.root)/\(ProcessInfo.processInfo.environment["FOYER_SCREENSHOTS"] ?? "docs/images")"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let site = try await BuiltSite.of(.sample)
            let pictures: [(name: String, page: String, device: Device)] = [
                ("home", "index.html", Device()), ("title", "tv/11121-breaking-bad/index.html", Device(isDark: true)),
                ("statistics", "statistics/index.html", Device()), ("phone", "index.html", Device(width: 375, isDark: true)),
            ]
            try await Browser.tab { tab in
                for picture in pictures where FileManager.default.fileExists(atPath: "\(site.path)/\(picture.page)") {
                    try await tab.open(site.address(of: picture.page), on: picture.device, network: Network(site: site))
                    let images =
                        "Promise.all(Array.from(document.images).filter((image) => image.getBoundingClientRect().top < innerHeight)"
                    _ = try await tab.evaluate(images + ".map((image) => { image.loading = 'eager'; return image.decode(); }))")
                    try await tab.screenshot().write(to: URL(filePath: "\(folder)/\(picture.name).png"))
                }
                try await tab.open(site.address(of: "year/2025/index.html"), on: Device(), network: Network(site: site))
                _ = try await tab.evaluate("Promise.all(Array.from(document.images, (image) => image.decode()))")
                try await tab.pdf().write(to: URL(filePath: "\(folder)/year.pdf"))
            }
            // Two pages of the paper edition: the cover, and the one with the heat map.
            let text = try await Program.run(["year.pdf", "-"], executable: "/usr/bin/pdftotext", in: folder).output
            let habits = try #require(text.split(separator: "\u{C}").firstIndex { $0.contains("Habits") }) + 1
            for (name, page) in [("year-cover", 1), ("year-habits", habits)] {
                let arguments = ["-png", "-r", "80", "-singlefile", "-f", "\(page)", "-l", "\(page)", "year.pdf", name]
                let result = try await Program.run(arguments, executable: "/usr/bin/pdftoppm", in: folder)
                #expect(result.code == 0, "\(result.errors)")
            }
            try FileManager.default.removeItem(atPath: "\(folder)/year.pdf")
        }
    }
}
