import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("Statistics")
struct StatisticsTests {
    @Test("the ledger's plays are the total's, and the months' those with a believable date", arguments: 1...10)
    func sums(seed: Int) throws {
        var generator = StatisticsAccount(seed: seed + 50)
        let statistics = try generator.files().merged().library.statistics
        let ledger = statistics.ledger
        #expect(ledger.plays == statistics.total.plays)
        // The account must put the rules to the test.
        #expect(IndexedPlay.Evidence.allCases.allSatisfy { $0 == .year || ledger[$0] > 0 })
        #expect(statistics.months.values.reduce(0) { $0 + $1.plays } == ledger.real + ledger.days)
        #expect(statistics.months.values.allSatisfy { $0.titles == 0 && $0.plays > 0 })
        #expect(statistics.total.titles == statistics.kinds.values.reduce(0) { $0 + $1.titles })
    }

    @Test("a play at the turn of the year belongs to the month of its day, not of its UTC date")
    func turnOfTheYear() throws {
        func film(_ id: Int, _ date: String) -> String {
            #"{"status":"completed","last_watched_at":"\#(date)","movie":{"runtime":\#(id),"ids":{"simkl":\#(id)}}}"#
        }
        var options = LibraryMerger.Options()
        options.timeZone = "America/New_York"
        let months = try AccountFiles(
            "movies", film(1, "2027-01-01T08:59:59Z"), film(2, "2027-01-01T09:00:00Z"), film(4, "2027-01-01T00:00:00Z"),
            film(8, "2026-12-31T23:59:59Z"), film(16, "1970-01-01T00:00:01Z")
        ).merged(options).library.statistics.months
        #expect(
            months == [
                CalendarMonth(year: 2026, month: 12): Statistics.Totals(plays: 2, films: 2, minutes: 9),
                CalendarMonth(year: 2027, month: 1): Statistics.Totals(plays: 2, films: 2, minutes: 6),
            ])
    }

    @Test("an empty library has no numbers")
    func empty() throws {
        let statistics = try AccountFiles("shows").merged().library.statistics
        #expect(statistics == Statistics(titles: [], days: .utc))
        #expect(statistics.total == Statistics.Totals() && statistics.months.isEmpty && statistics.ratings.isEmpty)
    }

    @Test("Simkl's own numbers are read beside ours")
    func account() throws {
        let stats = """
            {"total_mins":100,"movies":{"total_mins":40,"plantowatch":{"mins":5,"count":2},"notinteresting":{"count":1}},
            "tv":{"total_mins":"60","watching":{"count":3},"hold":{"count":null}},"anime":[]}
            """
        let numbers = try AccountFiles("shows").adding("stats.json", stats).merged().library.accountStatistics
        #expect(numbers == AccountStatistics(totalMinutes: 100, minutes: [.movie: 40, .tv: 60], titles: [.movie: 3, .tv: 3]))
    }
}
