import Foundation
import Testing

@testable import FoyerSite

@Suite("How soon after airing", .inEnglish)
struct AirDelayTests {
    /// A show whose three episodes aired week by week from a day on, with the hours after airing at which each was watched.
    private static func show(_ id: Int, aired: String, hours: [Double]) throws -> (item: [String: Any], list: [[String: Any]]) {
        let first = Double(try moment(aired).secondsSince1970)
        func text(_ second: Double) -> String { Date(timeIntervalSince1970: second).formatted(.iso8601) }
        let airs = hours.indices.map { first + Double($0) * 7 * 86_400 }
        let watched = zip(airs, hours).enumerated().map { index, pair -> [String: Any] in
            ["number": index + 1, "watched_at": text(pair.0 + pair.1 * 3600)]
        }
        let list = airs.enumerated().map { index, air -> [String: Any] in
            ["season": 1, "episode": index + 1, "aired": true, "date": text(air)]
        }
        return (
            [
                "status": "completed", "show": ["title": "S\(id)", "runtime": 45, "ids": ["simkl": id]] as [String: Any],
                "seasons": [["number": 1, "episodes": watched] as [String: Any]],
            ], list
        )
    }

    private static func page(_ shows: [(item: [String: Any], list: [[String: Any]])]) throws -> StatisticsPagesText {
        var files = ["all-items.json": try json(["shows": shows.map(\.item)])]
        for (index, show) in shows.enumerated() where !show.list.isEmpty {
            files["episodes/tv/\(index + 1).json"] = try json(show.list)
        }
        return try StatisticsPagesText(AccountFiles(files))
    }

    @Test("each show counts once, one that was over when it was begun is out of the median, and the coverage is told")
    func byShow() throws {
        // Five that were watched as they aired, two of ten years ago, one of which nothing is known.
        let live = try (1...5).map { try Self.show($0, aired: "2026-03-0\($0)T20:00:00Z", hours: [30, 30, Double($0) * 1000]) }
        let old = try (6...7).map { try Self.show($0, aired: "2016-03-01T20:00:00Z", hours: [90_000, 90_001, 90_002]) }
        let unknown = try Self.show(8, aired: "2026-03-01T20:00:00Z", hours: [1]).item
        let pages = try Self.page(live + old + [(unknown, [])])
        #expect(
            try pages.markdown("").contains(
                """
                Live or binge: 2 of 7 shows had been over for more than 7 days when they were begun. Half of the other 5 were watched \
                30 hours after airing or sooner, each by its ordinary episode. Air dates and plays are both known for 21 of 22 \
                episodes, of 7 of 8 shows.
                """))
        #expect(
            try pages.sections("")["How soon after airing"] == [
                ["within a day", "0", "0"], ["within a week", "5", "10"], ["within 30 days", "0", "0"],
                ["within a year", "0", "5"], ["later", "2", "6"],
            ])
    }

    @Test("one show is told in the singular, and too few are not averaged")
    func few() throws {
        let live = try Self.show(1, aired: "2026-03-01T20:00:00Z", hours: [30])
        #expect(
            try Self.page([live]).markdown("").contains(
                """
                Live or binge: none of 1 show had been over for more than 7 days when it was begun. Too few are left to average. \
                Air dates and plays are both known for 1 of 1 episode, of 1 of 1 show.
                """))
    }
}
