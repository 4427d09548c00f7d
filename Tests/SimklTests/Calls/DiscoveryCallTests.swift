import Foundation
import TestSupport
import Testing

@testable import Simkl

/// Lists of the catalogue, dice, files and what is being watched, as Simkl has sent them through the years.
@Suite("Calls that find something new")
struct DiscoveryCallTests {
    private func text(_ listed: [Wire.Listed]) -> [String] {
        listed.map { title in
            let media = title.media
            let facts: [String?] = [
                "\(title.bucket)", "\(media.ids.simkl)", media.title, media.year.map(String.init),
                media.runtime.map { "\($0) min" },
                title.date?.text, title.episode.map { "S\($0.season)E\($0.number)" }, title.watched.map { "\($0) watched" },
                title.ratings?.simkl?.rating.map { "\($0)" }, title.genres.isEmpty ? nil : title.genres.joined(separator: "+"),
            ]
            return facts.compactMap { $0 }.joined(separator: " ")
        }
    }

    @Test("rows of every list are read, whatever they lack")
    func lists() async throws {
        let connected = try await ConnectedClient()
        let cases: [(list: CatalogueList, body: String, text: [String])] = [
            (
                .trending(.week),
                #"[{"title":"The Drama","url":"/movie/5/x","ids":{"simkl_id":5,"slug":"x"},"release_date":"03/26/2026","watched":96,"ratings":{"simkl":{"rating":7.37,"votes":136}},"runtime":"1h 45m","genres":["Action","Drama"],"country":null}]"#,
                ["shows 5 The Drama 2026 105 min 2026-03-26T00:00:00Z 96 watched 7.37 Action+Drama"]
            ),
            (
                .best(.all),
                #"[{"title":"Dark","year":2017,"poster":"63/6","watched":1136,"ids":{"simkl_id":6},"ratings":{"simkl":{"rating":8.5,"votes":590}}}]"#,
                ["shows 6 Dark 2017 1136 watched 8.5"]
            ),
            (
                .premieres(isSoon: false),
                #"[{"title":"New","year":2020,"date":"2020-07-31T00:00:00-05:00","poster":"","ids":{"simkl_id":"7"},"rank":null,"ratings":{"simkl":{"rating":0,"votes":0}}}]"#,
                ["shows 7 New 2020 2020-07-31T05:00:00Z 0.0"]
            ),
            (
                .airing("tomorrow"),
                #"[{"title":"On","year":2022,"date":"2022-09-14T02:00:00-05:00","ids":{"simkl_id":8},"episode":{"season":3,"episode":8,"url":"/x"}},{"title":"Anime","date":null,"ids":{"simkl_id":9},"episode":{"episode":14}}]"#,
                ["shows 8 On 2022 2022-09-14T07:00:00Z S3E8", "shows 9 Anime S1E14"]
            ),
            (.genre("drama", year: 2016), #"[5,null,{},{"title":"No id"},{"ids":{"simkl_id":10}}]"#, ["shows 10"]),
            (.genre("drama", year: nil), "null", []),
        ]
        for (list, body, expected) in cases {
            connected.simkl.fail(.everything, times: 1, with: .body(body))
            #expect(text(try await connected.client.list(list, of: .shows).value) == expected, "\(list)")
        }
    }

    @Test(
        "a title by chance is known by its id and address, in older answers too; an error or nothing is none",
        arguments: [
            (#"{"simkl_id":14097,"simkl_url":"https:\/\/simkl.com\/tv\/14097\/warehouse-13"}"#, "shows 14097"),
            (#"{"id":179868,"url":"https://simkl.com/movies/179868/terminator-genisys"}"#, "movies 179868"),
            (#"[{"simkl_id":"5","simkl_url":"https://simkl.com/anime/5/x"}]"#, "anime 5"), (#"{"error":"not_found"}"#, ""),
            ("[]", ""), (#"{"simkl_id":-1}"#, ""),
        ])
    func random(body: String, expected: String) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, times: 1, with: .body(body))
        let found = try await connected.client.random(in: .shows, genre: nil, rating: nil)
        #expect(found.map { "\($0.bucket) \($0.media.ids.simkl)" } ?? "" == expected)
    }

    @Test(
        "a file's title and episode are read as each year of Simkl's sends them",
        arguments: [
            (
                #"{"type":"episode","show":{"title":"Toradora!","year":2008,"ids":{"simkl":36227,"mal":"23701"}},"episode":{"title":"Tiger","season":1,"episode":1,"multipart":false}}"#,
                "anime 36227 S1E1 Tiger false"
            ),
            (
                #"{"type":"episode","show":{"title":"Fugawis","ids":{"simkl":43283}},"episode":{"season":1,"episode":1,"multipart":true}}"#,
                "shows 43283 S1E1 - true"
            ),
            (
                #"{"type":"episode","show":{"title":"Fugawis","ids":{"simkl":43283}},"episode":{"season":1,"episode":2,"multipart":0}}"#,
                "shows 43283 S1E2 - false"
            ),
            (#"{"type":"movie","movie":{"title":"The Godfather","ids":{"simkl":53434}}}"#, "movies 53434 - - false"), ("[]", ""),
            ("null", ""),
        ])
    func files(body: String, expected: String) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, times: 1, with: .body(body))
        let match = try await connected.client.match(file: "x.mkv")
        let place = match?.episode.map { "S\($0.season)E\($0.number)" }
        #expect(
            match.map { "\($0.bucket) \($0.media.ids.simkl) \(place ?? "-") \($0.episodeTitle ?? "-") \($0.hasMore)" } ?? ""
                == expected)
    }

    @Test(
        "a conflict says what stands in the way, and until when where Simkl tells",
        arguments: [
            (
                Scrobble.Action.stop, #"{"watched_at":"2024-01-15T10:30:00.000Z","expires_at":"2024-01-15T11:30:00.000Z"}"#,
                "Simkl has it as watched already; it can be sent again after 2024-01-15 11:30 UTC."
            ),
            (
                .checkin, #"{"expires_at":"2015-05-10T20:11:25Z"}"#,
                "A check-in is running; it can be sent again after 2015-05-10 20:11 UTC."
            ),
            (
                .start, #"{"error":"already_watched","expires_at":"x"}"#,
                "Simkl has it as watched already (at /scrobble/start). Try again later."
            ),
            (.checkin, "<html>", "A check-in is running (at /scrobble/checkin). Try again later."),
        ])
    func conflict(action: Scrobble.Action, body: String, expected: String) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .answer(LoopbackAnswer(409, Data(body.utf8), type: "application/json")))
        let film = Scrobble(TitleReference(simkl: 1003), in: .movies, episode: nil, progress: 100)
        let error = await connected.error { _ = try await $0.scrobble(action, film) }
        #expect(error?.description == expected && error?.outlook == .tryLater)
        #expect(connected.simkl.log.count == 1)
    }
}
