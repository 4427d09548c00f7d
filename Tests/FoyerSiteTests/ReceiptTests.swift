import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("What a build that finds nothing changed relies on", .inEnglish)
struct ReceiptTests {
    @Test("a build whose inputs and whose site are as they were reads nothing and writes nothing")
    func unchanged() async throws {
        let folder = try await Self.settled()
        let before = try folder.builder().receipt()?.report
        let report = try #require(try folder.builder().reportOfUnchanged())
        #expect(report.written == 0 && report.deleted == 0 && report.left.isEmpty)
        #expect(report.unchanged == (before?.written ?? 0) + (before?.unchanged ?? 0) && report.unchanged > 50)
        #expect(report.titles == ["tv": 1, "movies": 1])
    }

    @Test("a file that was changed is looked at, and the site is the one that a build from nothing makes", arguments: files)
    func changedFile(change: Change<BuildFolder>) async throws {
        var folder = try await Self.settled()
        try change.make(&folder)
        #expect(try folder.builder().reportOfUnchanged() == nil)
        let (on, fresh) = try await folder.bothWays()
        #expect(on == fresh)
    }

    @Test("one file that was exported is looked at as a folder is, and so are the templates beside it")
    func oneFile() async throws {
        let folder = try await Self.settled { folder in
            try FileManager.default.moveItem(atPath: "\(folder.path)/data/all-items.json", toPath: "\(folder.path)/mine.json")
            try folder.remove("data")
            try FileManager.default.moveItem(atPath: "\(folder.path)/mine.json", toPath: "\(folder.path)/data")
        }
        var watched = try folder.builder().watchedKey()
        let changes: [Change<BuildFolder>] = [
            Change(name: "the file") { try $0.edit("data", "Alpha", "Alpine") },
            Change(name: "a template") { try $0.edit("templates/pages/title.md", "## {{", "### {{") },
        ]
        for change in changes {
            try await Self.settle(folder)
            var changed = folder
            try change.make(&changed)
            #expect(try folder.builder().reportOfUnchanged() == nil, "\(change.name)")
            let key = try folder.builder().watchedKey()
            #expect(key != nil && watched != nil && key != watched, "\(change.name)")
            watched = key
            let (on, fresh) = try await folder.bothWays()
            #expect(on == fresh, "\(change.name)")
        }
        try folder.remove("data")
        #expect(try folder.builder().watchedKey() != watched)
    }

    @Test("every setting, every option and the clock are looked at")
    func changedSetting() async throws {
        let folder = try await Self.settled()
        for change in Self.settings {
            var builder = try folder.builder()
            try change.make(&builder)
            #expect(try builder.reportOfUnchanged() == nil, "\(change.name)")
        }
        #expect(try folder.builder().reportOfUnchanged() != nil)
    }

    @Test("a file of somebody else's beside the site changes nothing", arguments: ["notes.txt", "tv/notes.txt"])
    func foreign(path: String) async throws {
        let folder = try await Self.settled()
        try folder.write("mine", to: "site/\(path)")
        #expect(try folder.builder().reportOfUnchanged() != nil)
    }

    @Test("what foyer notify remembers, and when it is quiet, is no reason to build")
    func notified() async throws {
        let folder = try await Self.settled()
        folder.configuration.notify.kinds = [.months]
        try folder.write("told", to: "state/notify/told-public-ntfy.json")
        #expect(try folder.builder().reportOfUnchanged() != nil)
    }

    @Test("a receipt that is cut off or changed is none, at any place")
    func damaged() async throws {
        let folder = try await Self.settled()
        let path = "\(folder.path)/state/receipt-public"
        let whole = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(Receipt(whole) != nil && Receipt([]) == nil)
        for place in stride(from: 0, to: whole.count, by: 61) {
            #expect(Receipt(Array(whole[..<place])) == nil)
            var other = whole
            other[place] ^= 1
            #expect(Receipt(other) == nil, "\(place)")
        }
    }

    @Test("every setting counts: there are as many as the key has, and one of which no site is made")
    func settingsCount() {
        #expect(Mirror(reflecting: Configuration()).children.count == 20 + 1)
        #expect(Mirror(reflecting: CalendarSettings()).children.count == 7)
        #expect(Mirror(reflecting: OpenWebSettings()).children.count == 6)
        #expect(Mirror(reflecting: OpenWebSettings.IndieAuth()).children.count == 3)
    }

    /// A site that its receipt tells all of.
    ///
    /// - Parameter prepare: what is otherwise in the folder before it is built.
    private static func settled(_ prepare: (BuildFolder) throws -> Void = { _ in }) async throws -> BuildFolder {
        let rows = [
            CalendarAccount.row(1, "2026-11-20T19:00:00Z", 1, 2), CalendarAccount.row(1, "2026-11-21T20:00:00Z", 1, 3),
        ]
        let account = AccountFiles([
            "all-items.json": #"""
            {"shows":[{"status":"watching","last_watched_at":"2026-11-19T20:00:00Z","watched_episodes_count":1,
            "total_episodes_count":3,"show":{"title":"Alpha","runtime":45,"ids":{"simkl":1,"slug":"alpha"}},
            "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-19T20:00:00Z"}]}]}],
            "movies":[{"status":"completed","user_rating":7,"user_rated_at":"2026-11-02T10:00:00Z",
            "last_watched_at":"2026-11-01T20:00:01Z","movie":{"title":"Beta","runtime":100,"ids":{"simkl":2}}}]}
            """#,
            "calendar/tv.json": "{\"calendar\":[\(rows.joined(separator: ","))]}",
        ])
        let folder = try BuildFolder(account, now: "2026-11-20T12:00:00Z")
        try prepare(folder)
        try await settle(folder)
        return folder
    }

    /// Builds until there is nothing to do: as soon as the files are older than a step of the file system's clock.
    private static func settle(_ folder: BuildFolder) async throws {
        for _ in 1...200 where try folder.builder().reportOfUnchanged() == nil { try await folder.build() }
        #expect(try folder.builder().reportOfUnchanged() != nil)
    }

    /// Something that a build has to take notice of.
    struct Change<Subject>: Sendable, CustomTestStringConvertible {
        let name: String
        let make: @Sendable (inout Subject) throws -> Void

        var testDescription: String { name }
    }

    private static let files: [Change<BuildFolder>] = [
        Change(name: "the library's file") { try $0.edit("data/all-items.json", "Alpha", "Alpine") },
        Change(name: "another file of the account") { try $0.write("[]", to: "data/playback.json") },
        Change(name: "a calendar") { try $0.edit("data/calendar/tv.json", "21T20", "22T20") },
        Change(name: "a file that goes") { try $0.remove("data/calendar/tv.json") },
        Change(name: "a template") { try $0.edit("templates/pages/title.md", "## {{", "### {{") },
        Change(name: "a partial") { try $0.edit("templates/partials/attribution.md", "---", "***") },
        Change(name: "the layout") { try $0.edit("templates/layout.html", "class=\"skip\"", "class=\"skip first\"") },
        Change(name: "the words") { try $0.edit("templates/words/en.yaml", "Skip to", "Go to") },
        Change(name: "an asset") { try $0.write("more", to: "templates/assets/more.txt") },
        Change(name: "the program") { try $0.write("another program", to: "program") },
        Change(name: "what builds remember") { try $0.remove("state/feeds-public.json") },
        Change(name: "a page that was edited") { try $0.edit("site/index.html", "Foyer", "Foyar") },
        Change(name: "a page that is gone") { try $0.remove("site/about/index.html") },
        Change(name: "a page of the same size and time") { folder in
            let path = "\(folder.path)/site/index.html"
            let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] ?? Date()
            try folder.edit("site/index.html", "Foyer", "Foyar")
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        },
        Change(name: "the manifest") { try $0.remove("site/.foyer-manifest") },
    ]

    private static let settings: [Change<SiteBuilder>] = [
        Change(name: "a new day") { $0.now = try moment("2026-11-21T00:00:00Z") },
        Change(name: "something that has aired") { $0.now = try moment("2026-11-20T20:00:00Z") },
        Change(name: "an earlier moment") { $0.now = try moment("2026-11-20T11:59:59Z") },
        Change(name: "strictness") { $0.isStrict = true },
        Change(name: "data that is behind") { $0.isOutdated = true },
        Change(name: "a secret") { $0.secrets = Set([Secret("a-token-of-the-run")].compactMap { $0 }) },
        Change(name: "the site's name") { $0.configuration.title = "Another" },
        Change(name: "its address") { $0.configuration.baseURL = BaseURL("https://other.example/") },
        Change(name: "the time zone") { $0.configuration.timeZone = "Asia/Tokyo" },
        Change(name: "the roll-over hour") { $0.configuration.rolloverHour = 0 },
        Change(name: "the language") { $0.configuration.language = "de" },
        Change(name: "the language of names") { $0.configuration.titleLanguage = .native },
        Change(name: "the country") { $0.configuration.country = "DE" },
        Change(name: "a hidden title") { $0.configuration.hiddenTitles = [2] },
        Change(name: "spoilers") { $0.configuration.spoilers = .names },
        Change(name: "robots") { $0.configuration.robots = .noAI },
        Change(name: "titles left out of reviews") { $0.configuration.unreviewedTitles = [2] },
        Change(name: "a favourite") { $0.configuration.favourites = [Favourite("Alpha")] },
        Change(name: "a goal of each year") { $0.configuration.goals.thisYear = [.films: 1] },
        Change(name: "a goal of each month") { $0.configuration.goals.thisMonth = [.films: 1] },
        Change(name: "a goal of one month") {
            $0.configuration.goals.periods = [.month(CalendarMonth(year: 2026, month: 11)): [.films: 1]]
        },
        Change(name: "no Markdown") { $0.configuration.hasMarkdown = false },
        Change(name: "exports") { $0.configuration.exports = [.plays] },
        Change(name: "a page of what is trending") { $0.configuration.discovers = true },
        Change(name: "premieres of others") { $0.configuration.premieres = true },
        Change(name: "which calendars there are") { $0.configuration.calendars.files = [.all] },
        Change(name: "no calendars of titles") { $0.configuration.calendars.hasShows = false },
        Change(name: "how far calendars reach") { $0.configuration.calendars.daysAhead = 3 },
        Change(name: "how far they reach back") { $0.configuration.calendars.daysBack = 30 },
        Change(name: "alarms") { $0.configuration.calendars.alarmMinutes = 5 },
        Change(name: "season drops") { $0.configuration.calendars.seasonDrops = .each },
        Change(name: "categories") { $0.configuration.calendars.hasCategories = false },
        Change(name: "a build that has to look") { $0.isVerifying = true },
        Change(name: "a build that makes all anew") { $0.isForced = true },
    ]
}
