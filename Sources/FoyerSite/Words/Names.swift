/// What Simkl calls a genre, in the site's language; as Simkl calls it where that has no word for it.
func genreName(_ name: String) -> String {
    let parts = name.split { !$0.isLetter && !$0.isNumber }
    let key = parts.prefix(1).map { $0.lowercased() } + parts.dropFirst().map(\.capitalized)
    return word(key.joined(), in: "genre") ?? name
}

/// A country by its code of two letters; the code where the site's language has no word for it.
func countryName(_ code: String) -> String { word(code, in: "country") ?? code }

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
