import Foundation
import Testing

@testable import FoyerSite

@Suite("Files for small screens", .inEnglish)
struct SmallScreenTests {
    @Test(
        "a name as long as names can be leaves room for all others",
        arguments: [String(repeating: "👨‍👩‍👧‍👦", count: 300), String(repeating: "<", count: 500), String(repeating: "長", count: 500)])
    func longNames(name: String) throws {
        let shows = (1...10).map { id in
            let title = id == 3 ? name : "Show \(id)"
            return #"{"status":"watching","show":{"title":"\#(title)","runtime":40,"ids":{"simkl":\#(id)}}}"#
        }
        let account = AccountFiles([
            "all-items.json": #"{"shows":[\#(shows.joined(separator: ","))]}"#,
            "calendar/tv.json": CalendarAccount.rolling(
                (1...10).map { CalendarAccount.row($0, "2026-11-2\($0 % 9)T1\($0 % 10):00:00Z", 1, 2) }),
        ])
        let site = try Site.planned(account, now: "2026-11-19T12:00:00Z", zone: "UTC")
        func rows(_ file: String, _ key: String) throws -> [[String: Any]] {
            let json = try JSONSerialization.jsonObject(with: Data(site.feed("feeds/\(file).json").utf8)) as? [String: Any]
            return try #require(json?[key] as? [[String: Any]])
        }
        let small = try rows("small", "coming").compactMap { $0["title"] as? String }
        #expect(try site.feed("feeds/small.json").utf8.count < 4_096)
        #expect(Set(small).isSuperset(of: (1...10).filter { $0 != 3 }.map { "Show \($0)" }), "\(small)")
        let screen = try rows("trmnl", "rows").compactMap { $0["title"] as? String }
        #expect(screen.count == 5 && screen.allSatisfy { $0.count <= 100 })
    }
}
