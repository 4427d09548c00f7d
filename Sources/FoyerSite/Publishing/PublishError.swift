public import Disk

/// Why a site cannot be published.
///
/// The old site stays as it was, but where the error says that it is to be finished by the next build.
public enum PublishError: FileFailure, Hashable, Sendable, CustomStringConvertible {
    case dangerousOutput(path: String, reason: String)
    case foreignFile(path: String)
    case damagedManifest(path: String)
    case busy(path: String)
    case failed(action: String, path: String, reason: String)
    /// A token or key of the run would be published in a file.
    case secret(path: String)
    /// The output folder, or something in it, was removed or replaced while the site was made.
    case removed(path: String)
    /// Files of ours that could not be moved to their places.
    case unfinished(trouble: String)
    /// Files of earlier builds that could not be deleted; all else is done.
    case undeleted(trouble: [String])

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
        case .secret(let path):
            "\(path): a token, the client id or a key of this run would be published in this file, so nothing was published. "
                + "Look for it in the templates and in the texts of the account."
        case .removed(let path):
            "\(path): removed or replaced while the site was being made. Build again."
        case .unfinished(let trouble):
            "\(trouble) Some pages are new already; the next build moves the others."
        case .undeleted(let trouble):
            trouble.joined(separator: "\n")
                + "\nThe rest of the site is up to date; what could not be deleted is still published, and the next build tries again."
        }
    }
}
