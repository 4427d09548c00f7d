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
}
