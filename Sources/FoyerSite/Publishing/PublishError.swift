public import Disk

/// Why a site cannot be published. The old site stays as it was.
public enum PublishError: FileFailure, Hashable, Sendable, CustomStringConvertible {
    case dangerousOutput(path: String, reason: String)
    case foreignFile(path: String)
    case damagedManifest(path: String)
    case busy(path: String)
    case failed(action: String, path: String, reason: String)

    public var description: String {
        switch self {
        case .dangerousOutput(let path, let reason):
            "'\(path)' cannot be the output: it is \(reason). Name a folder of its own: --output DIR."
        case .foreignFile(let path):
            "\(path): this file was not written by Foyer and stands where a page has to go. Move it away, or name another --output."
        case .damagedManifest(let path):
            "\(path): this list of what Foyer wrote is damaged. Build with --force to write every page anew over what is there."
        case .busy(let path):
            "\(path): another build is writing this site. Try again when it is done."
        case .failed(let action, let path, let reason):
            "\(path): cannot \(action) (\(reason))."
        }
    }
}
