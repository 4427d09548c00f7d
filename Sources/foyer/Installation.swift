import Disk
import Foundation
import FoyerSite

/// Where the files that came with the program are.
enum Installation {
    /// The owner's templates: as asked, else in the working folder, else those that came with the program.
    static func templates(asked: String?) throws(Failure) -> String {
        let own = asked ?? "Templates"
        // Where the program has its own, they need not be whole.
        if templates(besides: own) != nil, SiteBuilder.hasTemplates(own) { return own }
        let places = [own] + (asked == nil ? shared("Templates") : [])
        return try first(places, holding: "layout.html", what: "templates", option: "--templates DIR")
    }

    /// Those that came with the program; nil where there are none, or the owner's are these.
    static func templates(besides owners: String) -> String? {
        func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
        let own = shared("Templates").first { FileManager.default.fileExists(atPath: "\($0)/layout.html") }
        return own.flatMap { resolved($0) == resolved(owners) ? nil : $0 }
    }

    /// The sample account.
    static func sample() throws(Failure) -> String {
        try first(shared("Sample"), holding: "all-items.json", what: "files of the sample account", option: "--data DIR")
    }

    /// The program's own file.
    static var program: String {
        (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).resolvingSymlinksInPath().path
    }

    /// Beside an installed program in `../share/foyer`; beside a freshly built one in its bundle or in the checkout around it.
    private static func shared(_ name: String) -> [String] {
        let folder = URL(filePath: program).deletingLastPathComponent()
        let installed = ["../share/foyer/\(name)", "foyer_foyer.resources/\(name)"]
            .map { folder.appending(path: $0).standardizedFileURL.path }
        guard let build = program.range(of: "/.build/") else { return installed }
        return installed + ["\(program[..<build.lowerBound])/\(name)"]
    }

    private static func first(_ places: [String], holding file: String, what: String, option: String) throws(Failure) -> String {
        for place in places where FileManager.default.fileExists(atPath: "\(place)/\(file)") { return place }
        throw Failure(
            code: .data,
            message: "there are no \(what) in \(places.joined(separator: ", ")) (no \(file) there). Name the folder: \(option).")
    }
}
