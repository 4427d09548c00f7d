/// The years that are over and stay as they are: which there are, which are sealed now, and what later data would change.
struct SealedYears: Sendable {
    /// By year: those that were sealed before, and those that are sealed now.
    private(set) var years: [Int: SealedYear]
    /// Those to remember.
    private(set) var new: [SealedYear] = []
    /// The years that were sealed before.
    let known: Set<Int>
    private(set) var notes: [Diagnostic] = []

    /// None.
    init() { (years, known) = ([:], []) }

    /// - Parameters:
    ///   - known: what earlier builds have sealed.
    ///   - library: with every title, hidden ones too.
    ///   - today: the day on which years are sealed.
    ///   - dataDay: the last day of which the data can tell, by its own word and not by this machine's clock: a year is sealed only from
    ///     data that reaches beyond it. Nil where nothing tells it.
    ///   - unlisted: shows whose episodes and air dates are still to come: years that consist of them wait, since what is then
    ///     known of their plays decides which of them are believed.
    ///   - asked: years to seal anew, from what the account says now.
    init(
        known: [Int: SealedYear], library: Library, today: CalendarDay, dataDay: CalendarDay?, unlisted: Set<TitleID> = [],
        resealing asked: Set<Int> = []
    ) throws(SealingError) {
        years = known
        self.known = Set(known.keys)
        let watched = Set(library.plays.months.map(\.year))
        for year in asked.sorted() {
            guard year < today.year else { throw .notOver(year) }
            guard watched.contains(year) || known[year] != nil else { throw .withoutPlays(year) }
        }
        for year in watched.union(known.keys).sorted() {
            let isDue = known[year] == nil && (dataDay.map { Self.sealingDay(of: year) <= min(today, $0) } ?? false)
            if asked.contains(year) || isDue && !Self.waits(year, of: library, for: unlisted) {
                seal(SealedYear(year, of: library, on: today))
            } else if let sealed = known[year] {
                compare(sealed, with: library, today: today)
            }
        }
        if !asked.isEmpty {
            notes.append(Diagnostic(.note, "sealed anew: \(asked.sorted().map(String.init).joined(separator: ", "))"))
        }
    }

    /// The day from which on a year is sealed. January is left for entries that are made up late.
    static func sealingDay(of year: Int) -> CalendarDay { CalendarMonth(year: year + 1, month: 2).firstDay }

    /// Whether more than one in ten of the year's shows is unlisted.
    private static func waits(_ year: Int, of library: Library, for unlisted: Set<TitleID>) -> Bool {
        let watched = Set(library.plays.plays(in: .year(year)).filter { !$0.isFilm }.map(\.title))
        let missing = watched.count { unlisted.contains(library.titles[Int($0)].id) }
        return missing * 10 > watched.count
    }

    private mutating func seal(_ year: SealedYear) {
        years[year.year] = year
        new.append(year)
    }

    private mutating func compare(_ sealed: SealedYear, with library: Library, today: CalendarDay) {
        let current = library.reviewPlays(in: .year(sealed.year), today: today)
        // Mostly they are the same, which is known sooner than what is not.
        guard current != sealed.plays, let words = SealDifference(from: sealed.plays, to: current).words else { return }
        notes.append(
            Diagnostic(
                .note,
                """
                \(sealed.year) was sealed on \(sealed.sealedOn.iso): \(words); \
                foyer build --reseal \(sealed.year) takes them over
                """))
    }
}

/// Why a year cannot be sealed.
public enum SealingError: Error, Hashable, Sendable, CustomStringConvertible {
    case notOver(Int)
    case withoutPlays(Int)
    case withoutState(Int)
    /// With what is not believed yet.
    case doubtful(Int, String)

    public var description: String {
        switch self {
        case .notOver(let year): "--reseal \(year): that year is not over yet."
        case .withoutPlays(let year): "--reseal \(year): nothing was watched in that year."
        case .withoutState(let year): "--reseal \(year): builds remember nothing here. Name a folder for that: --state DIR."
        case .doubtful(let year, let doubt): "--reseal \(year): not before it is settled whether to believe Simkl: \(doubt)."
        }
    }
}
