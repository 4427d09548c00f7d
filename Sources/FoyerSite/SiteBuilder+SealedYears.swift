import Simkl

extension SiteBuilder {
    /// The years that are over, those among them that this build seals, and what later data would change.
    ///
    /// - Parameters:
    ///   - everything: of the whole library, where builds remember: years are sealed with all that is known of all titles, since an edition that hides
    ///     something must not take it from one that shows it.
    ///   - kept: the years that earlier builds have sealed, by their files.
    func sealedYears(
        _ word: AccountWord, _ whole: WholeLibrary, _ everything: Library?, today: CalendarDay, kept: [String: SealedYear]
    ) throws(SiteError) -> (SealedYears, [Diagnostic]) {
        guard let state, let everything else {
            if let year = resealedYears.min() { throw .sealing(.withoutState(year)) }
            return (SealedYears(), [])
        }
        var diagnostics: [Diagnostic] = []
        if let doubt = word.doubt, let year = resealedYears.min() { throw .sealing(.doubtful(year, doubt)) }
        let known = YearArchive(state: state).years(kept, today: today, &diagnostics)
        do {
            let years = try SealedYears(
                known: known, library: everything, today: today,
                // What is doubted may be what is left of the account: nothing is settled by it.
                dataDay: word.doubt == nil ? whole.lastDay(upTo: today) : nil,
                unlisted: word.unlistedShows(in: everything), resealing: resealedYears)
            return (years, diagnostics)
        } catch {
            throw .sealing(error)
        }
    }

    /// Names what only sealed years still tell of, since their owner may have wanted it gone.
    func notes(of site: Site) -> [Diagnostic] {
        site.sealedYears.left.sorted { $0.key < $1.key }.compactMap { year, titles in
            let left = titles.filter { !site.unreviewed.contains($0.id.simkl) }
            guard !left.isEmpty else { return nil }
            let names = left.prefix(5).map { "\($0.name) (\($0.id.simkl))" }
            let more = left.count > names.count ? " and \((left.count - names.count).grouped) more" : ""
            return Diagnostic(
                .note,
                """
                \(year) is sealed and still tells of \(counted(left.count, "title", "titles")) that left the library: \
                \(names.joined(separator: ", "))\(more); foyer build --reseal \(year) drops \(left.count == 1 ? "it" : "them"), and so \
                does unreviewed_titles
                """)
        }
    }

    func keep(_ sealed: SealedYears) throws(SiteError) {
        guard let state else { return }
        do { try YearArchive(state: state).keep(sealed.new, known: sealed.known) } catch { throw .state(error) }
    }
}

/// What is to be known of accounts after their entries have gone.
struct AccountWord {
    /// Why they may lack something.
    let doubt: String?
    /// The shows whose episode lists they have.
    private let listed: Set<TitleID>

    init(_ accounts: borrowing [Account]) {
        doubt = accounts.lazy.compactMap(\.doubt).first
        listed = Set(accounts.lazy.flatMap(\.episodes).map { TitleID(kind: MediaKind($0.bucket), simkl: $0.id) })
    }

    /// Shows whose episode list a mirror has still to fetch. Of files that were saved by hand nothing is still to come.
    fileprivate func unlistedShows(in library: Library) -> Set<TitleID> {
        guard library.syncedAt != nil else { return [] }
        return Set(library.titles.lazy.filter { !$0.isFilm }.map(\.id).filter { !listed.contains($0) })
    }
}
