/// Why a site cannot be built. The old site stays up.
public enum SiteError: Error, Sendable, CustomStringConvertible {
    /// A template that cannot be used.
    case template(String)
    case publishing(PublishError)
    /// What earlier builds left to remember.
    case state(StateError)
    /// A year that cannot be sealed as asked.
    case sealing(SealingError)
    /// Far fewer titles than the site has that this one would replace.
    case shrunk(from: Int, to: Int)
    /// Trouble that a strict build does not survive.
    case strict([Diagnostic])

    public var description: String {
        switch self {
        case .template(let message): message
        case .publishing(let error): error.description
        case .state(let error): error.description
        case .sealing(let error): error.description
        case .shrunk(let before, let now):
            "the site has \(counted(before, "title", "titles")), and this data only \(now.grouped): that looks like another folder, or like "
                + "an answer that lacks most. The old site stays; if it is true, build with --allow-empty."
        case .strict(let diagnostics):
            "\(counted(diagnostics.count, "item", "items")) could not be used, and --strict was asked for: "
                + diagnostics.map(\.description).joined(separator: "; ")
        }
    }
}
