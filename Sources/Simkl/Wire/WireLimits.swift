/// The most that is read of a text, so that nothing that Simkl could send makes a page, a build or a machine choke.
///
/// The one table of such limits. No real account comes near any of them.
struct TextLimit: Sendable {
    /// As people count them; of Unicode scalars there may be four times as many.
    let characters: Int
    /// Whether a longer text is shortened; else it is left out, since half of it would be another.
    let isShortened: Bool

    /// Titles, episodes, genres, networks, people.
    static let name = TextLimit(characters: 500, isShortened: true)
    /// Overviews, and what people say of themselves.
    static let prose = TextLimit(characters: 10_000, isShortened: true)
    /// Notes; Simkl's own limit is 140.
    static let memo = TextLimit(characters: 1_000, isShortened: true)
    /// Statuses, types, countries, numbers with a unit.
    static let word = TextLimit(characters: 100, isShortened: false)
    /// Ids of all services, and slugs.
    static let identifier = TextLimit(characters: 500, isShortened: false)
    /// Addresses, and paths of pictures.
    static let address = TextLimit(characters: 2_000, isShortened: false)
    /// Tokens and codes.
    static let token = TextLimit(characters: 4_096, isShortened: false)

    /// What is kept of a text, if anything, and whether that is all of it.
    func kept(_ text: UnsafeBufferPointer<UInt8>) -> (text: String?, isWhole: Bool) {
        if isShortened {
            let kept = unsafe shortened(text)
            return (kept, unsafe kept.utf8.elementsEqual(text))
        }
        return unsafe allows(text) ? (unsafe String(decoding: text, as: UTF8.self), true) : (nil, false)
    }

    /// The beginning of a text, with an ellipsis; the text itself where it is not too long. Never half a character, unless one alone is
    /// too long.
    private func shortened(_ text: UnsafeBufferPointer<UInt8>) -> String {
        guard text.count > characters else { return unsafe String(decoding: text, as: UTF8.self) }
        let scalars = characters * 4
        // No scalar has more than four bytes, so that what is behind need not be looked at.
        let window = unsafe String(decoding: text.prefix(scalars * 4), as: UTF8.self)
        var (end, length, taken) = (window.startIndex, 0, 0)
        while end < window.endIndex, length < characters {
            let next = window.index(after: end)
            taken += window.unicodeScalars.distance(from: end, to: next)
            if taken > scalars { break }
            (end, length) = (next, length + 1)
        }
        if end == window.endIndex, text.count <= scalars * 4 { return window }
        if length == 0 { return String(String.UnicodeScalarView(window.unicodeScalars.prefix(characters))) + "…" }
        return window[..<end] + "…"
    }

    /// Whether a text may stay as long as it is.
    private func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // A count of characters only where the bytes leave it open.
        guard text.count > characters else { return true }
        guard text.count <= characters * 4 else { return false }
        return unsafe String(decoding: text, as: UTF8.self).unicodeScalars.count <= characters
    }
}

/// The most elements that are read of a list.
enum ListLimit {
    static let genres = 100
    /// Of a title, in other languages and scripts.
    static let names = 100
    static let trailers = 100
    static let relations = 100
    static let countries = 300
    static let releases = 100
    static let identifiers = 100
    static let seasons = 1_000
    static let episodes = 20_000
    /// What could not be read in one file; more are counted.
    static let issues = 2_000
}
