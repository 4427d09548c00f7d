import Disk
import Raster

/// What pictures to share are set in: the pages' own faces, out of the theme's files.
struct CardFaces: Sendable {
    let headline: Typeface
    let text: Typeface
    let italic: Typeface
    let label: Typeface
    /// Of their files.
    let fingerprint: UInt64

    /// A file that is not there, or that is no font.
    struct Missing: Error {
        let file: String
    }

    /// - Parameter bytes: what the theme has at a path; nil for nothing.
    init<Failure: Error>(_ bytes: (String) throws(Failure) -> [UInt8]?) throws {
        var fingerprint = Fingerprint()
        func face(_ name: String) throws -> Typeface {
            let file = "assets/fonts/\(name).woff2"
            guard let bytes = try bytes(file), let face = Typeface(bytes) else { throw Missing(file: file) }
            unsafe bytes.withUnsafeBytes { bytes in unsafe fingerprint.feed(bytes) }
            return face
        }
        headline = try face("vollkorn-600")
        text = try face("vollkorn-400")
        italic = try face("vollkorn-400-italic")
        label = try face("noto-sans-condensed-400")
        self.fingerprint = fingerprint.value
    }
}
