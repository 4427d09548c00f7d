import Simkl

extension SiteBuilder {
    /// The years that are over, those among them that this build seals, and what later data would change.
    ///
    /// - Parameter shown: the library that the edition has. Years are sealed with all titles: an edition that hides some must not
    ///   take them from one that shows them.
    func sealedYears(
        of accounts: [Account], shown: Library, today: CalendarDay, _ diagnostics: inout [Diagnostic]
    ) throws(SiteError) -> SealedYears {
        guard let state else {
            if let year = resealedYears.min() { throw .sealing(.withoutState(year)) }
            return SealedYears()
        }
        let library = configuration.hidesTitles ? wholeLibrary(of: accounts) : shown
        let known: [Int: SealedYear]
        do { known = try YearArchive(state: state).years(&diagnostics) } catch { throw .state(error) }
        do {
            return try SealedYears(
                known: known, library: library, today: today,
                dataDay: library.syncMoment.map(library.days.calendarDay(of:)) ?? today,
                unlisted: unlistedShows(of: accounts, in: library), resealing: resealedYears)
        } catch {
            throw .sealing(error)
        }
    }

    func keep(_ sealed: SealedYears) throws(SiteError) {
        guard let state else { return }
        do { try YearArchive(state: state).keep(sealed.new) } catch { throw .state(error) }
    }

    private func wholeLibrary(of accounts: [Account]) -> Library {
        var options = configuration.mergeOptions
        options.edition = .private
        return LibraryMerger(options: options).library(from: accounts).library
    }

    /// Shows whose episode list a mirror has still to fetch. Of files that were saved by hand nothing is still to come.
    private func unlistedShows(of accounts: [Account], in library: Library) -> Set<TitleID> {
        guard library.syncMoment != nil else { return [] }
        let listed = Set(accounts.flatMap(\.episodes).map { TitleID(kind: MediaKind($0.bucket), simkl: $0.id) })
        return Set(library.titles.lazy.map(\.id).filter { $0.kind != .movie && !listed.contains($0) })
    }
}

extension Configuration {
    /// Whether the edition lacks titles of the account.
    var hidesTitles: Bool { !hiddenTitles.isEmpty && !(edition ?? .public).showsHiddenTitles }
}
