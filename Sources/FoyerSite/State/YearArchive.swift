/// The sealed years among what builds remember: one file for each, the same for every edition.
struct YearArchive: Sendable {
    let state: StateFolder

    private static let folder = "years"
    private static let version = 1

    /// - Throws: ``StateError/newer(path:)`` for a year that a newer Foyer has sealed.
    func years(_ diagnostics: inout [Diagnostic]) throws(StateError) -> [Int: SealedYear] {
        var years: [Int: SealedYear] = [:]
        for file in state.files(in: Self.folder) {
            guard let year = try state.read(file, as: SealedYear.self, version: Self.version, &diagnostics) else { continue }
            years[year.year] = year
        }
        return years
    }

    func keep(_ years: [SealedYear]) throws(StateError) {
        for year in years { try state.write(year, to: "\(Self.folder)/\(year.year).json", version: Self.version) }
    }
}
