import Foundation

/// A year's page in a built site.
struct BuiltYear {
    /// The site's folder, absolute.
    let site: String
    let year: Int

    /// Below the site's folder.
    var folder: String { "year/\(year)" }

    /// - Throws: ``Failure`` with code 65 where the page is missing.
    init(_ year: Int, in site: String) throws(Failure) {
        self.site = URL(filePath: site).standardizedFileURL.path
        self.year = year
        guard FileManager.default.fileExists(atPath: "\(self.site)/\(folder)/index.html") else {
            throw Failure(code: .data, message: Self.missing(year, in: site))
        }
    }

    private static func missing(_ year: Int, in site: String) -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(site)/year")) ?? []
        let years = names.compactMap { Int($0) }.sorted().map(String.init)
        let others =
            years.isEmpty
            ? "Build the site first (foyer build), or name its folder: --site DIR."
            : "There are pages for \(years.joined(separator: ", "))."
        return "\(site)/year/\(year)/index.html: there is no such page. \(others)"
    }

    func html() throws(Failure) -> String {
        let path = "\(site)/\(folder)/index.html"
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Failure(code: .data, message: "\(path): cannot be read (\(error.localizedDescription)).")
        }
    }

    /// A picture to share, as the build made it.
    func picture(_ picture: SharePicture) throws(Failure) -> PrintedFile {
        let path = "\(site)/\(folder)/\(picture.file)"
        guard let data = FileManager.default.contents(atPath: path), let file = PrintedFile(png: data, size: picture.size) else {
            throw Failure(code: .data, message: "\(path): there is no such picture. Build the site anew: foyer build.")
        }
        return file
    }
}
