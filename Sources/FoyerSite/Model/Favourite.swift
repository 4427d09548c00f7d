/// A title that its owner pins to the front page, as it was written: its Simkl id, its address on Simkl, or its name.
public struct Favourite: Hashable, Sendable {
    public let text: String
    /// Where it stands: file, line and column.
    public let place: String?

    public init(_ text: String, at place: String? = nil) {
        self.text = text
        self.place = place
    }

    /// The titles that it can mean: one, unless several have its name.
    func titles(in titles: [Title]) -> [Title] {
        let found: [Title]
        if let (kind, id) = address {
            found = titles.filter { $0.id.simkl == id && (kind == nil || $0.id.kind == kind) }
        } else {
            found = []
        }
        // A film can be called by a number.
        return found.isEmpty ? titles.filter { $0.isCalled(text) } : found
    }

    /// A Simkl id, with the kind where an address tells it.
    private var address: (kind: MediaKind?, id: Int)? {
        if let id = Int(text) { return (nil, id) }
        guard
            let match = text.wholeMatch(
                of: /(?:(?:https?:\/\/)?(?:www\.)?simkl\.com)?\/?(tv|anime|movies)\/(\d{1,12})(?:[\/?#].*)?/),
            let kind = MediaKind.allCases.first(where: { $0.path == match.1 }), let id = Int(match.2)
        else { return nil }
        return (kind, id)
    }
}

extension Title {
    fileprivate func isCalled(_ text: String) -> Bool {
        self.name == text || self.sentName == text || self.alternativeNames.contains(text)
    }
}

/// What was pinned, as far as the library has it.
struct Favourites: Sendable {
    /// In the order in which they were written, each once.
    let titles: [Title]
    /// Those that are no title at all, and those that could be several.
    let notes: [Diagnostic]

    /// - Parameter all: every title of the account: one that the edition hides is left out without a word.
    init(_ favourites: [Favourite], in library: Library, of all: [Title]) {
        var (titles, notes, seen): ([Title], [Diagnostic], Set<TitleID>) = ([], [], [])
        for favourite in favourites {
            let known = favourite.titles(in: all)
            switch known.count {
            case 1:
                guard let title = library.title(known[0].id), seen.insert(title.id).inserted else { continue }
                titles.append(title)
            case 0:
                notes.append(
                    favourite.note("is no title of the account: write its Simkl id, its address on Simkl, or its exact name"))
            default:
                let ids = known.map(\.id).sorted().map(\.key).joined(separator: ", ")
                notes.append(favourite.note("is the name of \(known.count) titles: write one of \(ids) instead"))
            }
        }
        self.titles = titles
        self.notes = notes
    }
}

extension Favourite {
    fileprivate func note(_ words: String) -> Diagnostic {
        Diagnostic(.warning, "the favourite '\(text)' \(words)", at: place)
    }
}
