import Foundation
import GFM
import Testing

@testable import FoyerSite

@Suite("Years and months in review", .inEnglish)
struct ReviewPageTests {
    private static let today = "2026-11-20"

    @Test(
        "a year begins and ends with its first and last day by the day rule, each play in one year alone",
        arguments: ["UTC", "America/New_York", "Pacific/Auckland"])
    func ends(zone: String) throws {
        // The roll-over hour on both sides, by the clock of the zone; 2028 is a leap year.
        let local = try #require(TimeZone(identifier: zone))
        let format = Date.ISO8601FormatStyle(timeZone: local)
        func utc(_ text: String) throws -> String { try format.parse(text + zoneSuffix(local, text)).formatted(.iso8601) }
        let dates =
            try [
                utc("2028-01-01T03:59:59"), utc("2028-01-01T04:00:01"), utc("2028-02-29T12:00:01"), utc("2028-12-31T23:59:59"),
                utc("2029-01-01T03:59:59"), utc("2029-01-01T04:00:01"),
            ] + ["2028-12-31T00:00:00Z", "2029-01-01T00:00:00Z"]
        let films = dates.enumerated().map {
            #"{"status":"completed","last_watched_at":"\#($1)","movie":{"title":"F\#($0)","runtime":60,"ids":{"simkl":\#($0 + 1)}}}"#
        }
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let library = try AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#]).merged(options)
            .library
        let today = try day("2030-01-01")
        let years = (2027...2029).map { library.reviewPlays(in: .year($0), today: today).plays.map(\.title.simkl).sorted() }
        #expect(years == [[1], [2, 3, 4, 5, 7], [6, 8]])
        let months = (1...12).map { month in
            library.reviewPlays(in: .month(CalendarMonth(year: 2028, month: month)), today: today).plays.count
        }
        #expect(months == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
    }

    private func zoneSuffix(_ zone: TimeZone, _ text: String) throws -> String {
        let utc = try Date.ISO8601FormatStyle().parse(text + "Z")
        let seconds = zone.secondsFromGMT(for: utc.addingTimeInterval(-Double(zone.secondsFromGMT(for: utc))))
        return (seconds < 0 ? "-" : "+") + String(format: "%02d:%02d", abs(seconds) / 3600, abs(seconds) / 60 % 60)
    }

    @Test("what is kept of a year can be written down and read again, and gives the same review")
    func kept() throws {
        var account = ReviewAccount(seed: 4)
        let library = try account.files().merged().library
        let today = try day(Self.today)
        for year in Set(library.plays.months.map(\.year)) {
            let plays = library.reviewPlays(in: .year(year), today: today)
            let read = try JSONDecoder().decode(ReviewPlays.self, from: JSONEncoder().encode(plays))
            #expect(read == plays && !plays.plays.isEmpty)
            #expect(Review(.year(year), read, of: library).numbers == Review(.year(year), plays, of: library).numbers)
        }
    }

    @Test("an empty library, and one of undated plays alone, has no year, and says so")
    func undated() throws {
        for files in [AccountFiles("shows"), AccountFiles("movies", film(1, date: nil))] {
            let pages = try ReviewPagesText(files)
            #expect(pages.periods.isEmpty)
            #expect(try pages.years().contains("No play and no rating has a day yet"))
        }
        #expect(
            try ReviewPagesText(AccountFiles("movies", film(1, date: nil))).years().contains(
                "In no year: 1 play (1\u{A0}h\u{A0}30\u{A0}min) of the library"))
    }

    @Test("a year with one play has no rankings, no averages and no empty chapter")
    func one() throws {
        let pages = try ReviewPagesText(AccountFiles("movies", film(1, date: "2024-02-29T20:00:00Z")))
        #expect(pages.periods == ["2024", "2024-02"])
        let markdown = try pages.markdown("2024")
        let sections = ReviewPagesText.sections(markdown)
        #expect(
            sections["Time"] == [
                ["Time:", "1 h 30 min"], ["Films:", "1"], ["Titles:", "1"], ["Titles finished:", "1"],
                ["Days with a play:", "1"],
            ])
        #expect(sections["Films"] == [["Titles:", "1"], ["Plays:", "1"], ["Time:", "1 h 30 min"], ["New:", "1"]])
        #expect(markdown.contains("Only play: [F1]("))
        #expect(markdown.contains("Something was watched on 1 of 366 days: 1 film of 1 title."))
        #expect(!markdown.contains("median") && !markdown.contains("Fullest") && !markdown.contains("first\n"))
        #expect(!markdown.contains("Where it came from"))
    }

    @Test("a network's name reads the same in a chart's label, its table and its caption")
    func networks() throws {
        let episodes = (1...20).map { #"{"number":\#($0),"watched_at":"2024-02-\#(padded($0))T20:00:00Z"}"# }.joined(
            separator: ",")
        let shows = [("A", 45, 1), ("B", 30, 2)].map { name, runtime, id in
            #"{"status":"completed","show":{"title":"\#(name)","runtime":\#(runtime),"ids":{"simkl":\#(id)}},"#
                + #""seasons":[{"number":1,"episodes":[\#(episodes)]}]}"#
        }
        let files = AccountFiles([
            "all-items.json": #"{"shows":[\#(shows.joined(separator: ","))]}"#,
            "titles/tv/1.json": #"{"title":"A","ids":{"simkl":1},"network":"A&E *"}"#,
            "titles/tv/2.json": #"{"title":"B","ids":{"simkl":2},"network":"B"}"#,
        ])
        let html = try ReviewPagesText(files).html("2024")
        #expect(html.contains("<bdi>A&amp;E *</bdi>") && html.contains("<td>A&amp;E *</td>") && !html.contains("\\"))
        let markdown = try ReviewPagesText(files).markdown("2024")
        #expect(markdown.contains("\n| A\\&E \\* | 15.0 | 20 | 1 |\n"))
    }

    @Test("a year of ratings alone tells of them, and of nothing else")
    func ratingsAlone() throws {
        let rated = (1...5).map { film($0, date: nil, rating: (5 + $0, "2023-06-0\($0)T12:00:00Z")) }
        let files = AccountFiles(["all-items.json": #"{"movies":[\#(rated.joined(separator: ","))]}"#])
        let pages = try ReviewPagesText(files)
        #expect(pages.periods == ["2023", "2023-06"])
        let sections = ReviewPagesText.sections(try pages.markdown("2023"))
        #expect(sections["Time"] == [["Titles rated:", "5"]])
        #expect(sections["Rated in 2023"]?.prefix(3) == [["Titles rated:", "5"], ["Median:", "8"], ["Mean:", "8.0"]])
        #expect(sections.keys.allSatisfy { !$0.hasPrefix("Films") && $0 != "Habits" })
        #expect(try pages.markdown("2023").contains("No play has its day in 2023; 5 titles were rated."))
    }

    @Test("titles can be left out: they are counted nowhere, and the page says how many they are")
    func leftOut() throws {
        let files = AccountFiles(
            "movies", film(1, date: "2024-02-29T20:00:00Z", rating: (9, "2024-03-01T12:00:00Z")),
            film(2, date: "2024-03-03T20:00:00Z"))
        let pages = try ReviewPagesText(files, unreviewed: [1])
        let markdown = try pages.markdown("2024")
        #expect(ReviewPagesText.plain(markdown).contains("Left out by choice: 1 title, 1 play, 1 h 30 min."))
        #expect(!markdown.contains("F1"))
        #expect(ReviewPagesText.sections(markdown)["Films"]?.first == ["Titles:", "1"])
        let february = try pages.markdown("2024-02")
        #expect(
            february.contains("There is nothing to tell of.") && february.contains("Left out by choice: 1 title")
                && !february.contains("F1"))
        #expect(try !pages.years().contains("F1"))
    }

    @Test("what was watched again is the comfort title; a season in a day, and the sittings, are told")
    func comfort() throws {
        func row(_ extra: String, _ day: String) -> String {
            let episodes = (1...5).map { #"{"number":\#($0),"watched_at":"2024-05-\#(day)T1\#($0):00:00Z"}"# }
            return
                #"{\#(extra)"status":"completed","show":{"title":"S","year":1999,"runtime":60,"ids":{"simkl":7}},"seasons":[{"number":1,"episodes":[\#(episodes.joined(separator: ","))]}]}"#
        }
        let list = (1...5).map { #"{"season":1,"episode":\#($0),"aired":true}"# }.joined(separator: ",")
        let files = AccountFiles(
            "shows", row("", "01"), row(#""is_rewatch":true,"rewatch_id":5,"rewatch_status":"completed","#, "20")
        )
        .adding("episodes/tv/7.json", "[\(list)]")
        let sections = ReviewPagesText.sections(try ReviewPagesText(files).markdown("2024"))
        let records = sections["Habits"]?.filter { !$0[0].contains("2024") } ?? []
        #expect(
            records == [
                ["Longest pause:", "225 days, 21 May 2024 to 31 Dec 2024"],
                ["Longest sitting:", "S, 5 episodes on 1 May 2024, 5 h"],
                ["Fastest season:", "S, season 1, 5 episodes in one day, 1 May 2024; of 2 seasons that were watched whole"],
                ["Comfort:", "S, 5 episodes again"],
            ])
    }

    @Test("the year that runs says so, is held against the same days of the year before, and tells what is coming")
    func running() throws {
        let calendar = """
            [{"title":"T","date":"2026-11-18T20:00:00Z","ids":{"simkl_id":8},"episode":{"season":1,"episode":1}},
            {"title":"S","date":"2026-12-01T20:00:00Z","ids":{"simkl_id":7},"episode":{"season":1,"episode":9}},
            {"title":"T","date":"2026-12-24T20:00:00Z","ids":{"simkl_id":8},"episode":{"season":1,"episode":2}}]
            """
        let show =
            #"{"status":"watching","show":{"title":"S","runtime":60,"ids":{"simkl":7}},"seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-02T20:00:00Z"}]}]}"#
        let files = AccountFiles([
            "all-items.json": """
            {"shows":[\(show)],"movies":[\(film(1, date: "2025-11-20T12:00:01Z")),\(film(2, date: "2025-11-21T12:00:01Z"))]}
            """, "calendar/tv.json": calendar,
        ])
        let pages = try ReviewPagesText(files)
        let markdown = try pages.markdown("2026")
        #expect(markdown.contains("as of 20 November 2026: the year is not over."))
        #expect(ReviewPagesText.sections(markdown)["Against 2025, up to 20 Nov 2025"]?[2] == ["Films", "0", "1", "−1"])
        #expect(markdown.contains("1 episode is announced; the calendar reaches to 23 December 2026."))
        let before = try pages.markdown("2025")
        #expect(!before.contains("not over") && !before.contains("What is coming"))
        #expect(try pages.markdown("2026-11").contains("the month is not over"))
    }

    @Test("a period that the data does not reach the end of is counted up to that day, and of later ones nothing is claimed")
    func endsEarly() throws {
        let days = (14...30).map { "2026-09-\($0)" } + (1...3).map { "2026-10-0\($0)" }
        let films = (["2025-10-01"] + days).enumerated().map { film($0.offset + 1, date: "\($0.element)T12:00:01Z") }
        let files = AccountFiles(["all-items.json": #"{"movies":[\#(films.joined(separator: ","))]}"#])
        for (now, reason) in [
            ("2026-11-20T06:00:00Z", "the year is not over"), ("2027-03-01T06:00:00Z", "the data ends on that day"),
        ] {
            let pages = try ReviewPagesText(files, now: now, isSynced: false)
            let markdown = try pages.markdown("2026")
            #expect(markdown.contains("as of 3 October 2026: \(reason).\n"))
            #expect(markdown.contains("Against 2025, up to 3 Oct 2025"))
            #expect(!markdown.contains("### November") && !markdown.contains("### December"))
            #expect(markdown.contains("\n| Nov 2026 |" + String(repeating: " – |", count: 31)))
            #expect(try pages.markdown("2026-10").contains("as of 3 October 2026"))
            #expect(try !pages.markdown("2025").contains("as of"))
        }
        // A mirror that has not been synced for long ends where it was last in step.
        let stale = files.synced(try moment("2026-12-05T12:00:00Z"))
        let markdown = try ReviewPagesText(stale, now: "2027-03-01T06:00:00Z", isSynced: false).markdown("2026")
        #expect(markdown.contains("as of 5 December 2026: the data ends on that day.") && markdown.contains("### November"))
    }

    @Test("a year of five thousand plays is one page of fewer than 300 KB")
    func large() throws {
        let shows = (1...500).map { id -> String in
            let episodes = (1...10).map { number in
                let second = 1_735_732_800 + (id * 10 + number) * 6_200
                return
                    #"{"number":\#(number),"watched_at":"\#(Date(timeIntervalSince1970: Double(second)).formatted(.iso8601))"}"#
            }
            return
                #"{"status":"completed","user_rating":8,"user_rated_at":"2025-06-0\#(id % 9 + 1)T12:00:00Z","show":{"title":"A name that is neither short nor long \#(id)","year":2025,"poster":"12/123456789abcdef","runtime":45,"ids":{"simkl":\#(id)}},"seasons":[{"number":1,"episodes":[\#(episodes.joined(separator: ","))]}]}"#
        }
        let pages = try ReviewPagesText(AccountFiles(["all-items.json": #"{"shows":[\#(shows.joined(separator: ","))]}"#]))
        let markdown = try pages.markdown("2025")
        #expect(ReviewPagesText.sections(markdown)["Time"]?[1] == ["Episodes:", "5,000"])
        #expect(try pages.html("2025").utf8.count < 290_000)
        #expect(ReviewPagesText.sections(markdown)["Milestones"]?.map(\.[0]) == (1...10).map { ($0 * 500).grouped })
    }

    @Test("pictures of a review are loaded at once and in print size, elsewhere when they are needed")
    func pictures() {
        let markdown = "- ![F](https://wsrv.nl/?url=https://simkl.in/posters/12/34_m.webp)"
        let paper = GFM.html(markdown, decoration: .pages(.paper))
        #expect(paper.contains(#"loading="eager""#) && paper.contains("34_m.webp 340w") && !paper.contains("_c.webp"))
        #expect(GFM.html(markdown, decoration: .pages(.screen)).contains(#"loading="lazy""#))
    }

    private func film(_ id: Int, date: String?, rating: (Int, String)? = nil) -> String {
        let rated = rating.map { #""user_rating":\#($0.0),"user_rated_at":"\#($0.1)","# } ?? ""
        let watched = date.map { "\"\($0)\"" } ?? "null"
        return
            #"{"status":"completed",\#(rated)"last_watched_at":\#(watched),"movie":{"title":"F\#(id)","runtime":90,"ids":{"simkl":\#(id)}}}"#
    }
}

/// The review pages of an account, as Markdown, with the templates that come with Foyer.
struct ReviewPagesText {
    private let site: Site
    private let templates: TemplateSet
    private let pages: [Page]

    init(
        _ files: AccountFiles, zone: String = "UTC", edition: Edition? = nil, now: String = "2026-11-20T06:00:00Z",
        unreviewed: Set<Int> = [],
        isSynced: Bool = true
    ) throws {
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let now = try moment(now)
        let library = try (isSynced ? files.synced(now) : files).merged(options, for: edition.map { Audience($0) }).library
        site = Site(
            library: library, name: "Site", words: .english, baseURL: nil, now: now,
            isOutdated: false, unreviewed: unreviewed)
        templates = try TemplateSet(
            folder: BuiltSite.templates, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        pages = ReviewPages.pages(of: site, feeds: [])
    }

    /// `2026`, `2026-11`.
    var periods: Set<String> {
        Set(pages.map { $0.path.folder.split(separator: "/").dropFirst().joined(separator: "-") })
    }

    func markdown(_ period: String) throws -> String { markdown(try page(period)) }

    func html(_ period: String) throws -> String { templates.html(of: try page(period), site) }

    private func page(_ period: String) throws -> Page {
        let folder = "year/\(period.replacing("-", with: "/"))/"
        return try #require(pages.first { $0.path.folder == folder })
    }

    func years() throws -> String { markdown(try #require(YearsPage.pages(of: site, feeds: []).first)) }

    private func markdown(_ page: Page) -> String { templates.markdown(of: page, site) }

    /// Without pictures, links and unbreakable spaces.
    static func plain(_ markdown: String) -> String {
        markdown.replacing(#/!\[[^\]]*\]\([^)]*\) ?/#, with: "").replacing("\u{A0}", with: " ")
            .replacing(#/\[([^\]]*)\]\([^)]*\)/#) { $0.1 }
    }

    /// As ``StatisticsPagesText`` finds them, without pictures.
    static func sections(_ markdown: String) -> [String: [[String]]] { StatisticsPagesText.sections(plain(markdown)) }
}
