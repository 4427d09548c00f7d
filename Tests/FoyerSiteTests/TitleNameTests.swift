import Foundation
import Simkl
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Names by choice")
struct TitleNameTests {
    /// What is sent of a title, and what it is called in each of the four languages.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var bucket = "anime"
        var sent: String?
        /// The catalogue's record, but for its ids.
        var record = "{}"
        /// What the calendar says of it.
        var aired = "{}"
        /// In the account's language, in English, in romaji, and its own.
        let names: [String]
        /// Beside the first of these.
        var others: [String] = []

        var files: AccountFiles {
            get throws {
                let name = try json(sent as Any? ?? NSNull())
                let wrapper = bucket == "movies" ? "movie" : "show"
                let item = #"{"status":"completed","\#(wrapper)":{"title":\#(name),"ids":{"simkl":1,"slug":"the-slug"}}}"#
                let folder = bucket == "shows" ? "tv" : bucket
                let calendar = #"{"calendar":[{"simkl_id":1,"date":"2026-11-20T10:00:00Z"}],"metadata":{"1":\#(aired)}}"#
                return AccountFiles(bucket, item)
                    .adding("titles/\(folder)/1.json", #"{"ids":{"simkl":1}"# + (record == "{}" ? "" : ",") + record.dropFirst())
                    .adding("calendar/\(bucket == "shows" ? "tv" : bucket == "movies" ? "movie_release" : bucket).json", calendar)
            }
        }
    }

    static let cases = [
        Case(
            testDescription: "all are known, some of them twice", sent: "Shingeki no Kyojin",
            record: #"""
                {"title":"Shingeki no Kyojin","en_title":"Attack on Titan","country":"JP","alt_titles":[{"name":"进击的巨人","lang":4},
                {"name":"進撃の巨人","lang":2,"type":"official"},{"name":"ATTACK ON TITAN!"},{"name":"Атака титанов"}]}
                """#,
            aired: #"{"title":"Attack on Titan","title_romaji":"Shingeki no Kyojin","alt_titles":["AoT"]}"#,
            names: ["Shingeki no Kyojin", "Attack on Titan", "Shingeki no Kyojin", "進撃の巨人"],
            others: ["Attack on Titan", "進撃の巨人", "进击的巨人", "Атака титанов", "AoT"]),
        Case(testDescription: "nothing is known", sent: "X", names: ["X", "X", "X", "X"]),
        Case(
            testDescription: "nothing can be seen of them", sent: "X",
            record: #"{"title":"\u3164","en_title":"","alt_titles":["",{"name":"  "},{"name":null},{},{"name":"\u200B"}]}"#,
            aired: #"{"title":" ","title_romaji":"","alt_titles":[""]}"#, names: ["X", "X", "X", "X"]),
        Case(
            testDescription: "they differ in nothing that one reads", sent: "Pokémon",
            record: #"{"title":"POKEMON","en_title":"pokemon!","alt_titles":["Ｐｏｋｅｍｏｎ","Poke\u0301mon"]}"#,
            names: ["Pokémon", "pokemon!", "POKEMON", "Pokémon"]),
        Case(
            testDescription: "from right to left", bucket: "shows", sent: "Shtisel",
            record: #"{"title":"Shtisel","country":"IL","alt_titles":[{"name":"Штисель"},{"name":"\u202Eשטיסל"}]}"#,
            names: ["Shtisel", "Shtisel", "Shtisel", "שטיסל"], others: ["שטיסל", "Штисель"]),
        Case(
            testDescription: "markup in a name", sent: "A",
            record: #"{"title":"A","en_title":"<b>*A*</b> [b](x)"}"#, names: ["A", "<b>*A*</b> [b](x)", "A", "A"],
            others: ["<b>*A*</b> [b](x)"]),
        Case(
            testDescription: "an account in another language, of a country that writes as we do", bucket: "shows", sent: "Тьма",
            record: #"{"title":"Dark","country":"DE"}"#, names: ["Тьма", "Dark", "Тьма", "Тьма"], others: ["Dark"]),
        Case(
            testDescription: "letters that are of one country, behind such as are of two", bucket: "movies", sent: "Parasite",
            record: #"{"title":"Parasite","country":"KR","alt_titles":[{"name":"寄生虫"},{"name":"기생충"}]}"#,
            names: ["Parasite", "Parasite", "Parasite", "기생충"], others: ["기생충", "寄生虫"]),
        Case(
            testDescription: "a calendar alone, of an anime", sent: "葬送のフリーレン",
            aired: #"{"title":"Frieren","title_romaji":"Sousou no Frieren"}"#,
            names: ["葬送のフリーレン", "Frieren", "Sousou no Frieren", "葬送のフリーレン"], others: ["Frieren", "Sousou no Frieren"]),
        Case(
            testDescription: "an anime that is called in English as in Japanese", sent: "デスノート",
            record: #"{"title":"Death Note","en_title":null}"#,
            names: ["デスノート", "Death Note", "Death Note", "デスノート"], others: ["Death Note"]),
        Case(
            testDescription: "the account's row has no name", sent: nil, record: #"{"title":null,"en_title":"Real"}"#,
            names: ["the-slug", "Real", "the-slug", "the-slug"], others: ["Real"]),
    ]

    @Test(
        "each choice shows the name that is known in it, else the account's; the other names are each there once",
        arguments: cases)
    func choice(one: Case) throws {
        for (language, name) in zip(TitleLanguage.allCases, one.names) {
            var options = LibraryMerger.Options()
            options.titleLanguage = language
            let merged = try one.files.merged(options)
            let title = try #require(merged.library.titles.first)
            #expect(title.name == name && merged.messages == [], "\(language)")
            #expect(title.sentName == (name == one.names[0] ? nil : one.names[0]))
            if language == .account { #expect(title.alternativeNames == one.others) }
            #expect(!title.alternativeNames.contains { $0.spelling == name.spelling })
            #expect(SitePath(of: title).folder.hasSuffix("/1-the-slug/"))
        }
    }

    @Test(
        "what the account says of anime counts for anime, a word that Simkl does not document for nothing, and the owner's choice first",
        arguments: [
            ("en", nil, ["Attack on Titan", "Тьма"]), ("romaji", nil, ["Shingeki no Kyojin", "Тьма"]),
            ("native", nil, ["進撃の巨人", "Тьма"]), ("klingon", nil, ["AoT", "Тьма"]), ("", nil, ["AoT", "Тьма"]),
            ("native", .english, ["Attack on Titan", "Dark"]),
        ] as [(String, TitleLanguage?, [String])])
    func account(word: String, choice: TitleLanguage?, names: [String]) throws {
        let files = AccountFiles([
            "all-items.json": """
            {"anime":[{"show":{"title":"AoT","ids":{"simkl":1}}}],"shows":[{"show":{"title":"Тьма","ids":{"simkl":2}}}]}
            """,
            "titles/anime/1.json": """
            {"ids":{"simkl":1},"title":"Shingeki no Kyojin","en_title":"Attack on Titan","alt_titles":[{"name":"進撃の巨人"}]}
            """,
            "titles/tv/2.json": #"{"ids":{"simkl":2},"title":"Dark"}"#,
            "settings.json": #"{"account":{"anime_title_language":"\#(word)"}}"#,
        ])
        var configuration = Configuration()
        configuration.titleLanguage = choice
        let titles = try files.merged(configuration.mergeOptions).library.titles
        #expect(titles.sorted { $0.id.simkl < $1.id.simkl }.map(\.name) == names)
    }

    @Test("a title's page has its other names under its facts, as text whatever is in them", arguments: ["account", "english"])
    func page(choice: String) async throws {
        let files = AccountFiles("anime", #"{"status":"completed","show":{"title":"Alpha","year":2020,"ids":{"simkl":1}}}"#)
            .adding(
                "titles/anime/1.json",
                #"{"ids":{"simkl":1},"title":"Alpha","en_title":"*A* <i>b</i>","alt_titles":[{"name":"アルファ"},{"name":"ألفا"}]}"#)
        let site = try await BuiltSite(files, names: TitleLanguage(rawValue: choice))
        let isEnglish = choice == "english"
        let other = isEnglish ? "Alpha" : #"\*A\* \<i>b\</i>"#
        let line = "\n\n*\(other)* · *アルファ* · *ألفا*\n\n"
        // Its address is that of the name that the account has.
        #expect(site.markdown("anime/1-alpha/").contains(line))
        #expect(site.markdown("anime/1-alpha/").hasPrefix(isEnglish ? "# \\*A\\* \\<i>b\\</i>\n" : "# Alpha\n"))
        let shown = isEnglish ? "Alpha" : "*A* &lt;i&gt;b&lt;/i&gt;"
        #expect(
            site.html("anime/1-alpha/").contains(
                "<p><em>\(shown)</em> · <em><span lang=\"ja\">アルファ</span></em> · <em><bdi lang=\"ar\">ألفا</bdi></em></p>"))
    }

    @Test("paths, their order, ids of events, of entries and of feeds are the same to the byte in every language")
    func addresses() async throws {
        let account = try AccountFolder(path: "\(Program.root)/Sources/foyer/Sample").read()
        var sites: [(paths: [String], ids: [String], heading: String)] = []
        for language in TitleLanguage.allCases { sites.append(try await Self.ids(account, language)) }
        for site in sites.dropFirst() { #expect(site.paths == sites[0].paths && site.ids == sites[0].ids) }
        #expect(sites[0].paths.count > 300 && sites[0].ids.count > 300)
        let names = ["Shingeki no Kyojin", "Attack on Titan", "Shingeki no Kyojin", "進撃の巨人"]
        #expect(sites.map(\.heading) == names.map { "# \($0)" })
    }

    /// All that others may have taken down of a site, in the order in which it is planned, and the heading of one page.
    private static func ids(_ account: Account, _ language: TitleLanguage) async throws -> (
        paths: [String], ids: [String], heading: String
    ) {
        var options = LibraryMerger.Options()
        options.titleLanguage = language
        let library = LibraryMerger(options: options).library(from: [account]).library.library(for: Audience(.public))
        let memory = FeedMemory(FeedIdentity(owner: "account 7"))
        let site = Site(
            library: library, name: "Foyer", words: .english, baseURL: BaseURL("https://foyer.example/"),
            now: try moment("2026-11-20T12:00:00Z"))
        let feeds =
            CalendarFeeds(site, settings: CalendarSettings(), remembered: nil).feeds
            + EntryFeeds(site, remembered: memory).feeds + DataFiles.all(of: site)
        let templates = try TemplateSet(
            folder: BuiltSite.templates, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        let plan = await SitePlan(site, LibraryFingerprints(site), feeds: feeds, templates: templates)
        let ids = feeds.flatMap { feed in
            feed.text().matches(of: /UID:\S+|<id>[^<]*<\/id>|"id": *"[^"]*"/).map { "\(feed.path) \($0.0)" }
        }
        let page = try #require(plan.jobs.first { $0.paths.first.map { "\($0)".hasPrefix("anime/39687-") } == true })
        let markdown = String(decoding: try #require(try page.make().last), as: UTF8.self)
        return (plan.jobs.flatMap(\.paths).map { "\($0)" }, ids, String(markdown.prefix { $0 != "\n" }))
    }
}
