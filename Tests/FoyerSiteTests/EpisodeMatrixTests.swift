import Foundation
import Testing

@testable import FoyerSite

/// Every square of a page against a count from the JSON alone.
@Suite("Episodes as squares, counted")
struct EpisodeMatrixTests {
    @Test(
        "each square is what a count from the files gives, over New Year, the leap day and changes of clocks, to the second and by days",
        arguments: ["Europe/Stockholm", "America/Los_Angeles", "Pacific/Auckland"], [Edition.private, .public])
    func counted(zone: String, edition: Edition) async throws {
        let show = AiredShow()
        let site = try await BuiltSite(try show.files(), now: "2028-06-15T12:00:00Z", edition: edition, zone: zone)
        let squares = site.html("tv/1-a/").matches(of: /<i class="(\w+)" title="(S\d+E\d+)"/).map { "\($0.2) \($0.1)" }
        let counted = try show.squares(zone: zone, isInDays: edition == .public)
        #expect(squares == counted)
        for name in ["w4", "w3", "w2", "w1", "n", "o", "c"] {
            #expect(counted.count { $0.hasSuffix(" \(name)") } > 1 || name == "n", "\(name)")
        }
    }

    @Test("by days and to the second are two counts, and each zone has days of its own")
    func differing() throws {
        let show = AiredShow()
        let zones = ["Europe/Stockholm", "America/Los_Angeles", "Pacific/Auckland"]
        let counts = try zones.map { try show.squares(zone: $0, isInDays: true) } + [show.squares(zone: "UTC", isInDays: false)]
        #expect(Set(counts).count == counts.count)
    }
}

/// A show whose episodes aired when days, years and clocks change, each watched so many hours later, with some that are still to be watched.
private struct AiredShow {
    private let episodes: [Episode]
    /// The one after the last that was watched; of those behind it all but ``toCome`` have aired.
    private var next: Int { episodes.count + 1 }
    private let open = 3
    private let toCome = 2

    private struct Episode {
        let aired: Date
        let watched: Date
    }

    init() {
        let airs = [
            "2026-12-31T20:30:00Z", "2026-12-31T23:30:00Z", "2027-01-01T10:30:00Z", "2027-03-14T09:30:00Z",
            "2027-03-27T22:30:00Z", "2027-04-03T13:30:00Z", "2027-09-25T13:30:00Z", "2027-10-30T23:30:00Z",
            "2027-11-07T08:30:00Z", "2028-02-28T22:30:00Z", "2028-02-29T02:30:00Z", "2028-02-29T23:30:00Z",
        ].compactMap { try? Date($0, strategy: .iso8601) }
        let hours = [-30, 0.2, 5, 12, 23.5, 24.5, 26, 167.5, 168.5, 191, 719.5, 720.5, 744, 2_000]
        var episodes: [Episode] = []
        for air in airs {
            for delay in hours {
                // No three within seconds, which would be marks.
                let watched = air + delay * 3_600 + Double(episodes.count * 7 + 23)
                episodes.append(Episode(aired: air, watched: watched))
            }
        }
        self.episodes = episodes
    }

    func files() throws -> AccountFiles {
        let watched = episodes.enumerated().map {
            ["number": $0 + 1, "watched_at": $1.watched.formatted(.iso8601)] as [String: Any]
        }
        let item: [String: Any] = [
            "status": "watching", "watched_episodes_count": episodes.count, "total_episodes_count": next + open + toCome,
            "not_aired_episodes_count": toCome, "next_to_watch": "S01E\(next)",
            "show": ["title": "A", "runtime": 1, "ids": ["simkl": 1]] as [String: Any],
            "seasons": [["number": 1, "episodes": watched] as [String: Any]],
        ]
        var list = episodes.enumerated().map { Self.row($0 + 1, $1.aired, hasAired: true) }
        let now = Date(timeIntervalSince1970: 1_844_000_000)
        list += (0...open).map { Self.row(next + $0, now, hasAired: true) }
        list += (1...toCome).map { Self.row(next + open + $0, now, hasAired: false) }
        return AccountFiles(["all-items.json": try json(["shows": [item]]), "episodes/tv/1.json": try json(list)])
    }

    private static func row(_ number: Int, _ date: Date, hasAired: Bool) -> [String: Any] {
        ["season": 1, "episode": number, "aired": hasAired, "date": date.formatted(.iso8601)]
    }

    /// As in `S01E07 w3`, in their order.
    func squares(zone: String, isInDays: Bool) throws -> [String] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        // A day ends four hours after midnight by the clock on the wall.
        func day(_ date: Date) throws -> Int {
            let parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
            var wall = Calendar(identifier: .gregorian)
            wall.timeZone = .gmt
            let noon = try #require(
                wall.date(from: DateComponents(year: parts.year, month: parts.month, day: parts.day, hour: 12)))
            return Int(noon.timeIntervalSince1970) / 86_400 - (parts.hour ?? 0 < 4 ? 1 : 0)
        }
        func name(_ days: Double) -> String { days < 1 ? "w4" : days <= 7 ? "w3" : days <= 30 ? "w2" : "w1" }
        let watched = try episodes.map { episode in
            let days =
                isInDays
                ? Double(try day(episode.watched) - day(episode.aired))
                : episode.watched.timeIntervalSince(episode.aired) / 86_400
            return name(days)
        }
        let all = watched + ["n"] + Array(repeating: "o", count: open) + Array(repeating: "c", count: toCome)
        return all.enumerated().map { "S01E\(String(format: "%02d", $0 + 1)) \($1)" }
    }
}
