/// Why a site cannot be built. The old site stays up.
public enum SiteError: Error, Sendable, CustomStringConvertible {
    /// A template that cannot be used.
    case template(String)
    case publishing(PublishError)
    /// What earlier builds left to remember.
    case state(StateError)
    /// A year that cannot be sealed as asked.
    case sealing(SealingError)
    /// Trouble that a strict build does not survive.
    case strict([Diagnostic])

    public var description: String {
        switch self {
        case .template(let message): message
        case .publishing(let error): error.description
        case .state(let error): error.description
        case .sealing(let error): error.description
        case .strict(let diagnostics):
            "\(counted(diagnostics.count, "item", "items")) could not be used, and --strict was asked for: "
                + diagnostics.map(\.description).joined(separator: "; ")
        }
    }
}
