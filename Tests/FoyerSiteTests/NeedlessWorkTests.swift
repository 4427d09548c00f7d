import Foundation
import SystemPackage
import Testing

@testable import FoyerSite

@Suite("What is made anew though it comes out as it was")
struct NeedlessWorkTests {
    /// What looks at the day or at everything, and may show nothing new of it.
    private static let ofToday = ["about/", "diary/2026/", "embed/", "feeds/", "library/", "ratings/", "tonight/"]

    /// Twelve shows, of each an episode every ten days for two years, and as many films.
    ///
    /// - Parameters:
    ///   - last: how many episodes the first show has.
    ///   - votes: how many others have rated each show.
    private static func account(last: Int, votes: Int = 800) throws -> AccountFiles {
        let begin = try moment("2024-11-01T20:00:00Z").secondsSince1970
        func stamp(_ days: Int, _ minutes: Int) -> String {
            Date(timeIntervalSince1970: Double(begin + Int64(days * 86_400 + minutes * 60))).ISO8601Format()
        }
        let shows = (1...12).map { show in
            let episodes = (1...(show == 1 ? last : 74)).map {
                "{\"number\":\($0),\"watched_at\":\"\(stamp($0 * 10 + show % 10, show * 3))\"}"
            }
            return """
                {"status":"watching","user_rating":\(show % 9 + 1),"user_rated_at":"\(stamp(300 + show * 20, 7))",
                "watched_episodes_count":\(episodes.count),"total_episodes_count":90,"not_aired_episodes_count":10,
                "seasons":[{"number":1,"episodes":[\(episodes.joined(separator: ","))]}],
                "show":{"title":"Show \(show)","year":2020,"runtime":40,"ids":{"simkl":\(show)}}}
                """
        }
        let films = (1...12).map { film in
            """
            {"status":"completed","last_watched_at":"\(stamp(film * 55, 90))",
            "movie":{"title":"Film \(film)","year":2021,"runtime":100,"ids":{"simkl":\(100 + film)}}}
            """
        }
        let crowd = (1...12).map { #"{"id":\#($0),"simkl":{"rating":7.5,"votes":\#(votes)}}"# }
        return AccountFiles([
            "all-items.json": #"{"shows":[\#(shows.joined(separator: ","))],"movies":[\#(films.joined(separator: ","))]}"#,
            "crowd/tv.json": "[\(crowd.joined(separator: ","))]",
        ])
    }

    /// The files that the last build made, and those of them that came out as they had been.
    private static func made(_ folder: BuildFolder, _ old: OutputManifest) throws -> (all: Int, inVain: [String]) {
        let new = try manifest(folder).files
        let made = new.filter { old.files[$0.key]?.source != $0.value.source }
        return (made.count, made.filter { old.files[$0.key]?.hash == $0.value.hash }.map(\.key.string).sorted())
    }

    private static func manifest(_ folder: BuildFolder) throws -> OutputManifest {
        try #require(
            OutputManifest(Array(try Data(contentsOf: URL(filePath: "\(folder.path)/site/\(OutputManifest.fileName)")))))
    }

    @Test("a day later, with one more episode and with more votes of others, no page of a month or a year that is over")
    func nights() async throws {
        let folder = try BuildFolder(try Self.account(last: 74), now: "2026-11-20T12:00:00Z")
        folder.syncedAt = folder.now
        try await folder.build()
        for (night, episodes, votes) in [
            ("2026-11-21T12:00:00Z", 74, 800), ("2026-11-23T12:00:00Z", 75, 800), ("2026-12-03T12:00:00Z", 76, 811),
        ] {
            let old = try Self.manifest(folder)
            folder.now = try moment(night)
            try folder.save(try Self.account(last: episodes, votes: votes))
            folder.syncedAt = folder.now
            try await folder.build()
            let made = try Self.made(folder, old)
            let others = made.inVain.filter { path in !Self.ofToday.contains(where: path.hasPrefix) }
            #expect(made.all > 10 && others == [], "\(night): of \(made.all): \(others)")
        }
    }
}
