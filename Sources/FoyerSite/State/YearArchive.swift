/// The sealed years among what builds remember: one file for each, the same for every edition.
struct YearArchive: Sendable {
    let state: StateFolder

    private static let folder = "years"

    private static func file(_ year: Int) -> String { "\(folder)/\(year).json" }

    /// Every year that is kept, by its file.
    ///
    /// - Throws: ``StateError/newer(path:)`` for a year that a newer Foyer has sealed.
    func read(_ diagnostics: inout [Diagnostic]) throws(StateError) -> [String: SealedYear] {
        var years: [String: SealedYear] = [:]
        for file in state.files(in: Self.folder) { years[file] = try state.read(file, as: SealedYear.self, &diagnostics) }
        return years
    }

    /// The years among them that are used.
    ///
    /// - Parameter today: a year that was sealed on a later day was sealed by a wrong clock, if it is not this one that is wrong: it is
    ///   not used, and told of, and its file stays.
    func years(
        _ all: [String: SealedYear], today: CalendarDay, _ diagnostics: inout [Diagnostic]
    ) -> [Int: SealedYear] {
        var years: [Int: SealedYear] = [:]
        for (file, year) in all.sorted(by: { $0.key < $1.key }) {
            if year.sealedOn <= today {
                years[year.year] = year
            } else {
                let words =
                    "sealed on \(year.sealedOn.iso), which is still to come, so it is not used: check this machine's clock"
                diagnostics.append(Diagnostic(.note, words, at: "\(state.path)/\(file)"))
            }
        }
        return years
    }

    /// - Parameter known: the years whose files were used; the file of any other is put beside, not written over.
    func keep(_ years: [SealedYear], known: Set<Int>) throws(StateError) {
        for year in years {
            let file = Self.file(year.year)
            if !known.contains(year.year), state.has(file) { try state.setAside(file, as: "not-used") }
            try state.write(year, to: file)
        }
    }
}
