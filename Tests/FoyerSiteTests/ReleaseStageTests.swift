import Simkl
import Testing

@testable import FoyerSite

@Suite("How far a title has come on the air")
struct ReleaseStageTests {
    private static let show = #"{"status":"completed","show":{"title":"S","ids":{"simkl":1}}}"#
    private static let film = #"{"status":"plantowatch","movie":{"title":"S","ids":{"simkl":1}}}"#

    private static let announced = ["tba", "soon", "upcoming", "rumored", "planned", "in production", "post production"]
    private static let running = ["airing", "ongoing", "premiere", "returning series", "Returning Series", "returning_series"]
    private static let ended = ["ended", "aired", "released", "canceled", "cancelled"]

    @Test("every word of Simkl's is understood, in every file, whatever the kind of the title", arguments: ["shows", "anime"])
    func shows(bucket: String) throws {
        for (words, stage) in [(Self.announced, ReleaseStage.announced), (Self.running, .running), (Self.ended, .ended)] {
            for word in words {
                let files = AccountFiles(bucket, Self.show).adding(
                    "crowd/\(bucket).json", #"[{"id":1,"release_status":"\#(word)"}]"#)
                let title = try files.title()
                #expect(title.stage == stage && title.isToContinue == (stage != .ended), "\(word)")
            }
        }
        let unknown = AccountFiles(bucket, Self.show).adding("crowd/\(bucket).json", #"[{"id":1,"release_status":"undefined"}]"#)
        #expect(try unknown.title().stage == nil)
    }

    @Test("a film is to come as long as it is not out; it has no stage")
    func films() throws {
        for (words, isToCome) in [(Self.announced, true), (Self.running, false), (Self.ended, false)] {
            for word in words {
                let record = #"{"title":"S","ids":{"simkl":1},"status":"\#(word)"}"#
                let film = try AccountFiles("movies", Self.film).adding("titles/movies/1.json", record).title()
                #expect(film.stage == nil && film.isToContinue == isToCome, "\(word)")
            }
        }
    }

    /// Three files with a word each.
    private static let files = AccountFiles("shows", show)
        .adding("titles/tv/1.json", #"{"title":"S","ids":{"simkl":1},"status":"airing"}"#)
        .adding("crowd/shows.json", #"[{"id":1,"release_status":"ended"}]"#)
        .adding("calendar/tv.json", calendar("soon"))

    private static func calendar(_ word: String, date: String = "2026-11-20T20:00:00Z") -> String {
        """
        {"calendar":[{"simkl_id":1,"date":"\(date)","episode":{"season":1,"episode":1}}],"metadata":{"1":{"status":"\(word)"}}}
        """
    }

    @Test(
        "the word that Simkl sent last counts, whichever file it is in",
        arguments: [
            (3, 2, 1, .running), (2, 3, 1, .ended), (1, 2, 3, .announced), (2, 2, 2, .running), (1, 2, 2, .ended),
            (nil, 1, nil, .ended),
        ] as [(Int64?, Int64?, Int64?, ReleaseStage)])
    func newest(details: Int64?, ratings: Int64?, calendar: Int64?, expected: ReleaseStage) throws {
        var account = try Self.files.account()
        account.details[0].fetchedAt = details
        account.crowd[0].fetchedAt = ratings
        account.airings[0].fetchedAt = calendar
        #expect(Merged([account]).library.titles.map(\.stage) == [expected])
    }

    @Test("of files that were saved by hand details count first, then ratings, then the rolling calendar, then the latest month")
    func byHand() throws {
        var files = Self.files
            .adding("calendar/2026/10/tv.json", Self.calendar("ended", date: "2026-10-20T20:00:00Z"))
            .adding("calendar/2026/9/tv.json", Self.calendar("ongoing", date: "2026-09-20T20:00:00Z"))
        for (file, stage) in [
            ("titles/tv/1.json", ReleaseStage.running), ("crowd/shows.json", .ended), ("calendar/tv.json", .announced),
            ("calendar/2026/10/tv.json", .ended), ("calendar/2026/9/tv.json", .running),
        ] {
            #expect(try files.title().stage == stage, "\(file)")
            files.files[file] = nil
        }
        #expect(try files.title().stage == nil)
    }
}
