import Testing

@testable import FoyerSite

@Suite("The clock of a build")
struct SiteClockTests {
    @Test(
        "its answers last until something airs, or to the end of the day; at the very second of an airing, for that second",
        arguments: [
            ("2026-11-20T18:59:59Z", "2026-11-20T19:00:00Z"), ("2026-11-20T19:00:00Z", "2026-11-20T19:00:01Z"),
            ("2026-11-20T19:00:01Z", "2026-11-21T00:00:00Z"), ("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"),
        ])
    func nextChange(now: String, end: String) throws {
        let airing = Airing(
            title: TitleID(kind: .tv, simkl: 1), episode: nil, time: .moment(try moment("2026-11-20T19:00:00Z")), name: nil,
            finale: nil, isPremiere: false, runtimeMinutes: nil, release: nil)
        let clock = SiteClock(now: try moment(now), days: .utc)
        #expect(clock.nextChange(of: [airing]) == (try moment(end)))
    }

    @Test(
        "until the roll-over hour it is still the owner's day before, on nights that the clocks change too",
        arguments: [
            ("2026-11-20T20:00:00Z", "2026-11-20", "2026-11-20", "2026-11-20T23:00:00Z"),
            ("2026-11-20T23:30:00Z", "2026-11-21", "2026-11-20", "2026-11-21T03:00:00Z"),
            ("2026-11-21T03:00:00Z", "2026-11-21", "2026-11-21", "2026-11-21T23:00:00Z"),
            // From one o'clock UTC on, the clocks are an hour ahead; in October they are put back.
            ("2026-03-29T00:30:00Z", "2026-03-29", "2026-03-28", "2026-03-29T02:00:00Z"),
            ("2026-10-25T00:30:00Z", "2026-10-25", "2026-10-24", "2026-10-25T02:00:00Z"),
        ])
    func watchingDay(now: String, today: String, watchingDay: String, end: String) throws {
        let days = try #require(DayRule(zone: "Europe/Berlin", rolloverHour: 4))
        let clock = SiteClock(now: try moment(now), days: days)
        #expect([clock.today.iso, clock.watchingDay.iso] == [today, watchingDay])
        let change = clock.nextChange(of: [])
        #expect(change <= (try moment(end)) && change > clock.now)
        // Never later than the day changes, and in an ordinary night exactly then.
        let next = SiteClock(now: Moment(secondsSince1970: change.secondsSince1970 - 1), days: days)
        #expect([next.today, next.watchingDay] == [clock.today, clock.watchingDay])
    }

    @Test("a streak lives, and a year runs, until the roll-over hour")
    func roundTheYear() throws {
        let films = (27...31).map {
            #"{"status":"completed","last_watched_at":"2026-12-\#($0)T20:00:00Z","movie":{"title":"F","ids":{"simkl":\#($0)}}}"#
        }
        func site(_ now: String) throws -> Site {
            var options = LibraryMerger.Options()
            options.timeZone = "Europe/Berlin"
            let library = try AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#]).merged(options)
                .library
            return Site(library: library, name: "S", words: .english, baseURL: nil, now: try moment(now))
        }
        // At 00:30 on 2 January it is still 1 January, the day after the last play.
        for (now, run) in [("2027-01-01T23:30:00Z", 5), ("2027-01-02T03:00:00Z", nil)] {
            let site = try site(now)
            let activity = PeriodStatistics(.allTime, of: site.library).activity
            #expect(activity.currentRun(today: site.watchingDay)?.length == run, "\(now)")
        }
        #expect(try site("2027-01-01T02:59:59Z").watchingDay.year == 2026)
        #expect(try site("2027-01-01T03:00:00Z").watchingDay.year == 2027)
    }
}
