import Disk
import Foundation

/// A folder for one printing, which only its owner can enter: the browser's profile, the page's copy, what the browser writes.
struct PrintFolder {
    let path: String

    private typealias Storage = Files<WriteFailure>

    var profile: String { "\(path)/profile" }
    /// What the browser has to say.
    var log: String { "\(path)/browser.log" }
    /// What the browser makes.
    var product: String { "\(path)/product.pdf" }

    init() throws(WriteFailure) {
        path = FileManager.default.temporaryDirectory.appending(path: "foyer-print-\(UUID().uuidString)").path
        try Storage.makeFolder(path, mode: 0o700)
    }

    func remove() { Storage.remove(path) }

    /// Puts the page's copy where its relative addresses mean the site's own files.
    ///
    /// - Returns: the copy's file.
    func copy(_ source: BuiltYear) throws -> String {
        let copy = PaperCopy(of: try source.html())
        var (original, place) = (source.site, "\(path)/site")
        for name in source.folder.split(separator: "/").map(String.init) {
            try stand(in: place, for: original, but: name)
            original += "/\(name)"
            place += "/\(name)"
        }
        try stand(in: place, for: original, but: "index.html")
        try Storage.write(Array(copy.html.utf8), to: "\(place)/index.html")
        return "\(place)/index.html"
    }

    /// Links to everything in a folder but one name.
    private func stand(in place: String, for original: String, but name: String) throws {
        try Storage.makeFolder(place)
        for other in try FileManager.default.contentsOfDirectory(atPath: original) where other != name {
            try FileManager.default.createSymbolicLink(
                atPath: "\(place)/\(other)", withDestinationPath: "\(original)/\(other)")
        }
    }
}
