/// Why nobody can tell which title is meant.
public enum FindError: Error, Hashable, CustomStringConvertible {
    case notFound(TitleQuery, near: [String])
    /// The likeliest first.
    case ambiguous(TitleQuery, [FoundTitle])
    case simkl(SimklError)

    public var description: String {
        switch self {
        case .notFound(let query, let near): "There is no title \(query)." + (near.isEmpty ? "" : " Do you mean one of these?")
        case .ambiguous(let query, _): "\(query) may be any of these; name it by its address:"
        case .simkl(let error): error.description
        }
    }

    /// Titles to choose from, each with its address.
    public var choices: [String] {
        switch self {
        case .notFound(_, let near): near
        case .ambiguous(_, let found): found.map(\.line)
        case .simkl: []
        }
    }
}
