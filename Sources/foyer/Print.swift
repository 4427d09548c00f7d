import ArgumentParser
import Foundation

/// `foyer print`: a year of the built site on paper, or as a picture to share.
struct Print: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a PDF of a year's page, or a picture of it to share.",
        discussion: """
            Prints the page of the site as it was built last, with an installed Chromium or Chrome: the one that --browser or \
            FOYER_BROWSER names, else the first on PATH. Pictures to share were made with the site, and want no browser. The browser gets a profile of its own, which is gone afterwards, and asks \
            the network for nothing but the page's posters; where they do not come, their cards are printed. Links of the page lead to \
            the site's public address, if it was built with one (--base-url).

            Exit codes: 0 done, 64 usage, 65 no such page, 69 no browser, or one that fails, 73 cannot write, 75 the browser took \
            too long.

            \(Surroundings.Help.reads("FOYER_BROWSER and PATH, for the browser", "TMPDIR"))
            """)

    @Argument(help: "The year, as in 2026.")
    var year: Int
    @Option(help: "The paper: \(Paper.allCases.map(\.rawValue).joined(separator: " or ")).")
    var paper = Paper.a4
    @Option(help: "Take the PNG to share instead: wide (1200×630) or tall (1080×1920).")
    var picture: SharePicture?
    @Option(help: "The file to write. Default: year-YEAR.pdf, or year-YEAR-wide.png.")
    var output: String?
    @Option(help: "The folder of the built site.")
    var site = "Output"
    @Option(help: "The browser: a program's path, or its name on PATH. Default: FOYER_BROWSER, else Chromium or Chrome.")
    var browser: String?
    @Option(help: ArgumentHelp("How long the browser may take.", valueName: "seconds"))
    var timeout = 120
    @Flag(help: "Say nothing but errors.")
    var quiet = false

    func validate() throws {
        if !(1...9999).contains(year) { throw ValidationError("'\(year)' is no year: one such as 2026 is expected.") }
        if !(1...3600).contains(timeout) { throw ValidationError("--timeout takes a number of seconds from 1 to 3600.") }
    }

    func run() async throws {
        try await Failure.telling {
            let source = try BuiltYear(year, in: site)
            let output = output ?? "year-\(year)" + (picture.map { "-\($0).png" } ?? ".pdf")
            try PrintedFile.checkIsWritable(output)
            let file = if let picture { try source.picture(picture) } else { try await printed(source) }
            try file.write(to: output)
            if !quiet {
                let pages = file.pages.map { $0 == 1 ? "1 page, " : "\($0) pages, " } ?? ""
                Console.print("\(output): \(pages)\((file.bytes.count + 1023) / 1024) KB")
            }
        }
    }

    private func printed(_ source: BuiltYear) async throws -> PrintedFile {
        let browser = try Browser.find(asked: browser, environment: ProcessInfo.processInfo.environment)
        return try await Interruption.guarding {
            let folder = try PrintFolder()
            defer { folder.remove() }
            let page = try folder.copy(source)
            return try await browser.pdf(of: page, paper: paper, in: folder, deadline: .seconds(timeout))
        }
    }
}

/// The sheets that the stylesheet knows.
enum Paper: String, CaseIterable, ExpressibleByArgument {
    case a4, letter

    /// What the page's address ends in for its stylesheet to choose this paper.
    var fragment: String { self == .letter ? "#us_letter" : "" }
}

/// The pictures to share that a year has.
enum SharePicture: String, CaseIterable, ExpressibleByArgument {
    case wide, tall

    var size: (width: Int, height: Int) { self == .wide ? (1200, 630) : (1080, 1920) }

    /// Beside the year's page.
    var file: String { self == .wide ? "share.png" : "share-tall.png" }
}
