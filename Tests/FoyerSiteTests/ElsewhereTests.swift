import Testing

@testable import FoyerSite

@Suite("Releases elsewhere")
struct ElsewhereTests {
    @Test(
        "of a film that has come out in the owner's country nothing comes any more, whatever a calendar tells of others",
        arguments: [
            // In the cinema and at home, only in the cinema, and both in another country alone.
            (#"{"type":3,"release_date":"2026-05-29"},{"type":4,"release_date":"2026-07-14"}"#, "US", false),
            (#"{"type":3,"release_date":"2026-05-29"}"#, "US", false), (#"{"type":3,"release_date":"2026-05-29"}"#, "SE", true),
            // Before the last of its releases a calendar may know one of them better.
            (#"{"type":3,"release_date":"2026-05-29"},{"type":4,"release_date":"2027-01-14"}"#, "US", true),
        ])
    func isOut(releases: String, country: String, comes: Bool) async throws {
        let files = AccountFiles("movies", #"{"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}}"#)
            .adding("calendar/movie_release.json", #"{"calendar":[{"simkl_id":5,"date":"2026-12-22T05:00:00Z"}],"metadata":{}}"#)
            .adding(
                "titles/movies/5.json",
                #"{"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"\#(country)","results":[\#(releases)]}]}"#)
        let site = try await BuiltSite(files, country: "US")
        #expect(site.markdown("upcoming/").contains("| 22 |  *release* |") == comes)
        #expect(site.markdown("movies/5-echo/").contains("22 December 2026") == comes)
        let library = try files.merged().library
        #expect(library.airings.count == 1 && library.airings.allSatisfy(library.isToWatch) == comes)
    }
}
