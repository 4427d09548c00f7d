import Disk
import Foundation
import Testing

@testable import FoyerSite

@Suite("The index of the search", .inEnglish)
struct SearchIndexTests {
    private func site(_ names: [String], alternatives: [String] = []) -> Site {
        let titles = names.enumerated().map { number, name in
            var title = TitleRecord(id: TitleID(kind: .movie, simkl: number + 1), name: name)
            title.slug = "film-\(number)"
            title.alternativeNames = alternatives
            return Title(title)
        }
        let library = Library(
            edition: .public, owner: Owner(name: nil, avatar: nil), days: .utc, country: "US", syncedAt: nil, titles: titles,
            paused: [], accountStatistics: nil)
        return Site(
            library: library, name: "Foyer", words: .english, baseURL: nil, now: Moment(secondsSince1970: 1_795_132_800),
            isOutdated: false)
    }

    /// What a browser would read from the script.
    private func value(_ script: String) throws -> [String: Any] {
        let assignment = try #require(script.firstRange(of: "var foyerIndex = "))
        let json = script[assignment.upperBound...].dropLast(2)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    static let hostile = [
        "</script><script>alert(1)</script>", "<!-- ", "]]>", "\u{2028}\u{2029}", "\\\"'`${x}", "\u{0}\u{1F}\u{7F}\u{FEFF}",
        "&lt;",
        "進撃の巨人", "الحب", "👩‍👩‍👧", "*/ x /*",
    ]

    @Test(
        "any name comes out as it went in, and nothing in the script can end or comment out what is around it", arguments: hostile
    )
    func escaping(name: String) throws {
        let script = SearchIndex(site([name], alternatives: [name])).script
        let index = try value(script)
        #expect(index["name"] as? [String] == [name])
        #expect(index["others"] as? [[String]] == [[name]])
        let body = try #require(script.firstRange(of: "var foyerIndex").map { script[$0.lowerBound...] })
        #expect(!body.contains("<") && !body.contains("\u{2028}") && !body.contains("\u{2029}"))
        #expect(body.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test("titles stand in the order of their names, each column as long as the others, and Simkl is named")
    func columns() throws {
        let script = SearchIndex(site(["The Zoo", "apple", "Älg"])).script
        let index = try value(script)
        #expect(index["name"] as? [String] == ["Älg", "apple", "The Zoo"])
        let ofTheSite = ["source", "file", "kinds", "statuses", "lengths", "genres", "networks"]
        for (column, values) in index where !ofTheSite.contains(column) {
            #expect((values as? [Any])?.count == 3, "\(column)")
        }
        #expect((index["source"] as? String)?.contains("https://simkl.com/") == true)
        #expect(script.hasPrefix("/* ") && script.contains("Simkl: https://simkl.com/ */"))
    }

    @Test("what follows from a name is left out, and only that")
    func derived() throws {
        var titles = ["Plain Name!", "Ünïcode", "50%25 off", "Other slug"].enumerated().map { number, name in
            TitleRecord(id: TitleID(kind: .tv, simkl: number + 1), name: name)
        }
        titles[3].slug = "another"
        titles[0].poster = ImagePath("ab/abcdef")
        titles[1].poster = ImagePath("zz/abcdef")
        let library = Library(
            edition: .public, owner: Owner(name: nil, avatar: nil), days: .utc, country: "US", syncedAt: nil,
            titles: titles.map(Title.init), paused: [], accountStatistics: nil)
        let site = Site(
            library: library, name: "Foyer", words: .english, baseURL: BaseURL("https://x.example/"),
            now: Moment(secondsSince1970: 1_795_132_800), isOutdated: false)
        let index = try value(SearchIndex(site).script)
        let folders = try #require(index["folder"] as? [Any])
        let names = try #require(index["name"] as? [String])
        let byName = Dictionary(uniqueKeysWithValues: zip(names, folders.map { "\($0)" }))
        #expect(byName == ["Plain Name!": "0", "Ünïcode": "n-code", "50%25 off": "50-off", "Other slug": "another"])
        let posters = try #require(index["poster"] as? [Any])
        #expect(Set(posters.map { "\($0)" }) == ["abcdef", "zz/abcdef", "0"])
        #expect(index["file"] as? String == "")
    }

    private static let full = TitleRecord.made(.tv, 7, "Full") { title in
        title.status = .watching
        title.rating = Rating(value: 9, ratedAt: nil)
        title.crowd.simkl = CrowdRating(average: 7.84, votes: 50)
        title.identifiers = ["imdb": "tt0903747"]
        title.details = TitleDetails(genres: ["Drama", "Crime"], network: "AMC")
        title.runtimeMinutes = 47
        title.memo = "Never <again>"
        title.addedAt = .day(CalendarDay(daysSince1970: 20_000))
        title.plays = [20_100, 20_050].enumerated().map { number, day in
            Play(
                episode: EpisodeNumber(season: 1, number: number + 1), time: .day(CalendarDay(daysSince1970: day)),
                length: .unknown)
        }
        title.progress = Progress(watched: 2, total: 10, notAired: 3)
    }

    private static let bare = TitleRecord.made(.movie, 8, "Zero") { title in
        title.crowd.simkl = CrowdRating(average: 7.8, votes: 49)
        title.identifiers = ["imdb": "7", "tmdb": "550"]
        title.details = TitleDetails(genres: ["Drama"])
    }

    private func library(_ titles: [TitleRecord]) -> Library {
        Library(
            edition: .public, owner: Owner(name: nil, avatar: nil), days: .utc, country: "US", syncedAt: nil,
            titles: titles.map(Title.init), paused: [], accountStatistics: nil)
    }

    private func script(_ titles: [TitleRecord], now: Int64 = 1_795_132_800) -> String {
        let now = Moment(secondsSince1970: now)
        return SearchIndex(Site(library: library(titles), name: "Foyer", words: .english, baseURL: nil, now: now)).script
    }

    @Test("all that one filters and sorts by, each word once, and what nobody knows told apart from nothing")
    func facts() throws {
        let index = try value(script([Self.bare, Self.full]))
        let expected: [String: [Any]] = [
            "genres": ["Drama", "Crime"], "networks": ["AMC"], "genre": [[0, 1], [0]], "network": [0, -1], "imdb": [903_747, 0],
            "rating": [9, 0], "crowd": [78, 0], "minutes": [47, 0], "note": ["Never <again>", 0], "added": [20_000, 0],
            "watchedOn": [20_100, 0], "watched": [2, -1], "aired": [7, -1], "left": [235, -1], "estimated": [1, 0],
            "status": [0, -1],
        ]
        for (column, values) in expected {
            let (found, expected) = (try Self.text(try #require(index[column])), try Self.text(values))
            #expect(found == expected, "\(column)")
        }
    }

    @Test("a genre stands there as Simkl calls it, and as the site does where its language has another word")
    func genres() async throws {
        var title = Self.full
        title.details = TitleDetails(genres: ["Comedy", "Drama", "No \"such\" word"])
        let english = try value(script([title]))
        #expect(english["genres"] as? [String] == ["Comedy", "Drama", "No \"such\" word"])
        let german = try Words.$current.withValue(.inLanguage("de")) { try value(script([title])) }
        #expect(
            try Self.text(try #require(german["genres"]))
                == #"[["Comedy","Komödie"],"Drama","No \"such\" word"]"#)
    }

    private static func text(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }

    @Test("what is finished or dropped has no time left, and what is on hold has")
    func left() throws {
        let titles = Status.allCases.enumerated().map { number, status in
            TitleRecord.made(.tv, number + 1, "T\(number)") { title in
                title.status = status
                title.runtimeMinutes = 10
                title.progress = Progress(watched: 1, total: 3, notAired: 0)
            }
        }
        let index = try value(script(titles))
        #expect(try Self.text(try #require(index["left"])) == "[20,20,20,-1,-1]")
        #expect(try Self.text(try #require(index["estimated"])) == "[1,1,1,0,0]")
    }

    @Test("a day more changes nothing, and neither it nor a clock is in it")
    func days() {
        let titles = [Self.full, Self.bare]
        #expect(script(titles) == script(titles, now: 1_795_132_800 + 40 * 86_400))
    }

    @Test("what it declares changes with what is left, whoever tells of it, and with nothing else of the calendar")
    func inputs() {
        var later = Self.full
        later.progress = Progress(watched: 2, total: 10, notAired: 2)
        var announced = Self.full
        announced.airings = [
            Airing(
                title: announced.id, episode: nil, time: .day(CalendarDay(daysSince1970: 21_000)), name: nil, finale: nil,
                isPremiere: false, runtimeMinutes: nil)
        ]
        let inputs = [Self.full, later, announced].map { SearchIndex.inputs(of: library([$0])) }
        #expect(inputs[0] != inputs[1] && inputs[0] == inputs[2])
    }
}

extension TitleRecord {
    fileprivate static func made(_ kind: MediaKind, _ id: Int, _ name: String, _ change: (inout TitleRecord) -> Void) -> Self {
        var title = TitleRecord(id: TitleID(kind: kind, simkl: id), name: name)
        change(&title)
        return title
    }
}
