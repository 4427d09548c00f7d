import Simkl
import Testing

@testable import FoyerSite

@Suite("What counts as one watching")
struct MergeWatchingTests {
    @Test("a film that was seen and is planned again keeps its play")
    func plannedAgain() throws {
        let seen = #"{"status":"plantowatch","last_watched_at":"2026-01-01T20:00:00Z","movie":{"ids":{"simkl":1}}}"#
        #expect(try AccountFiles("movies", seen).title().plays.map(\.time) == [real("2026-01-01T20:00:00Z")])
        #expect(try AccountFiles("movies", #"{"status":"plantowatch","movie":{"ids":{"simkl":1}}}"#).title().plays == [])
    }

    @Test("an anime film is a film: one play, its time that of the row or of its episode; an anime in parts is none")
    func animeFilm() throws {
        func title(_ more: String, total: Int = 1) throws -> Title {
            try AccountFiles(
                "anime",
                #"{"status":"completed","anime_type":"movie","watched_episodes_count":1,"total_episodes_count":\#(total),"#
                    + #""show":{"title":"A","runtime":117,"ids":{"simkl":1}}\#(more)}"#
            ).title()
        }
        let date = "2026-06-06T19:00:00Z"
        let play = Play(episode: nil, time: try #require(real(date)), length: .exact(minutes: 117))
        let episodes = #","seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"\#(date)"}]}]"#
        for film in [try title(#","last_watched_at":"\#(date)""#), try title(episodes)] {
            #expect(film.isFilm && film.plays == [play] && film.progress == nil && film.unrecordedEpisodes == 0)
        }
        let parts = try title(episodes, total: 2)
        #expect(!parts.isFilm && parts.plays.map(\.episode) == [EpisodeNumber(season: nil, number: 1)])
        #expect(try title("").plays.map(\.time) == [.undated(.missing)])
    }

    @Test("where the episodes are missing, the last one and its time are one play")
    func lastWatched() throws {
        func plays(_ more: String) throws -> [Play] {
            try AccountFiles(
                "shows",
                #"{"status":"watching","show":{"ids":{"simkl":1}},"watched_episodes_count":8,"last_watched":"S01E08","#
                    + #""last_watched_at":"2026-02-08T20:00:08Z"\#(more)}"#
            ).title().plays
        }
        let number = EpisodeNumber(season: 1, number: 8)
        let play = Play(episode: number, time: try #require(real("2026-02-08T20:00:08Z")), length: .unknown)
        #expect(try plays("") == [play])
        #expect(try plays(#","seasons":[{"number":1,"episodes":[{"number":8}]}]"#) == [play])
        let own = #","seasons":[{"number":1,"episodes":[{"number":8,"watched_at":"2026-02-07T20:00:08Z"}]}]"#
        #expect(try plays(own).map(\.time) == [real("2026-02-07T20:00:08Z")])
    }

    @Test("one Simkl id in two buckets is one title, of the kind of its newest entry, with a note")
    func twoBuckets() throws {
        func row(_ date: String) -> String {
            #"{"status":"watching","last_watched_at":"\#(date)","show":{"title":"Odd","ids":{"simkl":12}},"#
                + #""seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"\#(date)"}]}]}"#
        }
        let (older, newer) = ("2026-01-01T20:00:00Z", "2026-02-01T20:00:00Z")
        for (shows, anime, kind) in [(older, newer, MediaKind.anime), (newer, older, .tv)] {
            let merged = try AccountFiles(["all-items.json": #"{"shows":[\#(row(shows))],"anime":[\#(row(anime))]}"#]).merged()
            #expect(merged.library.titles.map(\.id) == [TitleID(kind: kind, simkl: 12)])
            #expect(merged.library.titles.flatMap { $0.plays.map(\.time) } == [real(newer)])
            let note = "listed under tv and anime, and told as one, as its newest entry has it"
            #expect(merged.messages == ["\(kind.path)/12: \(note)"])
        }
    }
}
