import Foundation
import Testing

@testable import FoyerSite

@Suite("Feeds over nights")
struct FeedNightTests {
    /// A show that is being watched, with its next episode in the calendar; data of a mirror that is in step with Simkl.
    private func account(watched: [String], ratedOn: String? = nil, synced: String) throws -> AccountFiles {
        let episodes = watched.enumerated().map { #"{"number":\#($0.offset + 1),"watched_at":"\#($0.element)"}"# }
        let rating = ratedOn.map { #","user_rating":8,"user_rated_at":"\#($0)""# } ?? ""
        return AccountFiles(
            "shows",
            #"""
            {"status":"watching","added_to_watchlist_at":"2026-11-01T12:00:00Z"\#(rating),"show":{"title":"Alpha","runtime":50,"ids":{"simkl":1}},
            "seasons":[{"number":1,"episodes":[\#(episodes.joined(separator: ","))]}]}
            """#
        ).adding(
            "calendar/tv.json",
            #"[{"title":"Alpha","date":"2026-12-20T20:00:00Z","ids":{"simkl_id":1},"episode":{"season":1,"episode":9}}]"#
        ).synced(try moment(synced))
    }

    private func feeds(_ site: [String: Data]) -> [String: Data] { site.filter { $0.key.hasPrefix("feeds/") } }

    private func changed(_ old: [String: Data], _ new: [String: Data]) -> [String] {
        Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    }

    @Test(
        "a night with nothing new writes no feed, and one with a new play only what tells of plays", arguments: Edition.allCases)
    func nights(edition: Edition) async throws {
        let nights = try Nights(Audience(edition))
        let plays = ["2026-11-02T20:15:00Z", "2026-11-03T20:15:00Z"]
        let first = feeds(
            try await nights.build(try account(watched: plays, synced: "2026-11-18T05:00:00Z"), now: "2026-11-18T05:00:00Z"))
        #expect(first.count > 25)
        let second = feeds(
            try await nights.build(try account(watched: plays, synced: "2026-11-19T05:00:00Z"), now: "2026-11-19T05:00:00Z"))
        #expect(changed(first, second) == [])
        let more = plays + ["2026-11-19T20:15:00Z"]
        let third = feeds(
            try await nights.build(try account(watched: more, synced: "2026-11-20T05:00:00Z"), now: "2026-11-20T05:00:00Z"))
        #expect(
            changed(second, third) == [
                "feeds/small.json", "feeds/stats.json", "feeds/trmnl.json", "feeds/upcoming.json", "feeds/watched.atom",
                "feeds/watched.json", "feeds/watching.json",
            ])
        let fourth = feeds(
            try await nights.build(try account(watched: more, synced: "2026-11-21T05:00:00Z"), now: "2026-11-21T05:00:00Z"))
        #expect(changed(third, fourth) == [])
        // A week later its plays are no longer of the last seven days.
        let later = feeds(
            try await nights.build(try account(watched: more, synced: "2026-11-28T05:00:00Z"), now: "2026-11-28T05:00:00Z"))
        #expect(changed(fourth, later) == ["feeds/stats.json"])
    }

    @Test("a feed that was empty tells when it first told something, and feeds are no newer than what they tell")
    func updated() async throws {
        let nights = try Nights(Audience())
        let empty = try await nights.build(
            try account(watched: ["2026-11-03T20:15:00Z"], synced: "2026-11-18T05:00:00Z"), now: "2026-11-18T05:00:00Z")
        #expect(try updated("feeds/ratings.atom", of: empty) == "2026-11-03T00:00:00Z")
        let rated = try await nights.build(
            try account(watched: ["2026-11-03T20:15:00Z"], ratedOn: "2026-11-20T10:00:00Z", synced: "2026-11-20T12:00:00Z"),
            now: "2026-11-21T05:00:00Z")
        #expect(try updated("feeds/ratings.atom", of: rated) == "2026-11-20T00:00:00Z")
        #expect(try updated("feeds/watched.atom", of: rated) == "2026-11-03T00:00:00Z")
        #expect(try updated("feeds/changes.atom", of: rated) == "2026-11-03T00:00:00Z")
    }

    private func updated(_ path: String, of site: [String: Data]) throws -> String {
        let text = String(decoding: try #require(site[path]), as: UTF8.self)
        return String(try #require(text.firstMatch(of: /<updated>(.*?)<\/updated>/)).1)
    }
}
