import Disk
import Foundation
import SystemPackage

/// A site's files, as a server may show them.
///
/// Why by hand: a path of a request is somebody else's. It is taken apart before it is decoded, and each part is looked up in the folder
/// that the one before has led to; no link is followed, no name that begins with a dot is looked up but `.well-known` at the site's
/// root, and no folder is listed.
struct SiteFiles: Sendable {
    /// The site's folder; it may be a link itself.
    let path: String

    enum Finding: Equatable {
        case file([UInt8], name: String)
        /// A folder whose address ends in a slash.
        case folder
        case nothing
    }

    private typealias SiteFolder = Folder<ServeFailure>

    /// - Parameter path: below the site's own path, as the request has it: percent-encoded.
    func find(_ path: Substring) -> Finding {
        var names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = names.popLast() else { return .nothing }
        let isWellKnown = names.first?.removingPercentEncoding == Self.wellKnown.string
        guard let below = Self.components(names.dropFirst(isWellKnown ? 1 : 0)),
            let name = Self.components([last.isEmpty ? "index.html" : last])?.first
        else { return .nothing }
        let folders = (isWellKnown ? [Self.wellKnown] : []) + below
        guard let folder = try? SiteFolder(FilePath(self.path)).folder(FilePath(root: nil, folders)) else { return .nothing }
        let file = FilePath(root: nil, [name])
        if folder.entry(file) == .folder { return .folder }
        guard let bytes = try? folder.read(file, limit: 100_000_000) else { return .nothing }
        return .file(bytes, name: name.string)
    }

    /// The page that stands for all that is missing.
    var missing: [UInt8]? {
        guard case .file(let bytes, _) = find("404.html"[...]) else { return nil }
        return bytes
    }

    /// Where programs look for what a site says of itself.
    ///
    /// Source: RFC 8615
    private static let wellKnown: FilePath.Component = ".well-known"

    /// Nil for anything that is no name of a site's file.
    private static func components(_ names: some Sequence<String>) -> [FilePath.Component]? {
        var components: [FilePath.Component] = []
        for name in names {
            // Once: what is encoded twice is a name with a percent sign.
            guard let name = name.removingPercentEncoding, !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(0),
                !name.contains("/"), let component = FilePath.Component(name), component.kind == .regular
            else { return nil }
            components.append(component)
        }
        return components
    }
}

/// Why a file cannot be shown. Nobody is told: to whoever asks, it is not there.
private enum ServeFailure: FileFailure {
    case busy(path: String)
    case failed(action: String, path: String, reason: String)
}
