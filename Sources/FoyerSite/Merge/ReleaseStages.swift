import Simkl

/// How far titles have come on the air, by the newest word that the files have on each.
///
/// The word that Simkl sent last counts, whichever file it is in. Files that were saved by hand do not tell when that was, and their own
/// dates may be of any copy: of these details count before ratings lists, and those before calendars, of which the rolling ones count
/// before those of months, and later months before earlier ones.
struct ReleaseStages {
    private var claims: [Int: Claim] = [:]

    init(_ account: Account) {
        for row in account.details { add(row.status, of: row.media.ids.simkl, Claim.Weight(fetchedAt: row.fetchedAt, .details)) }
        for row in account.crowd { add(row.releaseStatus, of: row.id, Claim.Weight(fetchedAt: row.fetchedAt, .ratings)) }
        for row in account.airings { add(row.metadata?.status, of: row.id, Claim.Weight(row)) }
    }

    subscript(id: Int) -> ReleaseStage? { claims[id]?.stage }

    private mutating func add(_ word: String?, of id: Int, _ weight: Claim.Weight) {
        guard let stage = word.flatMap(ReleaseStage.init(wire:)) else { return }
        let claim = Claim(stage: stage, weight: weight)
        if claims[id].map({ $0 < claim }) ?? true { claims[id] = claim }
    }

    /// What one file says of one title.
    private struct Claim: Comparable {
        let stage: ReleaseStage
        let weight: Weight

        struct Weight: Comparable {
            let fetchedAt: Int64
            let source: Source
            /// What tells two calendars apart; 0 for all else.
            let date: Int64

            init(fetchedAt: Int64?, _ source: Source, date: Int64 = 0) {
                self.fetchedAt = fetchedAt ?? .min
                self.source = source
                self.date = date
            }

            init(_ airing: Wire.Airing) {
                self.init(
                    fetchedAt: airing.fetchedAt, airing.isRolling ? .rollingCalendar : .calendar, date: airing.sentAt.date)
            }

            static func < (left: Weight, right: Weight) -> Bool {
                (left.fetchedAt, left.source.rawValue, left.date) < (right.fetchedAt, right.source.rawValue, right.date)
            }
        }

        enum Source: Int { case calendar, rollingCalendar, ratings, details }

        /// Of two of one weight the further stage counts, so that no order decides.
        static func < (left: Claim, right: Claim) -> Bool {
            left.weight != right.weight ? left.weight < right.weight : left.stage < right.stage
        }
    }
}
